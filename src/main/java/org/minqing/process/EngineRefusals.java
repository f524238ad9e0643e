package org.minqing.process;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;

/** Says our refusals in the engine's own exceptions, which its REST interface answers with 400 and 404 instead of 500. */
final class EngineRefusals {

    private EngineRefusals() {}

    /** Runs a call that came through the engine's services. */
    static <T> T in(Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidInput e) {
            var fields = e.problems().stream().map(FieldProblem::zh).collect(Collectors.joining(" "));
            throw new BadUserRequestException("填写的内容有误：" + fields);
        } catch (ProcessEngineException e) {
            // A listener of the model refused; the engine wraps what it said.
            throw e.getCause() instanceof BadUserRequestException refused ? refused : e;
        } catch (Refusal e) {
            throw e.kind() == Refusal.Kind.NOT_FOUND
                    ? new NotFoundException(e.zh())
                    : new BadUserRequestException(e.zh());
        }
    }

    static void in(Runnable call) {
        in(() -> {
            call.run();
            return null;
        });
    }
}
