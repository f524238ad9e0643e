package org.minqing.process.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.minqing.desk.worklist.TaskCard;
import org.minqing.desk.worklist.TaskCards;
import org.minqing.desk.worklist.TaskCount;
import org.minqing.problem.Refusal;
import org.minqing.process.due.TaskDue;
import org.minqing.process.duties.BarredTasks;
import org.minqing.process.engine.OnBehalf;
import org.minqing.process.lists.ReadyFilter;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** The engine's tasks in our words; which tasks somebody may see is the engine's to say. */
@Component
class EngineTaskCards implements TaskCards {

    private final TaskService tasks;
    private final FilterService filters;
    private final Colleagues colleagues;
    private final OnBehalf onBehalf;
    private final TaskForms forms;
    private final SubjectsOfTasks subjects;
    private final BarredTasks barredTasks;
    private final InstantSource clock;

    EngineTaskCards(
            TaskService tasks,
            FilterService filters,
            Colleagues colleagues,
            OnBehalf onBehalf,
            TaskForms forms,
            SubjectsOfTasks subjects,
            BarredTasks barredTasks,
            InstantSource clock) {
        this.tasks = tasks;
        this.filters = filters;
        this.colleagues = colleagues;
        this.onBehalf = onBehalf;
        this.forms = forms;
        this.subjects = subjects;
        this.barredTasks = barredTasks;
        this.clock = clock;
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
        var names = colleagues.names(seen.values().stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var barred = barredTasks.of(
                person.userId(),
                seen.values().stream()
                        .filter(task -> about.containsKey(task.getId()))
                        .toList(),
                task -> about.get(task.getId()).subject().number());
        var now = clock.instant();
        return taskIds.stream()
                .map(seen::get)
                .filter(task -> task != null && about.containsKey(task.getId()))
                .map(task -> card(person, task, about.get(task.getId()), barred.get(task.getId()), names, now))
                .toList();
    }

    private TaskCard card(
            StaffMember person,
            Task task,
            SubjectsOfTasks.About about,
            String barred,
            Map<String, String> names,
            Instant now) {
        var due = TaskDue.of(task);
        var holder = task.getAssignee();
        return new TaskCard(
                task.getId(),
                task.getName(),
                about.subject(),
                due.at() == null ? null : Times.end(due.at()),
                due.at() == null ? "" : Spans.left(now, due.at()),
                about.clock(),
                due.state(now),
                about.news(),
                holder == null ? null : names.getOrDefault(holder, holder),
                person.userId().equals(holder),
                barred);
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
