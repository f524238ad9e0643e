package org.minqing.process.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.Worklist;
import org.minqing.process.TaskOrder;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.OnBehalf;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** The engine's tasks, under the engine's own rights of the person. */
@Component
class EngineWorklist implements Worklist {

    /** More than anybody can look through; the oldest deadlines come first. */
    private static final int MOST = 200;

    private final AppealTaskService tasks;
    private final TaskGate gate;
    private final OnBehalf onBehalf;
    private final ApplicationAuthority authority;
    private final WorkItems items;

    EngineWorklist(
            AppealTaskService tasks,
            TaskGate gate,
            OnBehalf onBehalf,
            ApplicationAuthority authority,
            WorkItems items) {
        this.tasks = tasks;
        this.gate = gate;
        this.onBehalf = onBehalf;
        this.authority = authority;
        this.items = items;
    }

    @Override
    public List<WorkItem> of(StaffMember person) {
        return items.of(person, authority.run(() -> open(person, query -> query)));
    }

    @Override
    public Optional<WorkItem> find(StaffMember person, String taskId) {
        return items.opened(person, authority.run(() -> open(person, query -> query.taskId(taskId))));
    }

    @Override
    public List<WorkItem> about(StaffMember person, String number) {
        return items.of(person, authority.run(() -> open(person, query -> query.processInstanceBusinessKey(number))));
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
                .sorted(TaskOrder.comparator())
                .limit(MOST)
                .toList();
    }

    private static List<Task> nearest(TaskQuery query) {
        return TaskOrder.of(query).listPage(0, MOST);
    }

    @Override
    public void claim(StaffMember person, String taskId) {
        onBehalf.of(person, () -> {
            gate.claim(taskId, person.userId());
            return null;
        });
    }

    @Override
    public void release(StaffMember person, String taskId) {
        onBehalf.of(person, () -> {
            gate.release(taskId);
            return null;
        });
    }

    @Override
    public void complete(StaffMember person, String taskId, Map<String, Object> answers) {
        onBehalf.of(person, () -> {
            gate.complete(taskId, answers);
            return null;
        });
    }
}
