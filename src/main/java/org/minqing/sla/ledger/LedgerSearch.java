package org.minqing.sla.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.minqing.appeal.ClockKind;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds clocks and their verdicts for auditors. It reads only. */
@Repository
public class LedgerSearch {

    /** How many clocks are on a page. */
    public static final int PAGE = 50;

    /** Nobody turns so many pages, and to count millions of clocks takes longer than to find the newest. */
    public static final long COUNTED = 10_000;

    /**
     * @param total on all pages together, counted no further than {@link #COUNTED}
     * @param more  whether there are more than were counted
     */
    public record Page(long total, boolean more, List<Found> clocks) {}

    /**
     * One clock.
     *
     * @param doneAt    when what it timed was done, in time or late; null if it was not
     * @param stoppedAt when it stopped, done or not; null while it runs
     * @param alarm     whether a timer of its appeal was touched
     */
    public record Found(
            String appeal,
            ClockKind clock,
            int round,
            String unit,
            Instant openedAt,
            Instant dueAt,
            LedgerFilter.Outcome outcome,
            Instant doneAt,
            Instant stoppedAt,
            boolean alarm) {

        /** How late it was, or is by now if it still runs; null unless it is a breach. */
        public Duration late(Instant now) {
            var end = doneAt != null ? doneAt : stoppedAt != null ? stoppedAt : now;
            return outcome == LedgerFilter.Outcome.BREACHED ? Duration.between(dueAt, end) : null;
        }
    }

    private final JdbcClient jdbc;

    LedgerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest deadline first.
     *
     * @param page from 1; one behind the last is empty
     */
    public Page find(LedgerFilter filter, int page) {
        var total = jdbc.sql(
                        "select count(*) from (select 1" + filter.clocks() + " limit " + (COUNTED + 1) + ") counted")
                .params(filter.values())
                .query(Long.class)
                .single();
        var clocks = jdbc.sql("select x.*" + filter.clocks()
                        + " order by x.due_at desc, x.appeal, x.clock, x.round limit " + PAGE + " offset "
                        + (page - 1L) * PAGE)
                .params(filter.values())
                .query((rs, row) -> found(rs))
                .list();
        return new Page(Math.min(total, COUNTED), total > COUNTED, clocks);
    }

    /** The chain of one appeal, oldest first. */
    public List<VerifyLedger.Row> chain(String appeal) {
        return jdbc.sql("select * from sla_ledger where appeal = ? order by id")
                .param(appeal)
                .query((rs, row) -> LedgerRows.row(rs))
                .list();
    }

    private static Found found(ResultSet rs) throws SQLException {
        return new Found(
                rs.getString("appeal"),
                ClockKind.valueOf(rs.getString("clock")),
                rs.getInt("round"),
                rs.getString("unit"),
                TimeColumn.read(rs, "opened_at"),
                TimeColumn.read(rs, "due_at"),
                LedgerFilter.Outcome.valueOf(rs.getString("outcome")),
                TimeColumn.read(rs, "done_at"),
                TimeColumn.read(rs, "stopped_at"),
                rs.getBoolean("alarm"));
    }
}
