package org.minqing.sla;

import org.minqing.code.Coded;

/** What is asked for. The code is what the form and {@code limit-change.dmn} say. */
public enum LimitChangeType implements Coded {
    EXTEND("extend", "延期"),
    PAUSE("pause", "暂停计时");

    private final String code;
    private final String label;

    LimitChangeType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
