package org.minqing.process.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/** Finds the expressions of a query in all its branches; the engine itself looks only at the first. */
final class QueryExpressions {

    private QueryExpressions() {}

    /** @throws BadUserRequestException if the query holds an expression anywhere, even one that filters may hold */
    static void refuse(Query<?, ?> query) {
        if (!in(query).isEmpty()) {
            throw new BadUserRequestException("Expressions are not accepted in queries; none was evaluated.");
        }
    }

    /** @throws BadUserRequestException if the query holds an expression that {@link FilterExpressions} does not list */
    static void requireListed(Query<?, ?> query) {
        in(query).forEach(FilterExpressions::require);
    }

    private static List<String> in(Query<?, ?> query) {
        List<String> found = new ArrayList<>();
        collect(query, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    /** A query is its own first branch, and branches may share one list: hence the memory of those seen. */
    private static void collect(Object query, Collection<String> found, Set<Object> seen) {
        if (query instanceof AbstractQuery<?, ?> any && seen.add(any)) {
            found.addAll(any.getExpressions().values());
            if (any instanceof TaskQueryImpl tasks) {
                tasks.getQueries().forEach(branch -> collect(branch, found, seen));
            }
        }
    }
}
