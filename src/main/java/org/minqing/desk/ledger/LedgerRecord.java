package org.minqing.desk.ledger;

import java.util.List;

/** One appeal as an auditor sees it: codes, numbers and times, and no words of anybody. */
public record LedgerRecord(
        String number,
        String typeName,
        String categoryName,
        String unitName,
        String statusName,
        int round,
        List<ClockStory> clocks,
        List<Fact> facts,
        List<Request> requests,
        List<TimerAct> timers,
        List<AlarmLine> alarms) {

    /** @param outcome code as in {@link LedgerLine} */
    public record ClockStory(
            String clock, int round, String outcome, String outcomeName, List<String> steps, String sentence) {}

    /** @param at with seconds, as all times of this record */
    public record Fact(
            long id,
            int seq,
            String at,
            String clock,
            int round,
            String kind,
            String kindName,
            String dueAt,
            String unitName,
            String actor,
            String detail,
            String hash) {}

    /**
     * @param decision null while nobody decided
     * @param lapsed   whether nobody has to any more
     */
    public record Request(
            String words,
            int round,
            String askedBy,
            String askedAt,
            String decidedBy,
            Boolean decision,
            boolean lapsed) {}

    /** @param late seconds with one decimal from the due time to the firing; null unless it fired */
    public record TimerAct(String timer, String act, String at, String dueAt, String late) {}
}
