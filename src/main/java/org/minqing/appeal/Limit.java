package org.minqing.appeal;

import java.time.Duration;

/**
 * One time limit as {@code time-limits.dmn} decided it.
 *
 * @param within     how much counted time there is
 * @param calendar   which time counts
 * @param warnBefore how much counted time before the end handlers are warned; zero for no warning
 */
public record Limit(Duration within, CalendarKind calendar, Duration warnBefore) {

    /** @throws IllegalArgumentException if the limit is not longer than nothing, or the warning is not inside it */
    public Limit {
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("时限必须大于零：" + within + "。A limit must be longer than zero.");
        }
        if (warnBefore.isNegative() || warnBefore.compareTo(within) >= 0) {
            throw new IllegalArgumentException(
                    "提醒时间必须短于时限：" + warnBefore + " / " + within + "。A warning must come inside its limit.");
        }
    }

    /**
     * Who says whose it is after a return, and by when.
     *
     * @param dispute whether units disagree about it (职责争议)
     * @param unit    code of the unit of whoever says it
     */
    public record Settling(boolean dispute, String unit, Limit within) {}
}
