package org.minqing.notice.outbox;

import java.time.Instant;
import org.minqing.notice.channel.Channel;

/**
 * A notice that somebody began to send.
 *
 * @param attempt     1 for the first
 * @param interrupted whether an earlier attempt has said nothing of what became of it
 * @param fact        the code of what happened
 * @param appeal      null if it is about none
 * @param task        null if it is about none
 */
record Waiting(
        long id,
        String receiver,
        Channel channel,
        String locality,
        boolean grave,
        boolean unlessTaken,
        int attempt,
        boolean interrupted,
        String fact,
        String appeal,
        String task,
        Instant at) {}
