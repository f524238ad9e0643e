package org.minqing.notice.outbox;

import java.time.Instant;
import java.util.Optional;
import org.minqing.notice.channel.Message;

/** Writes what a notice says, at the moment that it is sent: nothing of it lies in the outbox. */
public interface Letters {

    /**
     * @param message what is sent
     * @param address where to; null for channels that have one receiver
     */
    record Letter(Message message, String address) {}

    /**
     * Whom a notice is for, and what about.
     *
     * @param receiver    a user id, {@code resident}, or empty
     * @param fact        the code of what happened
     * @param appeal      null if it is about none
     * @param task        null if it is about none
     * @param unlessTaken whether it is needed only while nobody has taken the task
     */
    record About(
            String key,
            String receiver,
            String channel,
            String locality,
            String fact,
            String appeal,
            String task,
            boolean unlessTaken,
            Instant at) {}

    /** Empty if nobody needs to hear it any more, or there is no way to him. */
    Optional<Letter> write(About about);
}
