package org.minqing.joint;

import org.minqing.code.Coded;

/** How a co-handler stands to the matter. */
public enum Position implements Coded {
    AGREED("agreed", "同意主办意见"),
    /** It takes part if something is given or done first. */
    NEEDS("needs", "有要求或条件"),
    /** The lead and the dispatcher see it; it is passed on to nobody. */
    NOT_OURS("notOurs", "不属本单位职责");

    private final String code;
    private final String label;

    Position(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As forms and the database write it. */
    @Override
    public String code() {
        return code;
    }

    /** The Chinese words for it. */
    public String label() {
        return label;
    }
}
