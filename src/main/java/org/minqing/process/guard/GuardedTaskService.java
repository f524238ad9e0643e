package org.minqing.process.guard;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Hands out task queries that refuse every expression before anything is evaluated (CVE-2026-109432).
 *
 * <p>The query stays a plain {@link TaskQueryImpl} with one more check, and must: the engine extends a filter only by
 * a query of the very same class.
 */
public class GuardedTaskService extends TaskServiceImpl {

    @Override
    public TaskQuery createTaskQuery() {
        TaskQueryImpl query = new TaskQueryImpl(commandExecutor);
        query.addValidator(QueryExpressions::refuse);
        return query;
    }
}
