package org.minqing.attachment.resumable;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way; the attachment that it becomes has the same id.
 *
 * @param received so many of its bytes are here
 * @param ending   how its name ended, with the dot; empty if it had no ending
 * @param person   user id of the member of staff who sends it; null for a resident
 * @param finished it is an attachment now
 */
public record ResumableUpload(
        UUID id, long length, long received, String ending, String person, Instant expiresAt, boolean finished) {

    boolean complete() {
        return received == length;
    }
}
