package org.minqing.household;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.position.Position;

/**
 * A household without its people.
 *
 * @param unit        the smallest of the locality there, a code
 * @param point       null if nobody took one
 * @param version     counted up with each change
 * @param ended       when it moved away; null while it is there
 * @param endReason   null while it is there
 * @param lastContact the last day on which somebody was with them or talked to them; null if nobody did
 */
public record Household(
        UUID id,
        String locality,
        String unit,
        String address,
        Position point,
        int version,
        LocalDate since,
        LocalDate ended,
        String endReason,
        LocalDate lastContact) {}
