package org.minqing.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * A timer that met an act on the same appeal and lost has not failed: it is free again at once. The engine's own answer
 * would note a failure, for which an alarm is raised, and let the next limit come as late as the first retry.
 */
public class RetryAtOnce extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        if (!(failure instanceof OptimisticLockingException)) {
            return super.getCommand(jobId, failure);
        }
        var unlock = new UnlockJobCmd(jobId);
        return context -> {
            unlock.execute(context);
            return null;
        };
    }
}
