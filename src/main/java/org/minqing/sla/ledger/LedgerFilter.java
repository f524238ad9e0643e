package org.minqing.sla.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.minqing.appeal.ClockKind;
import org.minqing.database.Conditions;

/**
 * Which clocks an auditor looks for; null where it does not matter.
 *
 * @param locality   code; always given, because nobody audits his neighbours
 * @param from       the earliest deadline
 * @param until      the first deadline that is too late to be meant
 * @param units      codes of the units that had the clock when it was decided, or that have it now
 * @param appeal     number
 * @param onlyAlarms only clocks of appeals one of whose timers was touched
 */
public record LedgerFilter(
        String locality,
        Instant from,
        Instant until,
        List<String> units,
        ClockKind clock,
        Outcome outcome,
        String appeal,
        boolean onlyAlarms) {

    /** How a clock stands, by what the ledger says and not by what the table of clocks says. */
    public enum Outcome {
        MET("按时"),
        BREACHED("超时"),
        RUNNING("计时中"),
        CANCELLED("取消");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The Chinese word for it. */
        public String label() {
            return label;
        }
    }

    /**
     * One row for each clock, as the last of its facts has it; a breach of accepting stays one though it is accepted anew. The unit is the one that had it at the verdict; without a verdict, the one that has it now,
     * by the rule of {@link ClockKind}: the unit that handles, for those that begin with handling.
     */
    private static final String CLOCKS = """
            \sfrom (select c.appeal, c.clock, c.round, c.opened_at, c.due_at, c.stopped_at, a.locality,
                 coalesce(nullif(nullif(v.verdict, 'OPENED'), 'ACCEPTANCE_VOID'), 'RUNNING') as outcome, v.done_at,
                 coalesce(nullif(v.unit, ''), case when c.clock in ('ACCEPT', 'RESPOND', 'ARRIVE') or a.handling_unit = ''
                     then a.respond_unit else a.handling_unit end) as unit,
                 exists (select from sla_alarm m where m.appeal = c.appeal) as alarm
               from sla_clock c
               join appeal a on a.number = c.appeal
               cross join lateral (
                 select (array_agg(l.kind order by l.kind = 'BREACHED' and l.clock = 'ACCEPT' desc, l.seq desc)
                       filter (where l.kind in ('OPENED', 'ACCEPTANCE_VOID', 'MET', 'BREACHED', 'CANCELLED'))) [1] as verdict,
                     (array_agg(l.unit order by l.kind = 'BREACHED' and l.clock = 'ACCEPT' desc, l.seq desc)
                       filter (where l.kind in ('MET', 'BREACHED', 'CANCELLED')
                         or l.kind = 'OPENED' and l.clock in ('REDISPATCH', 'SETTLE', 'REVIEW'))) [1] as unit,
                     (array_agg(case when l.kind in ('MET', 'DONE_LATE') then l.occurred_at end order by l.seq desc)
                       filter (where l.kind in ('OPENED', 'ACCEPTANCE_VOID', 'MET', 'DONE_LATE'))) [1] as done_at
                 from sla_ledger l where l.appeal = c.appeal and l.clock = c.clock and l.round = c.round) v) x
            where true%s""";

    /** The clocks as {@code x}, from the word {@code from} on. */
    String clocks() {
        return CLOCKS.formatted(asked().and());
    }

    /** What the parameters of {@link #clocks()} stand for. */
    Map<String, Object> values() {
        return asked().values();
    }

    private Conditions asked() {
        return new Conditions()
                .when("x.locality = :locality", Objects.requireNonNull(locality))
                .when("x.due_at >= :from", from)
                .when("x.due_at < :until", until)
                .when("x.unit = any (:units)", units)
                .when("x.clock = :clock", clock)
                .when("x.outcome = :outcome", outcome)
                .when("x.appeal = :appeal", appeal)
                .when("x.alarm", onlyAlarms);
    }
}
