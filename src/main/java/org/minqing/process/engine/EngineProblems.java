package org.minqing.process.engine;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Component;

/** What the engine's exceptions mean for whoever sent the request. */
@Component
public class EngineProblems implements ForeignProblem {

    /**
     * States in which the database refuses a value as such: a character that it cannot store, a text longer than its
     * column, a number too large, a page that begins or ends below nothing.
     */
    private static final Set<String> UNFIT = Set.of("22021", "22001", "22003", "2201W", "2201X");

    /** Two wrote the same at once, and only one of them may have it. */
    private static final String TWICE = "23505";

    @Override
    public Optional<Refusal> translate(Throwable e) {
        // What a statement of ours does wrong is our fault.
        var engineWrote = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            engineWrote |= cause instanceof ProcessEnginePersistenceException;
            if (engineWrote
                    && cause instanceof SQLException refused
                    && UNFIT.contains(String.valueOf(refused.getSQLState()))) {
                return Optional.of(Refusal.malformed());
            }
            if (engineWrote && cause instanceof SQLException refused && TWICE.equals(refused.getSQLState())) {
                return Optional.of(Refusal.overtaken());
            }
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
    public static boolean taskIsGone(Throwable e) {
        return e instanceof NullValueException
                && String.valueOf(e.getMessage()).startsWith("Cannot find task with id ");
    }
}
