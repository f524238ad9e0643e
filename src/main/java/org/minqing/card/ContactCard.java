package org.minqing.card;

import java.util.List;

/**
 * What stands on the card of a unit.
 *
 * @param unit      its code
 * @param name      of the unit
 * @param above     names of the units above it up to the locality, the nearest first
 * @param deskPhone the landline of the locality
 * @param hours     when somebody is there, in words
 */
public record ContactCard(
        String unit, String name, List<String> above, List<Named> people, String deskPhone, String hours) {

    /**
     * One of those whom residents call.
     *
     * @param post  what he is, such as 网格员
     * @param phone null while he has said none: then the landline is called
     */
    public record Named(String name, String post, String phone) {}
}
