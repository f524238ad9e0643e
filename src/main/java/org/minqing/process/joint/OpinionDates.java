package org.minqing.process.joint;

import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.minqing.joint.Opinions;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.sla.ClockChange;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An opinion is never due after the lead must be ready: where his limit moves, the dates of the open opinions go along. */
@Component
class OpinionDates {

    private final Opinions opinions;
    private final ApplicationAuthority authority;
    // Resolved late: the engine's beans need this one.
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ManagementService> management;

    OpinionDates(
            Opinions opinions,
            ApplicationAuthority authority,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<ManagementService> management) {
        this.opinions = opinions;
        this.authority = authority;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
    }

    @EventListener
    void on(ClockChange.Moved e) {
        authority.run(() -> {
            tasks.getObject()
                    .createTaskQuery()
                    .processInstanceBusinessKey(e.appeal())
                    .taskDefinitionKey(AppealHandling.GIVE_OPINION)
                    .list()
                    .forEach(task -> move(e.appeal(), task));
            return null;
        });
    }

    private void move(String appeal, Task task) {
        var instance = task.getProcessInstanceId();
        var holding = (String) runtime.getObject().getVariable(instance, CANDIDATE_GROUP.name());
        var due = Date.from(opinions.dueAt(opinions.waiting(appeal, holding)));
        if (!due.equals(task.getDueDate())) {
            task.setDueDate(due);
            tasks.getObject().saveTask(task);
            management.getObject().createJobQuery().processInstanceId(instance).timers().list().stream()
                    .filter(job -> !due.equals(job.getDuedate()))
                    .forEach(job -> management.getObject().setJobDuedate(job.getId(), due));
        }
    }
}
