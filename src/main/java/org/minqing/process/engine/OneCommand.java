package org.minqing.process.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Several calls of the engine as one of its commands: what one call loaded the next finds, what one wrote and the next
 * took back is never written, and all is sent to the database together.
 */
@Component
public class OneCommand {

    private final ProcessEngineConfigurationImpl engine;

    OneCommand(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    public void run(Runnable calls) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            calls.run();
            return null;
        });
    }

    /** The same in somebody's name, as the engine's own log will tell, and past its rights: the caller has seen to those. */
    public void runAs(String userId, Runnable calls) {
        var identity = engine.getIdentityService();
        var before = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(userId);
        try {
            engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> {
                        calls.run();
                        return null;
                    }));
        } finally {
            identity.setAuthentication(before);
        }
    }

    /** Gives a task a new revision, so that whoever read it before cannot change it any more. Within a command. */
    public void touch(Task task) {
        run(() -> Context.getCommandContext().getDbEntityManager().forceUpdate((TaskEntity) task));
    }

    /** The tasks that this command made, which no query finds before it ends. Within a command. */
    public List<Task> made(String processInstanceId) {
        return Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> processInstanceId.equals(task.getProcessInstanceId()) && !task.isDeleted())
                .map(Task.class::cast)
                .toList();
    }

    /** The business key of a running instance, whoever asks; within a command it costs nothing that is not needed anyway. */
    public String businessKey(String processInstanceId) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.getExecutionManager()
                        .findExecutionById(processInstanceId)
                        .getBusinessKey());
    }
}
