package org.minqing.review;

import java.time.Instant;
import org.minqing.problem.Refusal;

/**
 * Whether a review can be asked for now.
 *
 * @param stage which one; null where none is to come
 * @param until the first moment that is too late; null where it does not matter
 * @param zh    why not, for people; null if it can
 * @param en    the same in English
 */
public record Door(ReviewStage stage, Instant until, String zh, String en) {

    static Door shut(ReviewStage stage, Instant until, String zh, String en) {
        return new Door(stage, until, zh, en);
    }

    public boolean open() {
        return zh == null;
    }

    /** The last day on which he may ask, in words; only where there is one. */
    public String lastDay() {
        return Reviews.lastDay(until);
    }

    Refusal refusal() {
        return Refusal.conflict(zh, en);
    }
}
