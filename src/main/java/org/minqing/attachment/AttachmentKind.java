package org.minqing.attachment;

import org.minqing.code.Coded;

/** What an attachment is to people. */
public enum AttachmentKind implements Coded {
    PHOTO("photo", "照片"),
    VOICE("voice", "语音"),
    VIDEO("video", "视频"),
    DOCUMENT("document", "文件");

    private final String code;
    private final String label;

    AttachmentKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As {@code attachment.kind} and the interfaces have it. */
    @Override
    public String code() {
        return code;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
