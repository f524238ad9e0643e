package org.minqing.appeal;

import java.time.Duration;

/**
 * The time limits that {@code time-limits.dmn} decided. All run around the clock.
 *
 * @param respondWithin     until the first verified contact or arrival on site
 * @param resolveWithin     until a result is reported
 * @param respondWarnBefore how long before the first limit handlers are warned
 * @param resolveWarnBefore the same for the second
 * @param answerWithin      how long the resident may take to rate the result
 */
public record Limits(
        Duration respondWithin,
        Duration resolveWithin,
        Duration respondWarnBefore,
        Duration resolveWarnBefore,
        Duration answerWithin) {}
