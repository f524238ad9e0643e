package org.minqing.desk.appeal;

import java.util.List;

/** One appeal as staff see it; how to reach the resident is not on it. */
public record AppealSheet(
        String number,
        String title,
        String description,
        String localityName,
        String place,
        String channelName,
        String categoryName,
        String urgencyName,
        String tierName,
        String statusName,
        String handlingUnitName,
        int round,
        String submittedAt,
        String mergedInto,
        List<ClockLine> clocks,
        List<ContactLine> contacts,
        List<QuestionLine> questions,
        List<Step> timeline) {

    /**
     * @param narration how the deadline came about, to be read aloud
     * @param steps     the same, step by step
     * @param outcome   null while it runs
     */
    public record ClockLine(
            String clock, int round, String dueAt, String outcome, String narration, List<String> steps) {}

    /**
     * @param told   what staff wrote down
     * @param answer what the resident says of it: {@code confirmed}, {@code denied}, {@code silent}; {@code attempt} where
     *               nobody was reached
     * @param check  what somebody else found out: {@code open}, {@code made}, {@code notMade}; null if nobody was asked
     */
    public record ContactLine(String told, String answer, String check) {}

    /**
     * What somebody wants to know of the resident.
     *
     * @param answeredAs the resident, or who called him; null while it waits, like the answer
     */
    public record QuestionLine(
            String id,
            String askedAt,
            String askedAs,
            String question,
            String answeredAt,
            String answeredAs,
            String answer) {}

    public record Step(String at, String who, String what, boolean visibleToResident) {}
}
