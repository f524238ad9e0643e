package org.minqing.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Judgement;

/**
 * A judgement that was mended: what it was, what it became, who says so and why.
 *
 * @param person user id
 * @param as     unit and post
 * @param steps  what became of it, oldest first
 */
public record Correction(
        long id,
        String appeal,
        int round,
        Instant at,
        String person,
        String as,
        String reason,
        Judgement before,
        Judgement after,
        List<Step> steps) {

    /** What may become of it. */
    public enum Became {
        /** The new judgement holds. */
        APPLIED,
        /** Its longer limits, or all of it, wait for another person. */
        ASKED,
        GRANTED,
        REFUSED,
        /** Nobody has to decide any more. */
        LAPSED
    }

    /**
     * @param person user id; null for the system
     * @param words  the post that was asked, the opinion of whoever decided, or why it lapsed
     */
    public record Step(Became became, Instant at, String person, String words) {}

    public Optional<Step> step(Became became) {
        return steps.stream().filter(s -> s.became() == became).findFirst();
    }

    public boolean applied() {
        return step(Became.APPLIED).isPresent();
    }

    /** Whether another person still has to decide. */
    public boolean waits() {
        return step(Became.ASKED).isPresent()
                && steps.stream()
                        .noneMatch(s -> s.became() == Became.GRANTED
                                || s.became() == Became.REFUSED
                                || s.became() == Became.LAPSED);
    }
}
