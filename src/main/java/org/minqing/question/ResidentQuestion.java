package org.minqing.question;

import java.time.Instant;

/**
 * What somebody who works on an appeal wants to know of the resident, and what became of it.
 *
 * @param askedBy    user id
 * @param askedAs    unit and post
 * @param expiresAt  the last moment at which it can be answered
 * @param pause      the resolve clock was asked to stand still while it waits
 * @param answeredAs the resident, or the unit and post that called him; null while nobody has answered
 * @param answer     null while nobody has answered
 * @param ended      how it ended without an answer, as far as that was written down; else null
 */
public record ResidentQuestion(
        long id,
        String appeal,
        String askedBy,
        String askedAs,
        Instant askedAt,
        String question,
        Instant expiresAt,
        boolean pause,
        String answeredAs,
        Instant answeredAt,
        String answer,
        QuestionState ended) {

    /** A question whose time is over has expired, whether that was written down yet or not. */
    public QuestionState at(Instant now) {
        if (answer != null) {
            return QuestionState.ANSWERED;
        }
        if (ended != null) {
            return ended;
        }
        return now.isAfter(expiresAt) ? QuestionState.EXPIRED : QuestionState.WAITING;
    }

    public boolean waits(Instant now) {
        return at(now) == QuestionState.WAITING;
    }
}
