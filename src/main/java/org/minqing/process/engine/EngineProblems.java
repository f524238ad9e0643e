package org.minqing.process.engine;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Component;

/** What the engine's exceptions mean for whoever sent the request. */
@Component
class EngineProblems implements ForeignProblem {

    @Override
    public Optional<Refusal> translate(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return Optional.of(Refusal.overtaken());
            }
            if (cause instanceof MismatchingMessageCorrelationException) {
                return Optional.of(Refusal.conflict("这件诉求现在不能这样办理。", "The appeal is not waiting for this."));
            }
            if (cause instanceof TaskAlreadyClaimedException) {
                return Optional.of(Refusal.held());
            }
            if (cause instanceof AuthorizationException || cause instanceof NotFoundException || taskIsGone(cause)) {
                return Optional.of(Refusal.notFound());
            }
            // What it calls not valid are arguments, and those are ours.
            if (cause instanceof BadUserRequestException && !(cause instanceof NotValidException)) {
                return Optional.of(Refusal.conflict(cause.getMessage(), cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    /**
     * Somebody completed the task since it was looked at. The engine says so in the exception in which it says that an
     * argument is null; the words alone tell what is the caller's from what is a fault of ours.
     */
    private static boolean taskIsGone(Throwable e) {
        return e instanceof NullValueException
                && String.valueOf(e.getMessage()).startsWith("Cannot find task with id ");
    }
}
