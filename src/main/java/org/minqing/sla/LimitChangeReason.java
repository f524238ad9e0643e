package org.minqing.sla;

import org.minqing.code.Coded;

/** Why. The form and the ledger keep the code; what else there is to say stands on the timeline. */
public enum LimitChangeReason implements Coded {
    AWAIT_RESIDENT("awaitResident", "等待居民补充材料"),
    THIRD_PARTY("thirdParty", "等待鉴定或第三方意见"),
    LEGAL_PROCEDURE("legalProcedure", "进入法定程序"),
    WEATHER("weather", "天气或不可抗力"),
    COMPLEXITY("complexity", "情况复杂需多方协调");

    private final String code;
    private final String label;

    LimitChangeReason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    /** The Chinese words for it. */
    public String label() {
        return label;
    }
}
