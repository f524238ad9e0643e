package org.minqing.database;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock of the database: the only one whose time is written down. Several nodes may disagree about the time of day,
 * but they share one database. Within a transaction it stands still, so that one act has one time. Whole milliseconds,
 * cut off and not rounded: the engine's timers know no more, and a clock must never run ahead of them.
 */
@Component
public class DatabaseClock implements InstantSource {

    private final TransactionMemo<Instant> memo = new TransactionMemo<>();
    private final JdbcClient jdbc;

    DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant instant() {
        return memo.get("now", this::read);
    }

    /** Lets time go on within a transaction that had to wait: what others wrote meanwhile is later than what it has read. */
    public void goOn() {
        memo.forget("now");
    }

    private Instant read() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }
}
