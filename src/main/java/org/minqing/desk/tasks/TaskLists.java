package org.minqing.desk.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.Worklist;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** The lists of a person's tasks, the nearest deadline first. */
@Component
class TaskLists {

    /** @param count how many tasks are in it */
    record Tab(TaskFilter filter, long count) {}

    private final Worklist worklist;

    TaskLists(Worklist worklist) {
        this.worklist = worklist;
    }

    List<TaskLine> of(StaffMember person) {
        return worklist.of(person).stream().map(TaskLists::line).toList();
    }

    static List<TaskLine> in(TaskFilter filter, List<TaskLine> lines) {
        return lines.stream().filter(filter::admits).toList();
    }

    static List<Tab> tabs(List<TaskLine> lines) {
        return Arrays.stream(TaskFilter.values())
                .map(filter ->
                        new Tab(filter, lines.stream().filter(filter::admits).count()))
                .toList();
    }

    /** What to do next in that list: the task that came after the one just done, else the first. */
    Optional<WorkItem> next(StaffMember person, TaskFilter filter, WorkItem done) {
        var left = in(filter, of(person)).stream()
                .map(TaskLine::task)
                .filter(task -> !task.id().equals(done.id()) && task.barred() == null)
                .toList();
        return left.stream()
                .filter(task -> done.dueAt() != null
                        && (task.dueAt() == null || task.dueAt().compareTo(done.dueAt()) >= 0))
                .findFirst()
                .or(() -> left.stream().findFirst());
    }

    static TaskLine line(WorkItem task) {
        return new TaskLine(task, TimeLeft.of(task));
    }
}
