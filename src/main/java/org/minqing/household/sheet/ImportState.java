package org.minqing.household.sheet;

import org.minqing.code.Coded;

/** How far a sheet is. */
public enum ImportState implements Coded {
    CHECKING("checking", "正在检查"),
    /** Nothing is changed until somebody says so. */
    CHECKED("checked", "检查完了，等您确认"),
    RUNNING("running", "正在导入"),
    DONE("done", "已导入"),
    /** The same step failed several times, or whoever sent it may not any more. */
    STOPPED("stopped", "没能继续"),
    DISCARDED("discarded", "已作废");

    private final String code;
    private final String label;

    ImportState(String code, String label) {
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
