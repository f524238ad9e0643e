package org.minqing.feedback;

import java.time.Instant;

/**
 * What somebody who works on an appeal wants to know of the resident, and the answer.
 *
 * @param askedBy    user id
 * @param askedAs    unit and post
 * @param answeredAs the resident, or the unit and post that called him; null while nobody has answered
 * @param answer     null while nobody has answered
 */
public record ResidentQuestion(
        long id,
        String appeal,
        String askedBy,
        String askedAs,
        Instant askedAt,
        String question,
        String answeredAs,
        Instant answeredAt,
        String answer) {

    public boolean open() {
        return answer == null;
    }
}
