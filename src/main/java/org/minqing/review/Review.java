package org.minqing.review;

import java.time.Instant;
import java.util.List;
import org.minqing.time.Times;

/**
 * A review that somebody asked for.
 *
 * @param appeal   number of the matter that is reviewed
 * @param reporter number of the appeal of whoever asks: the same, unless he told of the matter after others
 * @param askedAs  the resident, or who wrote it down for him
 * @param reason   in his words
 * @param outside  whether it is passed on, and answered outside of the locality
 * @param receiver who answers it there
 * @param answer   null while there is none
 */
public record Review(
        long id,
        String appeal,
        int round,
        ReviewStage stage,
        String reporter,
        String askedAs,
        Instant askedAt,
        String reason,
        boolean outside,
        String receiver,
        List<Step> steps,
        Answer answer) {

    /**
     * @param kind  {@code hearing}, {@code passedOn} or {@code withdrawn}
     * @param words why a hearing is held, or who received it
     * @param until the end of the day of the hearing, or of the one that was promised; null otherwise
     */
    public record Step(String kind, Instant at, String personAs, String words, Instant until) {

        /** For staff. */
        public String told() {
            return Times.words(at)
                    + switch (kind) {
                        case "hearing" -> " 定于" + Reviews.lastDay(until) + "听证：" + words;
                        case "passedOn" -> " 转送" + words + "，应于" + Reviews.lastDay(until) + "前答复";
                        default -> " 居民撤回申请";
                    };
        }
    }

    /** @param opinion as the resident reads it */
    public record Answer(String person, String personAs, Instant at, ReviewOutcome outcome, String opinion) {}

    public boolean withdrawn() {
        return last("withdrawn") != null;
    }

    public boolean runs() {
        return answer == null && !withdrawn();
    }

    /** {@code running}, {@code answered} or {@code withdrawn}. */
    public String state() {
        return runs() ? "running" : answer == null ? "withdrawn" : "answered";
    }

    /** When and to whom it was passed on; null while it was not. */
    public Step passedOn() {
        return last("passedOn");
    }

    /** The latest hearing; null if none was set. */
    public Step hearing() {
        return last("hearing");
    }

    private Step last(String kind) {
        return steps.stream()
                .filter(s -> s.kind().equals(kind))
                .reduce((first, next) -> next)
                .orElse(null);
    }
}
