package org.minqing.process.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.supervision.OpenSteps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's open tasks of a few appeals, and its groups without members. */
@Component
class EngineOpenSteps implements OpenSteps {

    private final AppealTaskService tasks;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final ApplicationAuthority authority;
    private final Holdings holdings;

    EngineOpenSteps(
            AppealTaskService tasks,
            RuntimeService runtime,
            JdbcClient jdbc,
            ApplicationAuthority authority,
            Holdings holdings) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.authority = authority;
        this.holdings = holdings;
    }

    @Override
    public Map<String, List<Step>> of(Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : authority.run(() -> steps(numbers));
    }

    private Map<String, List<Step>> steps(Collection<String> numbers) {
        var keys = numbers.toArray(String[]::new);
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(keys)
                .orderByTaskCreateTime()
                .asc()
                .list();
        var instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        Map<String, String> number = runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        var steps = new HashMap<String, List<Step>>();
        open.stream()
                // It may have ended since its task was found.
                .filter(task -> number.containsKey(task.getProcessInstanceId()))
                .collect(Collectors.groupingBy(task -> number.get(task.getProcessInstanceId())))
                .forEach((appeal, list) -> steps.put(appeal, steps(list)));
        return steps;
    }

    /** Several tasks of one name, as each rung of an escalation makes one, are one step with several holders. */
    private List<Step> steps(List<Task> open) {
        return open.stream()
                .collect(Collectors.groupingBy(Task::getName, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> new Step(
                        e.getKey(),
                        e.getValue().stream().flatMap(this::holders).distinct().collect(Collectors.joining("、")),
                        e.getValue().stream().allMatch(task -> task.getAssignee() != null)))
                .toList();
    }

    private Stream<String> holders(Task task) {
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return holdings.of(groups).stream().map(Holding::label);
    }

    @Override
    public Set<String> vacant(Collection<String> groups) {
        var vacant = new HashSet<>(groups);
        // The engine can only ask for one group at a time.
        jdbc.sql("select distinct group_id_ from act_id_membership where group_id_ = any (?)")
                .param(groups.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(vacant::remove);
        return vacant;
    }
}
