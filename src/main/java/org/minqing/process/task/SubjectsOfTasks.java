package org.minqing.process.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.OneCommand;
import org.minqing.sla.due.RunningLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what tasks are about: a few look-ups for a whole list, whatever kinds are in it. */
@Component
class SubjectsOfTasks {

    /**
     * @param clock which limit it is that the task is due by, in Chinese; empty if that goes without saying
     * @param news  as {@link TaskSubjects#news} tells it; null if there is none
     */
    record About(TaskSubject subject, String clock, String news) {}

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ApplicationAuthority authority;
    private final OneCommand command;
    private final JdbcClient jdbc;
    private final Map<String, TaskSubjects> kinds = new HashMap<>();
    /** Key of a process by id of its definition, which never changes. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    SubjectsOfTasks(
            RepositoryService repository,
            RuntimeService runtime,
            ApplicationAuthority authority,
            OneCommand command,
            JdbcClient jdbc,
            List<TaskSubjects> kinds) {
        this.repository = repository;
        this.runtime = runtime;
        this.authority = authority;
        this.command = command;
        this.jdbc = jdbc;
        kinds.forEach(kind -> kind.processes().forEach(process -> {
            if (this.kinds.put(process, kind) != null) {
                throw new IllegalStateException("Two kinds of things are handled by " + process);
            }
        }));
    }

    /**
     * Whoever acts on a task waits for those who act on the same thing, and before the engine reads anything: one that has
     * read half of an instance, and the other half after somebody else changed it, finds itself lost.
     */
    void hold(String taskId, Map<String, Object> answers) {
        // Others are no ids, and the database refuses some signs.
        if (taskId != null && taskId.matches("[A-Za-z0-9-]{1,64}")) {
            jdbc.sql("""
                            select r.key_, p.business_key_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                                join act_re_procdef r on r.id_ = t.proc_def_id_ where t.id_ = ?""")
                    .param(taskId)
                    .query((rs, row) -> Map.entry(rs.getString(1), rs.getString(2)))
                    .optional()
                    .filter(found -> kinds.containsKey(found.getKey()))
                    .ifPresent(found -> kinds.get(found.getKey()).hold(found.getValue(), answers));
        }
    }

    /** What one task is about; empty if there is no such thing for this person. */
    Optional<TaskSubject> of(String person, Task task) {
        // A handler may see his task and not the whole instance.
        var number = command.businessKey(task.getProcessInstanceId());
        return Optional.ofNullable(kind(task).knownTo(person, List.of(number)).get(number));
    }

    /** By id of the task. Left out are tasks whose instance has ended since they were found, or of whose subject this person may not know. */
    Map<String, About> of(String person, Collection<Task> tasks) {
        var numbers = numbers(tasks);
        var about = new HashMap<String, About>();
        tasks.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.groupingBy(this::kind))
                .forEach((kind, same) -> about.putAll(of(kind, person, same, numbers)));
        return about;
    }

    private static Map<String, About> of(
            TaskSubjects kind, String person, List<Task> tasks, Map<String, String> numbers) {
        var asked = tasks.stream()
                .map(task -> numbers.get(task.getProcessInstanceId()))
                .collect(Collectors.toSet());
        var known = kind.knownTo(person, new ArrayList<>(asked));
        var running = kind.running(known.keySet());
        var news = kind.news(known.keySet());
        var about = new HashMap<String, About>();
        for (var task : tasks) {
            var subject = known.get(numbers.get(task.getProcessInstanceId()));
            if (subject != null) {
                var due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
                var limits = running.getOrDefault(subject.number(), List.of());
                about.put(
                        task.getId(),
                        new About(subject, RunningLimits.labelAt(limits, due), news.get(subject.number())));
            }
        }
        return about;
    }

    /** By number: answers to {@code action} that the forms of these tasks do not offer. */
    Map<String, Set<String>> withheld(Collection<Task> tasks, Map<String, About> about, Collection<String> groups) {
        var withheld = new HashMap<String, Set<String>>();
        tasks.stream()
                .filter(task -> about.containsKey(task.getId()))
                .collect(Collectors.groupingBy(
                        this::kind,
                        Collectors.mapping(
                                task -> about.get(task.getId()).subject().number(), Collectors.toSet())))
                .forEach((kind, numbers) -> withheld.putAll(kind.withheld(numbers, groups)));
        return withheld;
    }

    private Map<String, String> numbers(Collection<Task> tasks) {
        var instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return authority.run(() -> runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
    }

    /** @throws IllegalStateException if nobody knows what tasks of that process are about */
    TaskSubjects kind(Task task) {
        var key = keys.computeIfAbsent(
                task.getProcessDefinitionId(),
                id -> authority.run(() -> repository.getProcessDefinition(id).getKey()));
        var kind = kinds.get(key);
        if (kind == null) {
            throw new IllegalStateException("No kind of things is handled by " + key);
        }
        return kind;
    }
}
