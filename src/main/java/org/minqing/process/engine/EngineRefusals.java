package org.minqing.process.engine;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;

/** Says our refusals in the engine's own exceptions, which its REST interface answers with 400 and 404 instead of 500. */
public final class EngineRefusals {

    private EngineRefusals() {}

    /** Runs a call that came through the engine's services. */
    public static <T> T in(Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidInput | Refusal | ProcessEngineException e) {
            throw inTheEnginesWords(e);
        }
    }

    /** A listener of the model may have refused; the engine wraps what it said. */
    private static RuntimeException inTheEnginesWords(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput invalid) {
                var fields = invalid.problems().stream().map(FieldProblem::zh).collect(Collectors.joining(" "));
                return new BadUserRequestException("填写的内容有误：" + fields, invalid);
            }
            if (cause instanceof Refusal refusal) {
                return refusal.kind() == Refusal.Kind.NOT_FOUND
                        ? new NotFoundException(refusal.zh(), refusal)
                        : new BadUserRequestException(refusal.zh(), refusal);
            }
            if (cause instanceof TaskAlreadyClaimedException) {
                var held = Refusal.held();
                return new BadUserRequestException(held.zh() + held.en(), cause);
            }
            if (cause instanceof BadUserRequestException refused) {
                return refused;
            }
        }
        return e;
    }

    public static void in(Runnable call) {
        in(() -> {
            call.run();
            return null;
        });
    }
}
