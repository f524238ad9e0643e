package org.minqing.process;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists with which Tasklist opens, the nearest deadline first. Only this class makes filters. */
@Component
class ReadyFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final Rights rights;

    ReadyFilters(FilterService filters, TaskService tasks, Rights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    void create() {
        // What a candidate may read is granted task by task, so "open to my posts" needs no expression of its own.
        ready(
                "待我认领",
                10,
                tasks.createTaskQuery().taskUnassigned().orderByDueDate().asc());
        ready(
                "我的任务",
                20,
                stored().taskAssigneeExpression("${currentUser()}")
                        .orderByDueDate()
                        .asc());
        ready("全部可见任务", 30, tasks.createTaskQuery().orderByDueDate().asc());
    }

    /** A query that is stored and not asked: the guard lets no caller ask one with an expression. */
    private static TaskQuery stored() {
        return new org.camunda.bpm.engine.impl.TaskQueryImpl();
    }

    private void ready(String name, int priority, TaskQuery query) {
        var filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name)
                    .setQuery(query)
                    .setProperties(Map.of("priority", priority, "refresh", true));
            filters.saveFilter(filter);
        }
        rights.filter(filter.getId());
    }
}
