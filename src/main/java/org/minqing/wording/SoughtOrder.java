package org.minqing.wording;

import java.util.List;

/**
 * In which order appeals are found; those that are alike in it, newest first.
 *
 * @param by    by what
 * @param ranks of what has no order of its own, as people have it; codes that are not among them come last
 */
public record SoughtOrder(By by, List<String> ranks) {

    /** Newest first. */
    public static final SoughtOrder NEWEST = new SoughtOrder(By.NEWEST, List.of());

    /** By what; each stands for a piece of SQL, and nothing from outside gets there. */
    public enum By {
        NEWEST(""),
        OLDEST("a.submitted_at, a.number, "),
        STATUS("array_position(:ranks::text[], a.status) nulls last, "),
        CATEGORY("array_position(:ranks::text[], a.category) nulls last, "),
        PLACE("array_position(:ranks::text[], a.unit) nulls last, "),
        HANDLING_UNIT("array_position(:ranks::text[], a.handling_unit) nulls last, ");

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    public SoughtOrder {
        ranks = List.copyOf(ranks);
    }
}
