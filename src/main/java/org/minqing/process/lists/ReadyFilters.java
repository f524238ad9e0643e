package org.minqing.process.lists;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.minqing.organisation.Localities;
import org.minqing.process.TaskOrder;
import org.minqing.process.staff.EngineRights;
import org.minqing.sla.due.DueState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the filters of {@link ReadyFilter} into the engine, each for the posts whose work it is. Only this class makes filters. */
@Component
public class ReadyFilters {

    private final FilterService filters;
    private final Localities localities;
    private final WorkOfPosts work;
    private final EngineRights rights;

    ReadyFilters(FilterService filters, Localities localities, WorkOfPosts work, EngineRights rights) {
        this.filters = filters;
        this.localities = localities;
        this.work = work;
        this.rights = rights;
    }

    /** One transaction: there are hundreds of rights. What an earlier version made, and this one does not know, is gone. */
    @Transactional
    public void create() {
        var there = new HashMap<String, Filter>();
        for (var filter : filters.createTaskFilterQuery().list()) {
            if (ReadyFilter.named(filter.getName()).isEmpty() || there.put(filter.getName(), filter) != null) {
                filters.deleteFilter(filter.getId());
            }
        }
        for (var ready : ReadyFilter.values()) {
            var filter = there.getOrDefault(ready.title(), null);
            if (filter == null) {
                filter = filters.newTaskFilter(ready.title());
            }
            // A query that is stored and not asked: the guard lets no caller ask one with an expression.
            filter.setQuery(TaskOrder.of(ready.restrict(new TaskQueryImpl())));
            filter.setProperties(properties(ready));
            var id = filters.saveFilter(filter).getId();
            localities
                    .all()
                    .forEach(locality -> work.groups(locality, ready).forEach(group -> rights.filter(id, group)));
        }
    }

    private static Map<String, Object> properties(ReadyFilter ready) {
        return Map.of(
                "priority",
                ready.place(),
                "description",
                ready.explanation(),
                "refresh",
                true,
                "showTaskCount",
                true,
                WorkFilterService.DUE,
                switch (ready) {
                    case DUE_SOON -> DueState.SOON.code();
                    case OVERDUE -> DueState.LATE.code();
                    default -> "";
                });
    }
}
