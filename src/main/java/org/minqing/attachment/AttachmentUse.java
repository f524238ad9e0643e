package org.minqing.attachment;

import org.minqing.code.Coded;

/** For what somebody added an attachment. */
public enum AttachmentUse implements Coded {
    FILED("filed", "反映时所附"),
    ADDED("added", "后来补充"),
    BEFORE("before", "办理前"),
    AFTER("after", "办理后"),
    EVIDENCE("evidence", "佐证");

    private final String code;
    private final String label;

    AttachmentUse(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As {@code attachment.use} and the interfaces have it. */
    @Override
    public String code() {
        return code;
    }

    /** The Chinese words for it. */
    public String label() {
        return label;
    }
}
