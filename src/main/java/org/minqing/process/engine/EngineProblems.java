package org.minqing.process.engine;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
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
                return Optional.of(Refusal.conflict(
                        "刚刚有人或定时任务处理了同一件诉求，请刷新后再试。", "Somebody else was faster; look again, then retry."));
            }
            if (cause instanceof MismatchingMessageCorrelationException) {
                return Optional.of(Refusal.conflict("这件诉求现在不能这样办理。", "The appeal is not waiting for this."));
            }
            if (cause instanceof AuthorizationException
                    || cause instanceof NotFoundException
                    || cause instanceof NullValueException) {
                return Optional.of(Refusal.notFound());
            }
            if (cause instanceof BadUserRequestException) {
                return Optional.of(Refusal.conflict(cause.getMessage(), cause.getMessage()));
            }
        }
        return Optional.empty();
    }
}
