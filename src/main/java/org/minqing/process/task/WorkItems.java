package org.minqing.process.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.process.forms.FormField;
import org.minqing.process.forms.ShownWhen;
import org.minqing.security.StaffMember;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Tells of tasks with all that a form needs. */
@Component
class WorkItems {

    private final SubjectsOfTasks subjects;
    private final TaskForms forms;
    private final TaskActs acts;
    private final InstantSource clock;

    WorkItems(SubjectsOfTasks subjects, TaskForms forms, TaskActs acts, InstantSource clock) {
        this.subjects = subjects;
        this.forms = forms;
        this.acts = acts;
        this.clock = clock;
    }

    /** In the order of the tasks. */
    List<WorkItem> of(StaffMember person, List<Task> tasks) {
        var about = subjects.of(person.userId(), tasks);
        var now = clock.instant();
        // Pick-lists depend on the place and the type alone, and many tasks are about few of them.
        var choices = new HashMap<List<Object>, Map<String, List<TaskForms.Choice>>>();
        var ofForms = new HashMap<String, Map<String, List<TaskForms.Choice>>>();
        return tasks.stream()
                .filter(task -> about.containsKey(task.getId()))
                .map(task -> {
                    var subject = about.get(task.getId()).subject();
                    return item(
                            person,
                            task,
                            about.get(task.getId()),
                            now,
                            choices.computeIfAbsent(
                                    List.of(subject.unit(), subject.outcomes()), key -> forms.choices(subject)),
                            ofForms.computeIfAbsent(
                                    task.getTaskDefinitionKey() + subject.locality(),
                                    k -> acts.of(task.getTaskDefinitionKey()).choices(subject)));
                })
                .toList();
    }

    private WorkItem item(
            StaffMember person,
            Task task,
            SubjectsOfTasks.About about,
            Instant now,
            Map<String, List<TaskForms.Choice>> choices,
            Map<String, List<TaskForms.Choice>> ofForm) {
        var form = forms.ofTask(task.getTaskDefinitionKey());
        var due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        return new WorkItem(
                task.getId(),
                task.getName(),
                form.id(),
                about.subject(),
                due == null ? null : Times.iso(due),
                due == null ? "" : Spans.left(now, due),
                about.acceptBy() == null ? null : Times.iso(about.acceptBy()),
                person.userId().equals(task.getAssignee()),
                form.fields().stream()
                        .map(f -> field(f, form.shownWhen(f.key()), choices, ofForm))
                        .toList());
    }

    private static WorkItem.Field field(
            FormField f,
            ShownWhen shown,
            Map<String, List<TaskForms.Choice>> choices,
            Map<String, List<TaskForms.Choice>> ofForm) {
        var options = f.valuesKey() == null
                ? f.options().stream()
                        .map(o -> new WorkItem.Choice(o.value(), o.label()))
                        .toList()
                : ofForm.getOrDefault(f.valuesKey(), choices.getOrDefault(f.valuesKey(), List.of())).stream()
                        .map(c -> new WorkItem.Choice(c.value(), c.label()))
                        .toList();
        return new WorkItem.Field(
                f.key(),
                f.label(),
                f.hint(),
                f.type(),
                f.required(),
                f.maxLength(),
                f.preset(),
                options,
                shown == null ? null : new WorkItem.ShownWhen(shown.on(), shown.answers()));
    }
}
