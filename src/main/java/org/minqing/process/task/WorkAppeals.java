package org.minqing.process.task;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Subjects;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.security.StaffMember;
import org.minqing.sla.Acceptances;
import org.springframework.stereotype.Component;

/** What the tasks of a list are about: a few look-ups for the whole list. */
@Component
class WorkAppeals {

    /** @param acceptBy by when somebody is to take the task; null if that does not matter or was done */
    record About(Appeal appeal, Instant acceptBy) {}

    private final RuntimeService runtime;
    private final ApplicationAuthority authority;
    private final Appeals appeals;
    private final Subjects subjects;
    private final Acceptances acceptances;

    WorkAppeals(
            RuntimeService runtime,
            ApplicationAuthority authority,
            Appeals appeals,
            Subjects subjects,
            Acceptances acceptances) {
        this.runtime = runtime;
        this.authority = authority;
        this.appeals = appeals;
        this.subjects = subjects;
        this.acceptances = acceptances;
    }

    /** By id of the task. Left out are tasks whose appeal has ended since they were found, or is about this very person. */
    Map<String, About> of(StaffMember person, Collection<Task> tasks) {
        var instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        Map<String, String> numbers =
                authority.run(() -> runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
        numbers.values().removeAll(subjects.appealsAbout(person.userId()));
        var found = appeals.all(numbers.values());
        var acceptBy = acceptances.due(found.keySet());
        var about = new HashMap<String, About>();
        tasks.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .forEach(task -> {
                    var number = numbers.get(task.getProcessInstanceId());
                    about.put(task.getId(), new About(found.get(number), waits(task) ? acceptBy.get(number) : null));
                });
        return about;
    }

    /** Whether taking it would accept the appeal, and nobody has. */
    private static boolean waits(Task task) {
        return task.getAssignee() == null && AppealHandling.ACCEPTING.contains(task.getTaskDefinitionKey());
    }
}
