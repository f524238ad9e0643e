package org.minqing.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import org.minqing.sla.calendar.Projection.How;

/**
 * From a given moment until when time is treated alike, were there no pauses.
 *
 * @param days    1 for a whole day, else 0
 * @param counted how much of it counts: all, nothing, or for a whole day its office hours
 */
record Stretch(Instant to, How how, String why, int days, Duration counted) {

    static Stretch part(Instant from, Instant to, How how, String why) {
        return new Stretch(to, how, why, 0, how == How.COUNTED ? Duration.between(from, to) : Duration.ZERO);
    }

    /** The same from another moment until one that is not later. */
    Stretch cut(Instant from, Instant earlier) {
        return earlier.isBefore(to) ? part(from, earlier, how, why) : this;
    }
}
