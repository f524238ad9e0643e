package org.minqing.appeal;

import java.time.Instant;
import java.util.List;

/**
 * One appeal as it stands now: facts and responsibilities, no contact data and not the resident's words.
 *
 * @param number       such as {@code GS-20261121-0001}
 * @param unit         where it happened: code of a unit of the locality
 * @param recordedBy   user id of the member of staff who wrote it down, or null if the resident did
 * @param route        which way it is handled: {@code branch}, {@code department} or {@code supervised}
 * @param respondUnit  the unit that makes the first response
 * @param respondPosts the posts, from that unit upwards, that may make the first response
 * @param assistPosts  the posts that help the leading one
 * @param answerWithin how long the resident may take to rate, as ISO-8601 duration
 * @param round        0 for the first handling, one more for each redo
 * @param closedAt     null while open
 * @param mergedInto   number of the original if this was a duplicate, else null
 */
public record Appeal(
        String number,
        String locality,
        String channel,
        String category,
        String unit,
        String address,
        String title,
        Facts facts,
        String trackingCode,
        Instant submittedAt,
        String recordedBy,
        AppealStatus status,
        String urgency,
        String urgencyName,
        String tier,
        String tierName,
        String route,
        String respondUnit,
        List<String> respondPosts,
        String handlingUnit,
        String handlingPost,
        List<String> assistPosts,
        String answerWithin,
        int round,
        String outcome,
        Instant closedAt,
        String mergedInto) {}
