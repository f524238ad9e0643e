package org.minqing.joint;

import java.time.Duration;
import java.time.Instant;

/**
 * A post that was asked for its opinion.
 *
 * @param holding     group of the post
 * @param askedAs     unit and post of whoever asked; the system where a table asks
 * @param question    what the lead wants to know; null for an opinion on the matter
 * @param dueAt       as it was counted when it was asked; see {@link Opinions#dueAt} for when it is due
 * @param remindEvery so long after it was asked or reminded of it may be reminded of again
 * @param remindedAt  null if it never was
 * @param opinion     null while there is none
 * @param end         why nobody waits for it any more; null while somebody does, or it was given
 */
public record JointRequest(
        long id,
        String appeal,
        int round,
        String holding,
        String askedAs,
        Instant askedAt,
        String question,
        Instant dueAt,
        Duration remindEvery,
        Instant remindedAt,
        Opinion opinion,
        End end) {

    /** @param figure such as a sum or an area, in words; null without one */
    public record Opinion(String personAs, Instant at, Position position, String text, String figure) {}

    /** @param released whether a person said so; else it was needed no more */
    public record End(boolean released, String words) {}

    public boolean waits() {
        return opinion == null && end == null;
    }

    /** It would be asked again if it were needed again. */
    boolean lapsed() {
        return end != null && !end.released();
    }
}
