package org.minqing.process.due;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.minqing.plan.Plans;
import org.minqing.process.AppealHandling;
import org.minqing.process.PlannedWork;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.sla.ClockChange;
import org.minqing.sla.Clocks;
import org.minqing.sla.due.Due;
import org.minqing.sla.due.DueRules;
import org.minqing.sla.due.LimitMoved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the dates of open tasks in step with what they wait for, in the same transaction: due when the nearest clock of the
 * appeal is, and to be followed up from when that is soon. The engine filters and sorts its lists by these two.
 */
@Component
public class TaskDueDates {

    /**
     * What goes by the clocks of its appeal: whoever does one of these can stop the nearest, or supervises those who can. A
     * task that is not here keeps the limit that its model gives it, as the check of a contact does.
     */
    static final Set<String> BY_CLOCKS = Stream.of(
                    AppealHandling.WORK, AppealHandling.SUPERVISION, Set.of(AppealHandling.CALL_RESIDENT))
            .flatMap(Set::stream)
            .filter(task -> !task.equals(AppealHandling.CHECK_CONTACT) && !PlannedWork.TASKS.contains(task))
            .collect(Collectors.toUnmodifiableSet());

    private final Clocks clocks;
    private final DueRules rules;
    private final Plans plans;
    private final ApplicationAuthority authority;
    // Resolved late: the engine's beans need this one.
    private final ObjectProvider<TaskService> tasks;

    TaskDueDates(
            Clocks clocks,
            DueRules rules,
            Plans plans,
            ApplicationAuthority authority,
            ObjectProvider<TaskService> tasks) {
        this.clocks = clocks;
        this.rules = rules;
        this.plans = plans;
        this.authority = authority;
        this.tasks = tasks;
    }

    /** For a task that was just made, or that is being taken: no query finds what is not written yet. */
    public void set(DelegateTask task) {
        var due = due(task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey(), task.getDueDate());
        task.setDueDate(date(due.at()));
        task.setFollowUpDate(date(due.soonAt()));
    }

    @EventListener
    void on(ClockChange e) {
        keep(e.appeal());
    }

    @EventListener
    void on(LimitMoved e) {
        keep(e.appeal());
    }

    /** All open tasks about one appeal. */
    void keep(String appeal) {
        authority.run(() -> {
            tasks.getObject()
                    .createTaskQuery()
                    .processInstanceBusinessKey(appeal)
                    .list()
                    .forEach(task -> keep(appeal, task));
            return null;
        });
    }

    private void keep(String appeal, Task task) {
        var due = due(task.getTaskDefinitionKey(), appeal, task.getDueDate());
        var at = date(due.at());
        var soonAt = date(due.soonAt());
        if (same(at, task.getDueDate()) && same(soonAt, task.getFollowUpDate())) {
            return;
        }
        task.setDueDate(at);
        task.setFollowUpDate(soonAt);
        // Inside a command of the engine the task is its own and written with it.
        if (Context.getCommandContext() == null) {
            tasks.getObject().saveTask(task);
        }
    }

    private Due due(String key, String appeal, Date own) {
        if (PlannedWork.TASKS.contains(key)) {
            return rules.ofTask(plans.dueAt(appeal).orElse(null));
        }
        return BY_CLOCKS.contains(key)
                ? Due.nearest(clocks.of(appeal).stream()
                        .filter(c -> c.stoppedAt() == null)
                        .map(rules::of)
                        .toList())
                : rules.ofTask(own == null ? null : own.toInstant());
    }

    private static boolean same(Date one, Date other) {
        return Objects.equals(one == null ? null : one.getTime(), other == null ? null : other.getTime());
    }

    private static Date date(Instant at) {
        return at == null ? null : Date.from(at);
    }
}
