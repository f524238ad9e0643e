package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.AppealEvent;
import org.minqing.database.TransactionMemo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens and stops the clocks and writes the ledger, in the transaction of the act. A clock is opened once per round;
 * returning, re-assigning and commenting do not touch it. Its verdict follows from the time of the act alone: a late
 * timer cannot turn a breach into a success.
 */
@Component
public class Clocks {

    private final TransactionMemo<List<Clock>> memo = new TransactionMemo<>();
    private final JdbcClient jdbc;

    Clocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AppealEvent.Decided e) {
        if (e.round() == 0) {
            var limits = e.limits();
            open(e, ClockKind.RESPOND, limits.respondWithin(), limits.respondWarnBefore());
        }
        open(e, ClockKind.RESOLVE, e.limits().resolveWithin(), e.limits().resolveWarnBefore());
    }

    @EventListener
    void on(AppealEvent.Responded e) {
        stop(e, ClockKind.RESPOND);
    }

    @EventListener
    void on(AppealEvent.Resulted e) {
        stop(e, ClockKind.RESOLVE);
        open(e, ClockKind.CALL_BACK, e.answerWithin(), Duration.ZERO);
    }

    @EventListener
    void on(AppealEvent.Rated e) {
        stop(e, ClockKind.CALL_BACK);
    }

    @EventListener
    void on(AppealEvent.Ended e) {
        memo.forget(e.number());
        jdbc.sql("""
                with c as (
                  update sla_clock set outcome = coalesce(outcome, 'CANCELLED'), stopped_at = :at
                  where appeal = :appeal and stopped_at is null returning *)
                insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                select appeal, clock, round, 'CANCELLED', :at, due_at from c where outcome = 'CANCELLED'""").param("appeal", e.number()).param("at", utc(e.at())).update();
    }

    private void open(AppealEvent e, ClockKind kind, Duration budget, Duration warnBefore) {
        memo.forget(e.number());
        var due = e.at().plus(budget);
        jdbc.sql("""
                with c as (
                  insert into sla_clock (appeal, clock, round, budget, warn_before, opened_at, warn_at, due_at)
                  values (:appeal, :clock, :round, :budget, :warnBefore, :at, :warnAt, :due) returning *)
                insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                select appeal, clock, round, 'OPENED', opened_at, due_at from c""")
                .param("appeal", e.number())
                .param("clock", kind.name())
                .param("round", e.round())
                .param("budget", budget.toString())
                .param("warnBefore", warnBefore.toString())
                .param("at", utc(e.at()))
                .param("warnAt", utc(due.minus(warnBefore)))
                .param("due", utc(due))
                .update();
    }

    /** Idempotent: what was done once is not done again. Done after the limit is a breach, whether a timer saw it or not. */
    private void stop(AppealEvent e, ClockKind kind) {
        memo.forget(e.number());
        jdbc.sql("""
                with c as (
                  update sla_clock
                  set outcome = coalesce(outcome, case when :at <= due_at then 'MET' else 'BREACHED' end), stopped_at = :at
                  where appeal = :appeal and clock = :clock and stopped_at is null returning *)
                insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                select appeal, clock, round, outcome, :at, due_at from c
                union all select appeal, clock, round, 'DONE_LATE', :at, due_at from c where outcome = 'BREACHED'
                on conflict do nothing""")
                .param("appeal", e.number())
                .param("clock", kind.name())
                .param("at", utc(e.at()))
                .update();
    }

    /**
     * Writes down that a clock ran out, once.
     *
     * @return whether it is this call that wrote it
     * @throws IllegalStateException if the clock is not over yet by the time of the database
     */
    public boolean breach(String appeal, ClockKind kind, Instant now) {
        var clock = running(appeal, kind);
        if (clock.isPresent() && !clock.get().dueAt().isBefore(now)) {
            throw new IllegalStateException("The " + kind + " clock of " + appeal + " is not over before "
                    + clock.get().dueAt());
        }
        memo.forget(appeal);
        return jdbc.sql("""
                with c as (
                  update sla_clock set outcome = 'BREACHED'
                  where appeal = :appeal and clock = :clock and outcome is null and stopped_at is null returning *)
                insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                select appeal, clock, round, 'BREACHED', :at, due_at from c""")
                        .param("appeal", appeal)
                        .param("clock", kind.name())
                        .param("at", utc(now))
                        .update()
                > 0;
    }

    /** Notes a warning or an escalation of the running clock, once per round. */
    public void note(String appeal, ClockKind kind, String what, Instant now) {
        jdbc.sql("""
                insert into sla_ledger (appeal, clock, round, kind, occurred_at, due_at)
                select appeal, clock, round, :kind, :at, due_at from sla_clock
                where appeal = :appeal and clock = :clock and stopped_at is null on conflict do nothing""")
                .param("appeal", appeal)
                .param("clock", kind.name())
                .param("kind", what)
                .param("at", utc(now))
                .update();
    }

    /** The clock of that kind that has not been stopped, breached or not. */
    public Optional<Clock> running(String appeal, ClockKind kind) {
        return of(appeal).stream()
                .filter(c -> c.kind() == kind && c.stoppedAt() == null)
                .findFirst();
    }

    /** All clocks of an appeal in the order in which they were opened. */
    public List<Clock> of(String appeal) {
        return memo.get(appeal, () -> read(appeal));
    }

    private List<Clock> read(String appeal) {
        return jdbc.sql("select * from sla_clock where appeal = ? order by opened_at, due_at")
                .param(appeal)
                .query((rs, row) -> new Clock(
                        ClockKind.valueOf(rs.getString("clock")),
                        rs.getInt("round"),
                        Duration.parse(rs.getString("budget")),
                        rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("warn_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rs.getString("outcome"))
                                .map(Clock.Outcome::valueOf)
                                .orElse(null),
                        Optional.ofNullable(rs.getObject("stopped_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
