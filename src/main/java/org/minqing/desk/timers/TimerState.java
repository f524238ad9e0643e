package org.minqing.desk.timers;

/** How a timer of the engine stands. The first that fits, from the bottom up, counts. */
public enum TimerState {
    /** Its time has not come. */
    WAITING("等待"),
    /** Its time has come and the engine has not run it yet. */
    OVERDUE("已过期未触发"),
    /** It failed and will be tried again. */
    RETRYING("重试"),
    /** Somebody suspended it, or its process. */
    SUSPENDED("暂停"),
    /** It failed as often as it may; nothing happens any more until somebody looks. */
    FAILED("失败");

    private final String label;

    TimerState(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
