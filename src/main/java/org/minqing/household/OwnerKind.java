package org.minqing.household;

import org.minqing.code.Coded;

/** As what somebody looks after a household. */
public enum OwnerKind implements Coded {
    WORKER("worker", "责任网格员"),
    COVERING("covering", "联系党员");

    private final String code;
    private final String label;

    OwnerKind(String code, String label) {
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
