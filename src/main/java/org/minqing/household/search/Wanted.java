package org.minqing.household.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition of a query for rows {@code h} of the table {@code household}, made of those that were asked for. */
final class Wanted {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Of one locality, in these units, and there still. */
    Wanted(String locality, Collection<String> units) {
        and("h.ended is null and h.locality = :locality", "locality", locality);
        and("h.unit = any (:units)", "units", units);
    }

    /** @param value of the one parameter of the condition */
    Wanted and(String condition, String parameter, Object value) {
        conditions.add(condition);
        values.put(parameter, value instanceof Collection<?> texts ? texts.toArray(String[]::new) : value);
        return this;
    }

    /**
     * For which one person is responsible: he was named, or nobody was and he holds the post there.
     *
     * @param byPost codes of the units in which he is by his post
     */
    Wanted of(String worker, Collection<String> byPost) {
        and("""
                (h.id in (select o.household from household_owner o
                  where o.person = :worker and o.kind = 'worker' and o.until_day is null)
                or h.unit = any (:byPost) and not exists (select from household_owner o
                  where o.household = h.id and o.kind = 'worker' and o.until_day is null))""", "worker", worker);
        values.put("byPost", byPost.toArray(String[]::new));
        return this;
    }

    /** Whom no party member covers. */
    Wanted uncovered() {
        conditions.add("""
                not exists (select from household_owner o where o.household = h.id and o.kind = 'covering' and o.until_day is null)""");
        return this;
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
