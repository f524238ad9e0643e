package org.minqing.process.guard;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.query.Query;

/**
 * Filters belong to the deployment: code that runs without a user creates them, people only use them.
 *
 * <p>Whoever may store a filter may store an expression, and the engine evaluates it for everybody who opens it.
 */
public class GuardedFilterService extends FilterServiceImpl {

    private final Supplier<Authentication> user;

    /** @param user who is acting on this thread; null while the application sets itself up */
    public GuardedFilterService(Supplier<Authentication> user) {
        this.user = user;
    }

    @Override
    public Filter newTaskFilter() {
        refuseUsers();
        return super.newTaskFilter();
    }

    @Override
    public Filter saveFilter(Filter filter) {
        refuseUsers();
        QueryExpressions.requireListed(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public void deleteFilter(String filterId) {
        refuseUsers();
        super.deleteFilter(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extension) {
        QueryExpressions.refuse(extension);
        return super.list(filterId, extension);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extension, int first, int max) {
        QueryExpressions.refuse(extension);
        return super.listPage(filterId, extension, first, max);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extension) {
        QueryExpressions.refuse(extension);
        return super.singleResult(filterId, extension);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extension) {
        QueryExpressions.refuse(extension);
        return super.count(filterId, extension);
    }

    /** @throws org.camunda.bpm.engine.BadUserRequestException if what a caller adds to a filter holds an expression */
    protected final void refuseExpressions(Query<?, ?> extension) {
        QueryExpressions.refuse(extension);
    }

    private void refuseUsers() {
        if (user.get() != null) {
            throw new AuthorizationException("Task filters come with the application; users cannot change them.");
        }
    }
}
