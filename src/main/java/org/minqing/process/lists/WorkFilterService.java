package org.minqing.process.lists;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minqing.process.guard.GuardedFilterService;
import org.minqing.sla.due.DueState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * A filter is a list of work: it shows what the signed-in person holds and what lies with his posts, also if a colleague
 * has taken it, unless the list is of what is late or soon. For whoever handles appeals that is exactly what the engine lets him read; asked for directly, because
 * through its table of rights, one row per open task and post, the same list took eight times as long. A supervisor may
 * read more than that, in Cockpit.
 */
// The engine offers the same object under its own name.
@Primary
@Component
class WorkFilterService extends GuardedFilterService {

    /** Property of a filter that shows what stands so to its limit now: a code of {@link DueState}. */
    static final String DUE = "due";

    // Resolved late: it needs the engine, which needs this service.
    private final ObjectProvider<IdentityService> identity;
    private final InstantSource clock;

    WorkFilterService(ObjectProvider<IdentityService> identity, InstantSource clock) {
        super(() -> identity.getObject().getCurrentAuthentication());
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public <T> List<T> list(String filterId) {
        return this.<T, Query<?, T>>list(filterId, null);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extension) {
        var query = narrowed(filterId, extension);
        return unchecked(() -> super.list(filterId, query));
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int max) {
        return this.<T, Query<?, T>>listPage(filterId, null, first, max);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extension, int first, int max) {
        var query = narrowed(filterId, extension);
        return unchecked(() -> super.listPage(filterId, query, first, max));
    }

    @Override
    public <T> T singleResult(String filterId) {
        return this.<T, Query<?, T>>singleResult(filterId, null);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extension) {
        var query = narrowed(filterId, extension);
        return unchecked(() -> super.singleResult(filterId, query));
    }

    @Override
    public Long count(String filterId) {
        return count(filterId, null);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extension) {
        var query = narrowed(filterId, extension);
        return unchecked(() -> super.count(filterId, query));
    }

    /** What a person asks of a filter, kept to his own work; refused if he may not see the filter or sends an expression. */
    @SuppressWarnings("unchecked")
    private <Q extends Query<?, ?>> Q narrowed(String filterId, Q extension) {
        refuseExpressions(extension);
        var filter = getFilter(filterId);
        var empty = new TaskQueryImpl();
        TaskQuery query = extension == null ? empty : empty.extend((TaskQuery) (Query<?, ?>) extension);
        onlyOwn(query, filter != null && onlyDue(filter, query));
        return (Q) query;
    }

    private <R> R unchecked(Callable<R> call) {
        return commandExecutor.execute(context -> context.runWithoutAuthorization(call));
    }

    /** {@link org.minqing.sla.due.Due#state} for the engine, which keeps whole milliseconds and compares without the equal; whether it mattered. */
    private boolean onlyDue(Filter filter, TaskQuery query) {
        var now = clock.instant();
        // Each in a branch of its own, so that a limit in the person's own search still counts.
        if (DueState.LATE.code().equals(filter.getProperties().get(DUE))) {
            query.or().dueBefore(Date.from(now)).endOr();
        } else if (DueState.SOON.code().equals(filter.getProperties().get(DUE))) {
            query.or().dueAfter(Date.from(now.minusMillis(1))).endOr();
            query.or().followUpBefore(Date.from(now.plusMillis(1))).endOr();
        } else {
            return false;
        }
        return true;
    }

    /**
     * The engine itself adds that the tenant is the person's own.
     *
     * @param todo without what a colleague has taken: what is late presses him, and the telephone shows it to nobody else
     */
    private void onlyOwn(TaskQuery query, boolean todo) {
        var person = identity.getObject().getCurrentAuthentication();
        if (person == null) {
            return;
        }
        var own = query.or().taskAssignee(person.getUserId());
        if (person.getGroupIds() != null && !person.getGroupIds().isEmpty()) {
            own.taskCandidateGroupIn(person.getGroupIds());
            if (!todo) {
                own.includeAssignedTasks();
            }
        }
        own.endOr();
    }
}
