package org.minqing.desk.appeal;

import java.util.List;
import org.minqing.summary.Comparison;

/**
 * One appeal as staff see it; how to reach the resident is not on it.
 *
 * @param description what the resident said, word by word
 * @param summaries   what handlers work by, the newest first; empty if nobody wrote one
 */
public record AppealSheet(
        String number,
        String title,
        String description,
        List<SummaryLine> summaries,
        String localityName,
        String place,
        String channelName,
        String typeName,
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
        List<CorrectionLine> corrections,
        List<QuestionLine> questions,
        List<Step> timeline) {

    /** The resident's words beside the newest summary; null if there is none. */
    public Comparison compared() {
        return summaries.isEmpty()
                ? null
                : Comparison.of(description, summaries.get(0).text());
    }

    /** @param who unit and post */
    public record SummaryLine(int version, String text, String at, String who) {}

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
     * A judgement that was mended.
     *
     * @param state {@code applied}, {@code asked}, {@code granted}, {@code refused} or {@code lapsed}
     * @param said  what whoever decided on the longer limits wrote; null if nobody did
     */
    public record CorrectionLine(
            String at, String who, String reason, List<Change> changes, String state, String said) {}

    /** One thing that was judged otherwise, in words. */
    public record Change(String what, String before, String after) {}

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
