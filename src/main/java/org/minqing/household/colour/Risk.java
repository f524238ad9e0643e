package org.minqing.household.colour;

import org.minqing.code.Coded;

/** Two risks that are never mixed: of who lives there, and of what waits too long. */
public enum Risk implements Coded {
    /** Sensitive: it follows from key groups. */
    PERSON("person", "人的风险"),
    TIME("time", "时间的风险");

    private final String code;
    private final String label;

    Risk(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
