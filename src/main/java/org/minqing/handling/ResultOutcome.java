package org.minqing.handling;

import java.util.Arrays;

/** What came of an appeal: apart from its status, because closed is not the same as solved (S2-16). */
public enum ResultOutcome {
    SOLVED("solved", "已解决"),
    PLANNED("planned", "纳入计划"),
    EXPLAINED("explained", "解释说明"),
    TRANSFERRED("transferred", "依规转办");

    private final String code;
    private final String label;

    ResultOutcome(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** @throws IllegalArgumentException if no outcome has that code */
    public static ResultOutcome of(String code) {
        return Arrays.stream(values())
                .filter(o -> o.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No outcome " + code));
    }

    /** As forms and the database write it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
