package org.minqing.handling;

import org.minqing.code.Coded;

/** What came of an appeal: apart from its status, because closed is not the same as solved (S2-16). */
public enum ResultOutcome implements Coded {
    SOLVED("solved", "已解决"),
    PLANNED("planned", "纳入计划"),
    EXPLAINED("explained", "解释说明"),
    TRANSFERRED("transferred", "依规转办"),
    /** Of a suggestion. */
    NOT_ADOPTED("notAdopted", "不予采纳"),
    /** Of praise: it was passed on. */
    THANKED("thanked", "致谢转达");

    private final String code;
    private final String label;

    ResultOutcome(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As forms and the database write it. */
    @Override
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
