package org.minqing.appeal;

import java.time.Duration;
import java.util.Set;

/**
 * The time limits that {@code time-limits.dmn} decided.
 *
 * @param accept       until somebody takes the appeal on
 * @param respond      until the first verified contact or arrival on site; null where nobody waits for one
 * @param arrive       until somebody is on site; null where nobody has to be
 * @param resolve      until a result is reported
 * @param answerWithin how long the resident may take to rate the result, around the clock
 */
public record Limits(Limit accept, Limit respond, Limit arrive, Limit resolve, Duration answerWithin) {

    /** @throws IllegalArgumentException if the resident is given no time */
    public Limits {
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("评价期限必须大于零：" + answerWithin + "。The resident needs time to rate.");
        }
    }

    /** Without the clocks that an appeal of its type does not have: {@code RESPOND} or {@code ARRIVE}, no others. */
    public Limits without(Set<ClockKind> skipped) {
        return new Limits(
                accept,
                skipped.contains(ClockKind.RESPOND) ? null : respond,
                skipped.contains(ClockKind.ARRIVE) ? null : arrive,
                resolve,
                answerWithin);
    }
}
