package org.minqing.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is on duty.
 *
 * @param unit   where he is: an area or an office
 * @param person user id
 * @param ends   the first moment in which he is not any more
 */
public record Shift(UUID id, String locality, String unit, String person, Instant starts, Instant ends) {

    /** Whether he is on duty in that moment. */
    boolean at(Instant moment) {
        return !starts.isAfter(moment) && ends.isAfter(moment);
    }
}
