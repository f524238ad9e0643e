package org.minqing.attachment;

import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.time.Times;

/**
 * An attachment on a page or in an answer.
 *
 * @param kind    {@code photo}, {@code voice}, {@code video} or {@code document}
 * @param label   what it is and for what it was added, in Chinese
 * @param plays   whether browsers play it
 * @param at      when it was sent, with +08:00
 * @param hidden  why nobody sees it any more; null if it can be seen
 * @param words   what somebody heard in it; null if nobody wrote it down, or it is hidden
 * @param heard   who wrote that down, and when; null like the words
 */
public record AttachmentLine(
        String id,
        String kind,
        String type,
        long bytes,
        String use,
        String label,
        boolean plays,
        String at,
        String hidden,
        String words,
        String heard) {

    /** One that an appeal took up. */
    public static AttachmentLine of(Attachment a) {
        var heard = a.hidden() == null ? a.transcript() : null;
        return new AttachmentLine(
                a.id().toString(),
                a.kind().code(),
                a.type(),
                a.bytes(),
                a.use().code(),
                a.label(),
                a.kind() == AttachmentKind.VIDEO || a.type().equals("audio/mp4"),
                Times.iso(a.at()),
                a.hidden(),
                heard == null ? null : heard.words(),
                heard == null ? null : heard.as() + "，" + Times.words(heard.at()));
    }

    /** Those of an appeal that staff see, in the order in which they came. */
    public static List<AttachmentLine> ofAll(Attachments attachments, Appeal appeal) {
        return attachments.ofAll(appeal).stream().map(AttachmentLine::of).toList();
    }

    /** Those that one resident sees, in the order in which they came. */
    public static List<AttachmentLine> of(Attachments attachments, Appeal appeal) {
        return attachments.of(appeal).stream().map(AttachmentLine::of).toList();
    }
}
