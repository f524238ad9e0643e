package org.minqing.claiming;

import java.util.List;

/**
 * An order as leaders and volunteers read it: what and where, and nothing of the resident.
 *
 * @param place     unit, without the address
 * @param dueBy     when the appeal itself is due, as ISO; null if nothing is
 * @param until     until when he may claim it, as ISO; null if he may not now
 * @param firstFor  until when leaders are offered it first, as ISO; null when that is over
 * @param team      as what those take part who do, whoever leads first
 * @param most      how many may
 * @param mine      lead, member or none
 * @param mayClaim  whether he may claim it now
 * @param mayJoin   whether he may join those who have it
 */
public record OrderLine(
        String number,
        String title,
        String category,
        String place,
        String urgency,
        String dueBy,
        String until,
        String firstFor,
        List<String> team,
        int most,
        String mine,
        boolean mayClaim,
        boolean mayJoin) {}
