package org.minqing.attachment.content;

import java.util.List;
import org.minqing.attachment.AttachmentKind;
import org.minqing.code.Coded;

/**
 * The types of files that the program can free of what nobody meant to send. Which of them are taken is said in
 * {@code attachments.yml}.
 */
public enum FileType implements Coded {
    JPEG("jpeg", AttachmentKind.PHOTO, "image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("png", AttachmentKind.PHOTO, "image/png", "png"),
    WEBP("webp", AttachmentKind.PHOTO, "image/webp", "webp"),
    // As WeCom gives it; browsers do not play it, and whoever works on it writes down the words.
    AMR("amr", AttachmentKind.VOICE, "audio/amr", "amr"),
    // As WeChat keeps it, under whatever name.
    SILK("silk", AttachmentKind.VOICE, "audio/silk", "silk", "slk", "amr", "aud"),
    M4A("m4a", AttachmentKind.VOICE, "audio/mp4", "m4a", "mp4", "aac"),
    // The two are boxes of one kind, and programs that pass them on call one like the other.
    MP4("mp4", AttachmentKind.VIDEO, "video/mp4", "mp4", "m4v", "mov"),
    QUICKTIME("mov", AttachmentKind.VIDEO, "video/quicktime", "mov", "qt", "mp4"),
    PDF("pdf", AttachmentKind.DOCUMENT, "application/pdf", "pdf");

    private final String code;
    private final AttachmentKind kind;
    private final String type;
    private final List<String> endings;

    FileType(String code, AttachmentKind kind, String type, String... endings) {
        this.code = code;
        this.kind = kind;
        this.type = type;
        this.endings = List.of(endings);
    }

    /** As {@code attachments.yml} has it. */
    @Override
    public String code() {
        return code;
    }

    public AttachmentKind kind() {
        return kind;
    }

    /** The media type with which it is sent. */
    public String type() {
        return type;
    }

    /** Whether a file of this type may be called so; a name without an ending says nothing. */
    boolean mayBeCalled(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 || endings.contains(name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT));
    }

    /** All boxes of one kind, of which any may tell where it was recorded; cleaned where they stand, however large it is. */
    public boolean boxes() {
        return this == M4A || this == MP4 || this == QUICKTIME;
    }
}
