package org.minqing.appeal;

import java.time.Duration;

/**
 * What the decision tables of the round answered, and who answers for the appeal since.
 *
 * @param track        how it is taken because of its type
 * @param urgency      code of the urgency
 * @param urgencyName  its Chinese name
 * @param who          at first as decided; a dispatcher or a supervisor may have named another unit and post
 * @param answerWithin how long the resident may take to rate the result
 */
public record Decision(
        Track track, String urgency, String urgencyName, TierChoice tier, Responsibility who, Duration answerWithin) {}
