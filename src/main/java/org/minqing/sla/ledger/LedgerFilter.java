package org.minqing.sla.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.minqing.appeal.ClockKind;

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
     * One row for each clock. The unit is the one that had it at the verdict; without a verdict, the one that has it now,
     * by the rule of {@link ClockKind}: the unit that handles, for those that begin with handling.
     */
    private static final String CLOCKS = """
            \sfrom (select c.appeal, c.clock, c.round, c.opened_at, c.due_at, c.stopped_at, a.locality,
                 coalesce(v.verdict, 'RUNNING') as outcome, v.done_at,
                 coalesce(nullif(v.unit, ''), case when c.clock in ('ACCEPT', 'RESPOND', 'ARRIVE') or a.handling_unit = ''
                     then a.respond_unit else a.handling_unit end) as unit,
                 exists (select from sla_alarm m where m.appeal = c.appeal) as alarm
               from sla_clock c
               join appeal a on a.number = c.appeal
               cross join lateral (
                 select max(l.kind) filter (where l.kind in ('MET', 'BREACHED', 'CANCELLED')) as verdict,
                     max(l.unit) filter (where l.kind in ('MET', 'BREACHED', 'CANCELLED')) as unit,
                     max(l.occurred_at) filter (where l.kind in ('MET', 'DONE_LATE')) as done_at
                 from sla_ledger l where l.appeal = c.appeal and l.clock = c.clock and l.round = c.round) v) x
            where x.locality = ?""";

    /** The clocks as {@code x}, from the word {@code from} on. */
    String clocks() {
        return CLOCKS
                + (from == null ? "" : " and x.due_at >= ?")
                + (until == null ? "" : " and x.due_at < ?")
                + (units == null ? "" : " and x.unit = any (?)")
                + (clock == null ? "" : " and x.clock = ?")
                + (outcome == null ? "" : " and x.outcome = ?")
                + (appeal == null ? "" : " and x.appeal = ?")
                + (onlyAlarms ? " and x.alarm" : "");
    }

    /** What the question marks of {@link #clocks()} stand for. */
    List<Object> values() {
        var values = new ArrayList<>();
        values.add(locality);
        add(values, from == null ? null : from.atOffset(ZoneOffset.UTC));
        add(values, until == null ? null : until.atOffset(ZoneOffset.UTC));
        add(values, units == null ? null : units.toArray(String[]::new));
        add(values, clock == null ? null : clock.name());
        add(values, outcome == null ? null : outcome.name());
        add(values, appeal);
        return values;
    }

    private static void add(List<Object> values, Object value) {
        if (value != null) {
            values.add(value);
        }
    }
}
