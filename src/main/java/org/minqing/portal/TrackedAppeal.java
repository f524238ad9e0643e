package org.minqing.portal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.minqing.attachment.AttachmentLine;
import org.minqing.attachment.Gallery;
import org.minqing.progress.Progress;
import org.minqing.question.QuestionState;
import org.minqing.question.ResidentQuestion;
import org.minqing.sla.Clock;
import org.minqing.time.Times;

/**
 * What a resident may see of his appeal: units and posts, no names, no numbers of staff, no contact data.
 *
 * @param description what he said, word by word; what staff made of it for themselves is not here
 * @param additions  what he added himself, oldest first
 * @param canAdd     he may add more
 * @param statusName in plain words
 * @param phases     the locality's own words for the phases, in order, and whether each is reached
 * @param end        how it ended before the last of them, such as 已撤回; null if it did not
 * @param result     what came of it, and what the resident is asked; null before there is a result
 * @param canRate    a result waits for a rating
 * @param contact    the contact that staff wrote down and about which the resident is asked; null if there is none
 * @param matter     null where he alone told of it
 * @param review     null while it is handled for the first time
 * @param subCases   what it was split into, which he is answered about together; empty if it was not
 * @param attachments what was sent with it, by himself and by staff
 */
record TrackedAppeal(
        String number,
        String localityName,
        String deskPhone,
        String typeName,
        String categoryName,
        String title,
        String description,
        List<Addition> additions,
        boolean canAdd,
        String status,
        String statusName,
        List<Progress.Phase> phases,
        String end,
        Promises promises,
        List<Step> timeline,
        TrackedResult result,
        boolean canRate,
        boolean canWithdraw,
        String contact,
        List<Question> questions,
        TrackedMatter matter,
        TrackedReview review,
        List<Part> subCases,
        List<AttachmentLine> attachments) {

    /** What was sent, as a page shows it. */
    public Gallery gallery() {
        return Gallery.of(attachments);
    }

    /** Whether a question waits for him. */
    public boolean asked() {
        return questions.stream().anyMatch(Question::waits);
    }

    /**
     * What staff want to know of the resident.
     *
     * @param who         unit and post
     * @param answerBy    until when he can answer
     * @param answerWords the same for people
     * @param state       {@code waiting}, {@code answered}, {@code expired} or {@code lapsed}
     * @param answer      null if there is none
     */
    public record Question(
            String id,
            String words,
            String who,
            String question,
            String answerBy,
            String answerWords,
            String state,
            String answer) {

        static Question of(ResidentQuestion q, Instant now) {
            return new Question(
                    Long.toString(q.id()),
                    Times.words(q.askedAt()),
                    q.askedAs(),
                    q.question(),
                    Times.iso(q.expiresAt()),
                    Times.end(q.expiresAt()),
                    q.at(now).code(),
                    q.answer());
        }

        /** Whether he can still answer. */
        public boolean waits() {
            return state.equals(QuestionState.WAITING.code());
        }

        /** Whether it is too late. */
        public boolean expired() {
            return state.equals(QuestionState.EXPIRED.code());
        }
    }

    /** What he said later. */
    public record Addition(String at, String words, String text) {}

    /** A sub-case: what it is about, who handles it, in Chinese like where it stands. */
    public record Part(String title, String unitName, String statusName) {}

    /** ISO times with +08:00, and words for people; outcome is null while the clock runs. */
    public record Promises(Promise respondBy, Promise resolveBy) {}

    public record Promise(String at, String words, String outcome) {

        /** Kept, missed, called off or running: the name of the outcome. */
        public String state() {
            return Arrays.stream(Clock.Outcome.values())
                    .filter(o -> o.label().equals(outcome))
                    .map(Enum::name)
                    .findFirst()
                    .orElse("RUNNING");
        }
    }

    /** One public step. */
    public record Step(String at, String words, String who, String what) {

        static Step of(Instant at, String who, String what) {
            return new Step(Times.iso(at), Times.words(at), who, what);
        }
    }
}
