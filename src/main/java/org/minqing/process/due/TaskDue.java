package org.minqing.process.due;

import org.camunda.bpm.engine.task.Task;
import org.minqing.sla.due.Due;

/** The limit of a task, as the engine keeps it. */
public final class TaskDue {

    private TaskDue() {}

    public static Due of(Task task) {
        return new Due(
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getFollowUpDate() == null ? null : task.getFollowUpDate().toInstant());
    }
}
