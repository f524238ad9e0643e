package org.minqing.process;

import java.util.Comparator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * In which order people find their tasks, in every list: where somebody is in danger, then the nearest deadline first, and
 * behind them those that came in great number from one source.
 */
public final class TaskOrder {

    /** Somebody is in danger: before everything else. */
    public static final int IN_DANGER = 75;

    /** What the engine gives each task. */
    public static final int LIKE_OTHERS = 50;

    /** One of many of the same source, until its limit is near or a supervisor presses it. */
    public static final int MASSED = 25;

    private TaskOrder() {}

    public static TaskQuery of(TaskQuery query) {
        return query.orderByTaskPriority().desc().orderByDueDate().asc();
    }

    /** The same for tasks that are here already. */
    public static Comparator<Task> comparator() {
        return Comparator.comparing(Task::getPriority, Comparator.reverseOrder())
                .thenComparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
