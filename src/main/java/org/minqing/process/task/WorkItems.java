package org.minqing.process.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.process.due.TaskDue;
import org.minqing.process.duties.BarredTasks;
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
    private final BarredTasks barredTasks;
    private final InstantSource clock;

    WorkItems(SubjectsOfTasks subjects, TaskForms forms, TaskActs acts, BarredTasks barredTasks, InstantSource clock) {
        this.subjects = subjects;
        this.forms = forms;
        this.acts = acts;
        this.barredTasks = barredTasks;
        this.clock = clock;
    }

    /** In the order of the tasks. */
    List<WorkItem> of(StaffMember person, List<Task> tasks) {
        return of(person, tasks, false);
    }

    /** One that somebody opens to fill in its form: what is proposed to him is worked out as well. */
    Optional<WorkItem> opened(StaffMember person, List<Task> tasks) {
        return of(person, tasks, true).stream().findFirst();
    }

    private List<WorkItem> of(StaffMember person, List<Task> tasks, boolean opened) {
        var about = subjects.of(person.userId(), tasks);
        var withheld = subjects.withheld(tasks, about, person.groups());
        var known =
                tasks.stream().filter(task -> about.containsKey(task.getId())).toList();
        var barred = barredTasks.of(
                person.userId(),
                known,
                task -> about.get(task.getId()).subject().number());
        var now = clock.instant();
        // Pick-lists depend on the place and the type alone, and many tasks are about few of them.
        var choices = new HashMap<List<Object>, Map<String, List<TaskForms.Choice>>>();
        var ofForms = new HashMap<String, Map<String, List<TaskForms.Choice>>>();
        return known.stream()
                .map(task -> {
                    var subject = about.get(task.getId()).subject();
                    var act = acts.of(task.getTaskDefinitionKey());
                    return item(
                            person,
                            task,
                            about.get(task.getId()),
                            barred.get(task.getId()),
                            now,
                            withheld.getOrDefault(subject.number(), Set.of()),
                            choices.computeIfAbsent(
                                    List.of(subject.unit(), subject.outcomes()), key -> forms.choices(subject)),
                            ofForms.computeIfAbsent(
                                    task.getTaskDefinitionKey() + subject.locality() + act.choicesBy(subject),
                                    k -> act.choices(subject)),
                            opened ? act.proposed(subject) : Map.of());
                })
                .toList();
    }

    private WorkItem item(
            StaffMember person,
            Task task,
            SubjectsOfTasks.About about,
            String barred,
            Instant now,
            Set<String> withheld,
            Map<String, List<TaskForms.Choice>> choices,
            Map<String, List<TaskForms.Choice>> ofForm,
            Map<String, TaskAct.Proposed> proposed) {
        var form = forms.ofTask(task.getTaskDefinitionKey());
        var due = TaskDue.of(task);
        return new WorkItem(
                task.getId(),
                task.getName(),
                form.id(),
                about.subject(),
                due.at() == null ? null : Times.iso(due.at()),
                due.at() == null ? "" : Spans.left(now, due.at()),
                about.clock(),
                due.state(now),
                about.news(),
                person.userId().equals(task.getAssignee()),
                barred,
                form.fields().stream()
                        .map(f -> field(
                                f,
                                form.shownWhen(f.key()),
                                "action".equals(f.key()) ? withheld : Set.of(),
                                choices,
                                ofForm,
                                proposed.get(f.key())))
                        .toList());
    }

    private static WorkItem.Field field(
            FormField f,
            ShownWhen shown,
            Set<String> withheld,
            Map<String, List<TaskForms.Choice>> choices,
            Map<String, List<TaskForms.Choice>> ofForm,
            TaskAct.Proposed proposed) {
        var options = f.valuesKey() == null
                ? f.options().stream()
                        .filter(o -> !withheld.contains(o.value()))
                        .map(o -> new WorkItem.Choice(o.value(), o.label()))
                        .toList()
                : ofForm.getOrDefault(f.valuesKey(), choices.getOrDefault(f.valuesKey(), List.of())).stream()
                        .map(c -> new WorkItem.Choice(c.value(), c.label()))
                        .toList();
        return new WorkItem.Field(
                f.key(),
                f.label(),
                proposed == null ? f.hint() : f.hint() == null ? proposed.why() : proposed.why() + f.hint(),
                f.type(),
                f.required(),
                f.maxLength(),
                proposed == null ? f.preset() : proposed.value(),
                options,
                shown == null ? null : new WorkItem.ShownWhen(shown.on(), shown.answers()));
    }
}
