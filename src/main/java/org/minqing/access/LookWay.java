package org.minqing.access;

import org.minqing.code.Coded;

/** On which way somebody came to see how a resident is reached. */
public enum LookWay implements Coded {
    APPEAL_PAGE("appealPage", "诉求页面"),
    TASK_PAGE("taskPage", "任务页面"),
    /** He found the appeal by the number. */
    SEARCH("search", "按电话查找"),
    /** He gave the resident another tracking code. */
    CODE("code", "补发查询码"),
    /** He took away as a file what he had found. */
    EXPORT("export", "导出查找结果"),
    /** Tasklist asks for it as any program does. */
    INTERFACE("interface", "任务列表或接口");

    private final String code;
    private final String label;

    LookWay(String code, String label) {
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
