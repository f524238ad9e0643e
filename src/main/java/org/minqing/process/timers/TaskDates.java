package org.minqing.process.timers;

import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.minqing.appeal.ClockKind;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.sla.Clock;
import org.minqing.sla.ClockMoved;
import org.minqing.sla.Clocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A clock that moves takes the dates of the open tasks along: they are set when a task is made, from the same clocks. */
@Component
class TaskDates {

    private static final Set<String> RESPONSE = Set.of(AppealHandling.RESPOND, AppealHandling.REROUTE);

    private final Clocks clocks;
    private final ApplicationAuthority authority;
    // Resolved late: the engine's beans need this one.
    private final ObjectProvider<TaskService> tasks;

    TaskDates(Clocks clocks, ApplicationAuthority authority, ObjectProvider<TaskService> tasks) {
        this.clocks = clocks;
        this.authority = authority;
        this.tasks = tasks;
    }

    @EventListener
    void on(ClockMoved e) {
        authority.run(() -> {
            tasks
                    .getObject()
                    .createTaskQuery()
                    .processInstanceBusinessKey(e.appeal())
                    .processDefinitionKey(AppealHandling.PROCESS)
                    .list()
                    .stream()
                    .filter(task -> !AppealHandling.CALL_RESIDENT.equals(task.getTaskDefinitionKey()))
                    .forEach(task -> move(e.appeal(), task));
            return null;
        });
    }

    private void move(String appeal, Task task) {
        var kind = RESPONSE.contains(task.getTaskDefinitionKey()) ? ClockKind.RESPOND : ClockKind.RESOLVE;
        Clock.last(clocks.of(appeal), kind).map(c -> Date.from(c.dueAt())).ifPresent(due -> {
            if (!due.equals(task.getDueDate())) {
                task.setDueDate(due);
                tasks.getObject().saveTask(task);
            }
        });
    }
}
