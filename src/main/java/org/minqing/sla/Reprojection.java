package org.minqing.sla;

import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.CalendarKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When the year's holidays become known, every open deadline that depends on working days is derived anew. */
@Component
class Reprojection {

    private static final Logger LOG = LoggerFactory.getLogger(Reprojection.class);

    private final JdbcClient jdbc;
    private final ClockRows rows;
    private final ClockMoves moves;
    private final Deadlines deadlines;
    private final Appeals appeals;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Reprojection(
            JdbcClient jdbc,
            ClockRows rows,
            ClockMoves moves,
            Deadlines deadlines,
            Appeals appeals,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.moves = moves;
        this.deadlines = deadlines;
        this.appeals = appeals;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @return how many deadlines moved. Safe on several nodes, and when it is interrupted: it goes on where it was */
    int run() {
        var stale = jdbc.sql("""
                select distinct appeal from sla_clock
                where outcome is null and stopped_at is null and calendar <> 'running' and basis <> ? order by appeal""")
                .param(deadlines.basis(CalendarKind.WORKING_DAYS))
                .query(String.class)
                .list();
        var moved = stale.stream().mapToInt(this::appeal).sum();
        if (moved > 0) {
            LOG.info("放假安排有变，重新推算了 {} 个时限。{} deadlines moved with the working calendar.", moved, moved);
        }
        return moved;
    }

    private int appeal(String number) {
        return transaction.execute(tx -> {
            appeals.lock(number);
            var now = clock.instant();
            return (int) List.copyOf(rows.fresh(number)).stream()
                    .filter(Clock::undecided)
                    .filter(c -> !c.basis().equals(deadlines.basis(c.calendar())))
                    .filter(c -> moves.reproject(number, c, now))
                    .count();
        });
    }
}
