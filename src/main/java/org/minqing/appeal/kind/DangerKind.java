package org.minqing.appeal.kind;

import org.minqing.code.Coded;

/** What somebody is in danger of. The decision tables read the code, people the label. */
public enum DangerKind implements Coded {
    FIRE("fire", "火灾"),
    GAS("gas", "燃气泄漏"),
    ELECTRICITY("electricity", "触电危险"),
    COLLAPSE("collapse", "坍塌坠落"),
    WATER("water", "溺水、洪涝"),
    POISONING("poisoning", "中毒"),
    INJURY("injury", "伤病昏迷"),
    TRAPPED("trapped", "人员被困"),
    TRAFFIC_ACCIDENT("traffic-accident", "交通事故"),
    VIOLENCE("violence", "打架伤人"),
    SELF_HARM("self-harm", "轻生自伤"),
    MISSING_PERSON("missing-person", "人员走失");

    private final String code;
    private final String label;

    DangerKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    /** Chinese, as an official says it. */
    public String label() {
        return label;
    }
}
