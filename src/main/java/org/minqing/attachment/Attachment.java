package org.minqing.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * One that is kept.
 *
 * @param type   media type
 * @param bytes  how many
 * @param sha256 of the bytes that are kept, in hexadecimal: a photo is drawn anew
 * @param width  in pixels; 0 unless it is a photo
 * @param height in pixels; 0 unless it is a photo
 * @param appeal number of the appeal that took it up; null for none yet
 * @param use    null as long as there is no appeal
 * @param at     when it was sent
 * @param person user id of the member of staff who sent it; null for a resident
 * @param hidden why nobody sees it any more; null if everybody may who sees the appeal
 * @param transcript its words as somebody heard them; null if nobody wrote them down
 */
public record Attachment(
        UUID id,
        AttachmentKind kind,
        String type,
        long bytes,
        String sha256,
        int width,
        int height,
        String appeal,
        AttachmentUse use,
        Instant at,
        String person,
        String hidden,
        Transcript transcript) {

    /** What it is and for what it was added, in Chinese; null as long as there is no appeal. */
    public String label() {
        return use == null ? null : use.label() + "的" + kind.label();
    }
}
