package org.minqing.remit;

import java.time.Instant;

/**
 * A return, as it is kept.
 *
 * @param unit      code of the unit that returned it
 * @param person    user id
 * @param personAs  unit and post
 * @param ground    code of {@code returns.yml}; null in danger
 * @param evidence  by which rule, list of duties or boundary, in the words of whoever returned it
 * @param responded whether the resident had been reached by then: it was the handling that was returned
 * @param settledBy code of the post that settles the dispute that it made; null if it made none
 */
public record Returned(
        long id,
        String unit,
        String person,
        String personAs,
        Instant at,
        String ground,
        String evidence,
        boolean responded,
        String settledBy) {}
