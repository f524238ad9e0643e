package org.minqing.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.database.TimeColumn;
import org.minqing.database.TransactionMemo;
import org.minqing.sla.calendar.Suspension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks in the database. Whoever writes holds the lock of the appeal. */
@Repository
class ClockRows {

    private static final TypeReference<List<Clock.Extension>> EXTENSIONS = new TypeReference<>() {};
    private static final TypeReference<List<Clock.Retiming>> RETIMINGS = new TypeReference<>() {};
    private static final TypeReference<List<Suspension>> SUSPENSIONS = new TypeReference<>() {};

    private final TransactionMemo<List<Clock>> memo = new TransactionMemo<>();
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ClockRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All clocks of an appeal in the order in which they were opened. */
    List<Clock> of(String appeal) {
        return memo.get(appeal, () -> read(appeal));
    }

    /** The same, as they are now: for acts, after the lock was taken. */
    List<Clock> fresh(String appeal) {
        memo.forget(appeal);
        return of(appeal);
    }

    void open(String appeal, List<Clock> clocks) {
        memo.forget(appeal);
        jdbc.sql("""
                insert into sla_clock (appeal, clock, round, budget, calendar, warn_before, opened_at, warn_at, due_at, basis, retimings)
                select :appeal, * from unnest(:clock::text[], :round::int[], :budget::text[], :calendar::text[],
                    :warnBefore::text[], :openedAt::timestamptz[], :warnAt::timestamptz[], :dueAt::timestamptz[], :basis::text[],
                    :retimings::jsonb[])""")
                .param("appeal", appeal)
                .param("clock", texts(clocks, c -> c.kind().name()))
                .param("round", texts(clocks, c -> Integer.toString(c.round())))
                .param("budget", texts(clocks, c -> c.budget().toString()))
                .param("calendar", texts(clocks, c -> c.calendar().code()))
                .param("warnBefore", texts(clocks, c -> c.warnBefore().toString()))
                .param("openedAt", texts(clocks, c -> c.openedAt().toString()))
                .param(
                        "warnAt",
                        texts(
                                clocks,
                                c -> c.warnAt() == null ? null : c.warnAt().toString()))
                .param("dueAt", texts(clocks, c -> c.dueAt().toString()))
                .param("basis", texts(clocks, Clock::basis))
                .param("retimings", texts(clocks, c -> write(c.retimings())))
                .update();
    }

    /** The same of one that may have run before in this round. */
    void openAnew(String appeal, Clock c) {
        memo.forget(appeal);
        jdbc.sql("delete from sla_clock where appeal = ? and clock = ? and round = ? and stopped_at is not null")
                .params(appeal, c.kind().name(), c.round())
                .update();
        open(appeal, List.of(c));
    }

    /** What had stopped it did not count. A breach stays one. */
    void goesOn(String appeal, Clock c) {
        one(
                appeal,
                c,
                "outcome = nullif(outcome, 'MET'), stopped_at = null",
                "stopped_at is not null and outcome in ('MET', 'BREACHED')",
                s -> s);
    }

    void stop(String appeal, Clock c, Clock.Outcome outcome, Instant at) {
        one(
                appeal,
                c,
                "outcome = :outcome, stopped_at = :at",
                "stopped_at is null",
                s -> s.param("outcome", outcome.name()).param("at", TimeColumn.of(at)));
    }

    /** The first rung of the escalation is due at once. */
    void breach(String appeal, Clock c) {
        one(
                appeal,
                c,
                "outcome = 'BREACHED', next_rung_at = :at",
                "outcome is null and stopped_at is null",
                s -> s.param("at", TimeColumn.of(c.overdueAt())));
    }

    void warned(String appeal, Clock c) {
        one(appeal, c, "warned = true", "not warned", s -> s);
    }

    void escalated(String appeal, Clock c, int rung, Instant nextAt) {
        one(
                appeal,
                c,
                "rung = :rung, next_rung_at = :next",
                "rung < :rung",
                s -> s.param("rung", rung).param("next", TimeColumn.of(nextAt)));
    }

    /** Its limit, its allowance, its suspensions and what was derived from them. Before another deadline there is another warning. */
    void move(String appeal, Clock c) {
        one(
                appeal,
                c,
                """
                budget = :budget, calendar = :calendar, warn_before = :warnBefore, counted_from = :countedFrom,
                retimings = :retimings::jsonb, extensions = :extensions::jsonb, suspensions = :suspensions::jsonb,
                warned = warned and due_at = :dueAt, warn_at = :warnAt, due_at = :dueAt, basis = :basis""",
                "outcome is null and stopped_at is null",
                s -> s.param("extensions", write(c.extensions()))
                        .param("suspensions", write(c.suspensions()))
                        .param("retimings", write(c.retimings()))
                        .param("budget", c.budget().toString())
                        .param("calendar", c.calendar().code())
                        .param("warnBefore", c.warnBefore().toString())
                        .param("countedFrom", TimeColumn.of(c.countedFrom()))
                        .param("warnAt", TimeColumn.of(c.warnAt()))
                        .param("dueAt", TimeColumn.of(c.dueAt()))
                        .param("basis", c.basis()));
    }

    private void one(
            String appeal,
            Clock c,
            String change,
            String condition,
            UnaryOperator<JdbcClient.StatementSpec> parameters) {
        memo.forget(appeal);
        var rows = parameters
                .apply(jdbc.sql("update sla_clock set " + change
                        + " where appeal = :appeal and clock = :clock and round = :round and " + condition))
                .param("appeal", appeal)
                .param("clock", c.kind().name())
                .param("round", c.round())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("The " + c.kind() + " clock of " + appeal + " is not as it was read");
        }
    }

    private List<Clock> read(String appeal) {
        return jdbc.sql("select * from sla_clock where appeal = ? order by opened_at, round, due_at, clock")
                .param(appeal)
                .query(this::map)
                .list();
    }

    private Clock map(ResultSet rs, int row) throws SQLException {
        return new Clock(
                ClockKind.valueOf(rs.getString("clock")),
                rs.getInt("round"),
                Duration.parse(rs.getString("budget")),
                CalendarKind.of(rs.getString("calendar")),
                Duration.parse(rs.getString("warn_before")),
                read(rs.getString("extensions"), EXTENSIONS),
                read(rs.getString("suspensions"), SUSPENSIONS),
                TimeColumn.read(rs, "opened_at"),
                countedFrom(rs),
                read(rs.getString("retimings"), RETIMINGS),
                TimeColumn.read(rs, "warn_at"),
                TimeColumn.read(rs, "due_at"),
                rs.getString("basis"),
                rs.getBoolean("warned"),
                Optional.ofNullable(rs.getString("outcome"))
                        .map(Clock.Outcome::valueOf)
                        .orElse(null),
                TimeColumn.read(rs, "stopped_at"),
                rs.getInt("rung"),
                TimeColumn.read(rs, "next_rung_at"));
    }

    private static Instant countedFrom(ResultSet rs) throws SQLException {
        var from = TimeColumn.read(rs, "counted_from");
        return from == null ? TimeColumn.read(rs, "opened_at") : from;
    }

    private <T> List<T> read(String text, TypeReference<List<T>> type) {
        if ("[]".equals(text)) {
            return List.of();
        }
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] texts(List<Clock> clocks, Function<Clock, String> part) {
        return clocks.stream().map(part).toArray(String[]::new);
    }
}
