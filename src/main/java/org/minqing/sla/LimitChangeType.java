package org.minqing.sla;

import java.util.Arrays;

/** What is asked for. The code is what the form and {@code limit-change.dmn} say. */
public enum LimitChangeType {
    EXTEND("extend", "延期"),
    PAUSE("pause", "暂停计时");

    private final String code;
    private final String label;

    LimitChangeType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** @throws IllegalArgumentException if nothing of that code can be asked for */
    public static LimitChangeType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    public String code() {
        return code;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
