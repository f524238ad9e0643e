package org.minqing.process.task;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minqing.access.TasksInHand;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** The engine's open tasks by whoever holds them. */
@Component
class EngineTasksInHand implements TasksInHand {

    private final AppealTaskService tasks;
    private final ApplicationAuthority authority;

    EngineTasksInHand(AppealTaskService tasks, ApplicationAuthority authority) {
        this.tasks = tasks;
        this.authority = authority;
    }

    @Override
    public boolean has(String userId, String number) {
        return authority.run(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskAssignee(userId)
                        .count()
                > 0);
    }

    @Override
    public boolean of(StaffMember person, String number) {
        return authority.run(() -> work(number).taskAssignee(person.userId()).count() > 0
                || !person.groups().isEmpty()
                        && work(number).taskCandidateGroupIn(person.groups()).count() > 0);
    }

    @Override
    public Optional<String> next(StaffMember person, String number) {
        return authority.run(() -> Stream.concat(
                        work(number).taskAssignee(person.userId()).list().stream(),
                        person.groups().isEmpty()
                                ? Stream.empty()
                                : work(number).taskCandidateGroupIn(person.groups()).list().stream())
                .map(Task::getId)
                .findFirst());
    }

    /** Of the tasks of the handling itself: whoever only supervises or decides beside it has his own right or none. */
    private TaskQuery work(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKeyIn(AppealHandling.WORK.toArray(String[]::new));
    }
}
