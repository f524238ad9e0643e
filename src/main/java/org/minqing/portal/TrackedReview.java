package org.minqing.portal;

import java.util.List;

/**
 * Reviews by the level above, as one resident may see them.
 *
 * @param stage    code of the review that he could ask for; null where none is to come
 * @param canAsk   whether he can ask for it now
 * @param askBy    the last moment to ask; null where there is none
 * @param lastDay  the same as the last day, in words
 * @param why      why he cannot ask; null if he can
 * @param reviews  those that were asked for, oldest first
 */
record TrackedReview(
        String stage, String stageName, boolean canAsk, String askBy, String lastDay, String why, List<Line> reviews) {

    /**
     * @param state    {@code running}, {@code answered} or {@code withdrawn}
     * @param mine     whether he asked for it himself: only then he reads the reason and the opinion
     * @param receiver who answers it
     * @param answerBy until when it is to be answered, in words; null where nobody knows or it is answered
     * @param hearing  the day of a hearing that is set, in words; null if none is
     * @param reason   null if it is another reporter's
     * @param outcome  null while there is none
     * @param opinion  null too if it is another reporter's
     */
    public record Line(
            String stageName,
            String askedAt,
            String state,
            boolean mine,
            String receiver,
            String answerBy,
            String hearing,
            String reason,
            String outcome,
            String opinion,
            String answeredAt) {}

    /** Whether one of his own can still be taken back. */
    public boolean canWithdraw() {
        return reviews.stream().anyMatch(r -> r.mine() && r.state().equals("running"));
    }
}
