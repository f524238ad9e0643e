package org.minqing.sla;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.minqing.database.TimeColumn;
import org.minqing.sla.calendar.CalendarFileException;
import org.minqing.sla.calendar.Calendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down the breaches that no timer told of, whatever became of the timer: a dead timer can delay a breach, but never
 * lose it. Needs nothing of the engine. Several nodes may sweep at once: each appeal is one node's at a time.
 */
@Component
public class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final LimitWatch watch;
    private final Calendars calendars;
    private final Reprojection reprojection;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final Duration patience;

    /** @param patience how late a timer may be before the sweeper writes in its place */
    Sweeper(
            JdbcClient jdbc,
            LimitWatch watch,
            Calendars calendars,
            Reprojection reprojection,
            InstantSource clock,
            TransactionTemplate transaction,
            @Value("${minqing.sla.timer-patience}") Duration patience) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.calendars = calendars;
        this.reprojection = reprojection;
        this.clock = clock;
        this.transaction = transaction;
        this.patience = patience;
    }

    @Scheduled(fixedDelayString = "${minqing.sla.sweep-every}", initialDelayString = "${minqing.sla.sweep-every}")
    void tick() {
        var missed = breaches();
        if (missed > 0) {
            LOG.warn("定时器没有按时触发，补记了 {} 次超时。{} breaches were written without their timers.", missed, missed);
        }
        readCalendars();
        reprojection.run();
    }

    /** A file with a mistake is not taken, and must not keep anything else from being done. */
    private void readCalendars() {
        try {
            calendars.refresh();
        } catch (CalendarFileException e) {
            LOG.error("放假安排文件有误，仍按原安排计算。The calendar stays as it was: {}", e.getMessage());
        }
    }

    /** @return how many breaches were written, oldest first */
    public int breaches() {
        int all = 0;
        for (List<String> overdue = overdue(); !overdue.isEmpty(); overdue = overdue()) {
            int written = overdue.stream().mapToInt(this::breaches).sum();
            all += written;
            if (written == 0) {
                // Other nodes hold what is left.
                return all;
            }
        }
        return all;
    }

    /** @return how many deadlines moved because the working calendar changed */
    public int reproject() {
        return reprojection.run();
    }

    private List<String> overdue() {
        return jdbc.sql("""
                select appeal from sla_clock where outcome is null and stopped_at is null and due_at < ?
                group by appeal order by min(due_at) limit ?""")
                .params(TimeColumn.of(clock.instant().minus(patience)), BATCH)
                .query(String.class)
                .list();
    }

    private int breaches(String number) {
        return transaction.execute(tx -> {
            var mine = jdbc.sql(
                            "select count(*) from (select 1 from appeal where number = ? for no key update skip locked) a")
                    .param(number)
                    .query(Integer.class)
                    .single();
            return mine == 1 ? watch.breachesMissed(number) : 0;
        });
    }
}
