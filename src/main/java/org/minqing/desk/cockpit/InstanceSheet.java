package org.minqing.desk.cockpit;

import java.util.List;
import org.minqing.desk.ledger.LedgerRecord;

/**
 * What Cockpit shows beside a running process: the clocks of its appeal and its ledger.
 *
 * @param title null for whoever may read no words of residents
 */
record InstanceSheet(
        String number,
        String title,
        String localityName,
        String statusName,
        List<ClockLine> clocks,
        List<LedgerRecord.Fact> ledger) {

    /**
     * @param dueAt     ISO time with +08:00
     * @param state     RUNNING, PAUSED, LATE, MET, BREACHED or CANCELLED
     * @param words     how much is left, or what became of it
     * @param narration how the deadline came about, to be read aloud
     * @param steps     the same, step by step
     */
    public record ClockLine(
            String clock, int round, String dueAt, String state, String words, String narration, List<String> steps) {}
}
