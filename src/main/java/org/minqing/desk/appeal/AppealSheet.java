package org.minqing.desk.appeal;

import java.util.List;
import org.minqing.attachment.AttachmentLine;
import org.minqing.attachment.Gallery;
import org.minqing.progress.Progress;
import org.minqing.split.SubCaseLine;
import org.minqing.summary.Comparison;

/**
 * One appeal as staff see it; how to reach the resident is not on it.
 *
 * @param description what the resident said, word by word
 * @param additions   what he, or somebody else who told of it, added later, oldest first
 * @param source      the book or chat, page and line from which it was taken down; null if it came by itself
 * @param voices      how many residents stand behind it; of a merged one, behind the original
 * @param reporters   all of them; empty if there is one alone
 * @param reviews    reviews by the level above, oldest first; empty if nobody asked for one
 * @param whole       number of the appeal of which it is a sub-case; null if it is none
 * @param subCases    what it, or the whole, was split into; empty if nothing was
 * @param attachments photos and what else was sent with it, or with the whole
 * @param result      what came of it; null before there is a result
 * @param summaries   what handlers work by, the newest first; empty if nobody wrote one
 */
public record AppealSheet(
        String number,
        String title,
        String description,
        List<AdditionLine> additions,
        List<SummaryLine> summaries,
        String localityName,
        String place,
        String channelName,
        String source,
        String typeName,
        String categoryName,
        String urgencyName,
        String tierName,
        String statusName,
        Progress progress,
        String handlingUnitName,
        int round,
        String submittedAt,
        String mergedInto,
        List<ClockLine> clocks,
        List<ContactLine> contacts,
        List<CorrectionLine> corrections,
        List<QuestionLine> questions,
        List<JointLine> joint,
        List<ConsultationLine> consultations,
        ResultLine result,
        List<Step> timeline,
        int voices,
        List<ReporterLine> reporters,
        List<ReviewLine> reviews,
        String whole,
        List<SubCaseLine> subCases,
        List<AttachmentLine> attachments) {

    /** The resident's words beside the newest summary; null if there is none. */
    public Comparison compared() {
        return summaries.isEmpty()
                ? null
                : Comparison.of(description, summaries.get(0).text());
    }

    /** What was sent, as a page shows it. */
    public Gallery gallery() {
        return Gallery.of(attachments);
    }

    /** Word by word. */
    public record AdditionLine(String at, String words) {}

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

    /**
     * One of several residents who told of the matter.
     *
     * @param number of his own appeal
     * @param joined when it was merged; null for the original's own
     * @param himself he chose that when he filed
     * @param rated  what he says of the result; null if he has not
     */
    public record ReporterLine(
            String number, String joined, boolean himself, boolean withdrawn, String rated, boolean unsolved) {}

    /** One thing that was judged otherwise, in words. */
    public record Change(String what, String before, String after) {}

    /**
     * What somebody wants to know of the resident.
     *
     * @param answerBy   until when it can be answered
     * @param state      {@code waiting}, {@code answered}, {@code expired} or {@code lapsed}
     * @param stateName  the same in Chinese
     * @param left       how long it still waits, in words; null if it does not
     * @param answeredAs the resident, or who called him; null if nobody answered, like the answer
     */
    public record QuestionLine(
            String id,
            String askedAt,
            String askedAs,
            String question,
            String answerBy,
            String state,
            String stateName,
            String left,
            String answeredAt,
            String answeredAs,
            String answer) {}

    /**
     * A post that was asked for its opinion.
     *
     * @param holder   its group
     * @param who      unit and post
     * @param question what the lead wants to know; null for an opinion on the matter
     * @param state    {@code waiting}, {@code late}, {@code given}, {@code released} or {@code lapsed}
     * @param position code of how it stands to it; null while it says nothing, like what follows
     * @param given    when, and as whom
     * @param figure   null also where it told none
     * @param why      why nobody waits for it any more; null while somebody does
     */
    public record JointLine(
            String holder,
            String who,
            int round,
            String question,
            String dueAt,
            String state,
            String position,
            String given,
            String opinion,
            String figure,
            String why) {}

    /**
     * A review by the level above.
     *
     * @param stage    in Chinese, like the outcome
     * @param who      the resident, or who wrote it down for him
     * @param receiver who answers it
     * @param state    {@code running}, {@code answered} or {@code withdrawn}
     * @param steps    hearings, and to whom it was passed on
     * @param outcome  null while there is none, like the opinion and who gave it
     */
    public record ReviewLine(
            String stage,
            int round,
            String at,
            String who,
            String reason,
            String receiver,
            String state,
            List<String> steps,
            String outcome,
            String opinion,
            String answered) {}

    /** Who sat together with the lead, when, and what came of it. */
    public record ConsultationLine(String at, String who, String tookPart, String outcome) {}

    /**
     * What came of it, and what can be checked of that; who the witness is stands with the contact data.
     *
     * @param proof    null if nothing has to be proved
     * @param question what the resident is asked about it; empty if he is not
     * @param plan     null unless it is a plan, done or not
     */
    public record ResultLine(String name, String proof, String transferred, String question, PlanLine plan) {}

    /**
     * @param until      when it is to be done, in words, like the others
     * @param feedbackBy by when the resident hears of it again
     * @param review     when a supervisor looks at it; null if nobody said so
     * @param request    what waits for another person; null if nothing does
     */
    public record PlanLine(
            String words,
            String unitName,
            String until,
            String feedbackBy,
            String review,
            String request,
            boolean ended) {}

    public record Step(String at, String who, String what, boolean visibleToResident) {}
}
