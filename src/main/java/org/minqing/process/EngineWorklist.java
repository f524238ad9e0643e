package org.minqing.process;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Categories;
import org.minqing.appeal.Subjects;
import org.minqing.appeal.Times;
import org.minqing.desk.WorkItem;
import org.minqing.desk.Worklist;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.process.forms.FormField;
import org.minqing.process.forms.ShownWhen;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** The engine's tasks, under the engine's own rights of the person. */
@Component
class EngineWorklist implements Worklist {

    /** More than anybody can look through; the oldest deadlines come first. */
    private static final int MOST = 200;

    private final AppealTaskService tasks;
    private final TaskGate gate;
    private final TaskForms forms;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final ApplicationAuthority authority;
    private final Appeals appeals;
    private final Subjects subjects;
    private final Categories categories;
    private final Localities localities;
    private final InstantSource clock;

    EngineWorklist(
            AppealTaskService tasks,
            TaskGate gate,
            TaskForms forms,
            RuntimeService runtime,
            IdentityService identity,
            ApplicationAuthority authority,
            Appeals appeals,
            Subjects subjects,
            Categories categories,
            Localities localities,
            InstantSource clock) {
        this.tasks = tasks;
        this.gate = gate;
        this.forms = forms;
        this.runtime = runtime;
        this.identity = identity;
        this.authority = authority;
        this.appeals = appeals;
        this.subjects = subjects;
        this.categories = categories;
        this.localities = localities;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> of(StaffMember person) {
        return items(person, authority.run(() -> open(person, query -> query)));
    }

    @Override
    public Optional<WorkItem> find(StaffMember person, String taskId) {
        return items(person, authority.run(() -> open(person, query -> query.taskId(taskId)))).stream()
                .findFirst();
    }

    private List<WorkItem> items(StaffMember person, List<Task> mine) {
        if (mine.isEmpty()) {
            return List.of();
        }
        var instances = mine.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, String> numbers =
                authority.run(() -> runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
        numbers.values().removeAll(subjects.appealsAbout(person.userId()));
        var about = appeals.all(numbers.values());
        var now = clock.instant();
        // Pick-lists depend on the place alone, and many tasks are about few places.
        var choices = new HashMap<String, Map<String, List<TaskForms.Choice>>>();
        return mine.stream()
                // An appeal may have ended since its task was found, or it is about this very person.
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .map(task -> {
                    var appeal = about.get(numbers.get(task.getProcessInstanceId()));
                    return item(
                            person,
                            task,
                            appeal,
                            now,
                            choices.computeIfAbsent(appeal.unit(), u -> forms.choices(appeal)));
                })
                .toList();
    }

    /**
     * What this person holds and what is offered to his posts, in his locality: exactly the tasks for which the engine
     * grants him a right, asked for directly. Through its table of rights the same list of 200 took eight times as long. Two
     * questions, because the database answers both at once only by looking at every task.
     */
    private List<Task> open(StaffMember person, UnaryOperator<TaskQuery> narrowed) {
        var held = nearest(narrowed.apply(tasks.createTaskQuery())
                .tenantIdIn(person.locality())
                .taskAssignee(person.userId()));
        var offered = person.groups().isEmpty()
                ? List.<Task>of()
                : nearest(narrowed.apply(tasks.createTaskQuery())
                        .tenantIdIn(person.locality())
                        .taskCandidateGroupIn(person.groups()));
        return Stream.concat(held.stream(), offered.stream())
                .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST)
                .toList();
    }

    private static List<Task> nearest(TaskQuery query) {
        return query.orderByDueDate().asc().listPage(0, MOST);
    }

    private WorkItem item(
            StaffMember person, Task task, Appeal appeal, Instant now, Map<String, List<TaskForms.Choice>> choices) {
        var form = forms.ofTask(task.getTaskDefinitionKey());
        var due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        return new WorkItem(
                task.getId(),
                task.getName(),
                form.id(),
                appeal.number(),
                appeal.title(),
                categories.nameOf(appeal.locality(), appeal.category()),
                place(appeal),
                appeal.urgencyName(),
                due == null ? null : Times.iso(due),
                due == null ? "" : Times.left(now, due),
                person.userId().equals(task.getAssignee()),
                form.fields().stream()
                        .map(f -> field(f, form.shownWhen(f.key()), choices))
                        .toList());
    }

    private String place(Appeal appeal) {
        var locality = localities.get(appeal.locality());
        var unit = locality.unit(appeal.unit()).map(Unit::name).orElse(locality.name());
        return appeal.address() == null ? unit : unit + " " + appeal.address();
    }

    private static WorkItem.Field field(FormField f, ShownWhen shown, Map<String, List<TaskForms.Choice>> choices) {
        var options = f.valuesKey() == null
                ? f.options().stream()
                        .map(o -> new WorkItem.Choice(o.value(), o.label()))
                        .toList()
                : choices.get(f.valuesKey()).stream()
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

    @Override
    public void claim(StaffMember person, String taskId) {
        as(person, () -> {
            gate.claim(taskId);
            return null;
        });
    }

    @Override
    public void release(StaffMember person, String taskId) {
        as(person, () -> {
            gate.release(taskId);
            return null;
        });
    }

    @Override
    public void complete(StaffMember person, String taskId, Map<String, Object> answers) {
        as(person, () -> {
            gate.complete(taskId, answers);
            return null;
        });
    }

    private <T> T as(StaffMember person, Supplier<T> call) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(person.userId(), person.groups(), List.of(person.locality()));
        try {
            return call.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
