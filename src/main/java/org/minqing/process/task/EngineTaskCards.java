package org.minqing.process.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.minqing.desk.worklist.TaskCard;
import org.minqing.desk.worklist.TaskCards;
import org.minqing.desk.worklist.TaskCount;
import org.minqing.problem.Refusal;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.OnBehalf;
import org.minqing.process.lists.ReadyFilter;
import org.minqing.security.StaffMember;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The engine's tasks in our words; which tasks somebody may see is the engine's to say. */
@Component
class EngineTaskCards implements TaskCards {

    private final TaskService tasks;
    private final FilterService filters;
    private final IdentityService identity;
    private final OnBehalf onBehalf;
    private final ApplicationAuthority authority;
    private final TaskForms forms;
    private final SubjectsOfTasks subjects;
    private final InstantSource clock;
    private final Duration soon;

    EngineTaskCards(
            TaskService tasks,
            FilterService filters,
            IdentityService identity,
            OnBehalf onBehalf,
            ApplicationAuthority authority,
            TaskForms forms,
            SubjectsOfTasks subjects,
            InstantSource clock,
            @Value("${minqing.tasklist.due-soon}") Duration soon) {
        this.tasks = tasks;
        this.filters = filters;
        this.identity = identity;
        this.onBehalf = onBehalf;
        this.authority = authority;
        this.forms = forms;
        this.subjects = subjects;
        this.clock = clock;
        this.soon = soon;
    }

    @Override
    public List<TaskCard> of(StaffMember person, List<String> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        var seen = onBehalf.of(
                person,
                () ->
                        tasks
                                .createTaskQuery()
                                .taskIdIn(taskIds.toArray(String[]::new))
                                .listPage(0, taskIds.size())
                                .stream()
                                .collect(Collectors.toMap(Task::getId, task -> task)));
        var about = subjects.of(person.userId(), seen.values());
        var names = names(seen.values().stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var now = clock.instant();
        return taskIds.stream()
                .map(seen::get)
                .filter(task -> task != null && about.containsKey(task.getId()))
                .map(task -> card(person, task, about.get(task.getId()), names, now))
                .toList();
    }

    private TaskCard card(
            StaffMember person, Task task, SubjectsOfTasks.About about, Map<String, String> names, Instant now) {
        var due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        var holder = task.getAssignee();
        var accept = about.acceptBy();
        return new TaskCard(
                task.getId(),
                task.getName(),
                about.subject(),
                due == null ? null : Times.end(due),
                due == null ? "" : Spans.left(now, due),
                urgency(now, due),
                accept == null ? null : "签收" + Spans.left(now, accept) + "（" + Times.end(accept) + " 到期）",
                urgency(now, accept),
                holder == null ? null : names.getOrDefault(holder, holder),
                person.userId().equals(holder));
    }

    private String urgency(Instant now, Instant due) {
        if (due == null) {
            return "none";
        }
        if (due.isBefore(now)) {
            return "late";
        }
        return due.isBefore(now.plus(soon)) ? "soon" : "later";
    }

    private Map<String, String> names(List<String> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        return authority.run(() -> identity.createUserQuery().userIdIn(users.toArray(String[]::new)).list().stream()
                .collect(Collectors.toMap(User::getId, User::getLastName)));
    }

    @Override
    public List<TaskCount> counts(StaffMember person) {
        return onBehalf.of(
                person,
                () -> filters.createTaskFilterQuery().listPage(0, ReadyFilter.values().length).stream()
                        .flatMap(filter -> ReadyFilter.named(filter.getName()).stream()
                                .map(ready -> Map.entry(ready, filters.count(filter.getId()))))
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new TaskCount(e.getKey().title(), e.getValue()))
                        .toList());
    }

    @Override
    public String form(StaffMember person, String taskId) {
        var task =
                onBehalf.of(person, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null) {
            throw Refusal.notFound();
        }
        return forms.ofTask(task.getTaskDefinitionKey()).id();
    }
}
