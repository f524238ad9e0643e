package org.minqing.desk.timers;

import org.minqing.sla.TimerLog.Timer;

/** Which timer it is: one of those that go by the clocks of an appeal, or one of another process. */
public enum TimerKind {
    LIMIT(Timer.LIMIT.label()),
    ANSWER(Timer.ANSWER.label()),
    PAUSE(Timer.PAUSE.label()),
    PLAN(Timer.PLAN.label()),
    /** Goes by no clock, so there is nothing from which it could differ. */
    OTHER("其他流程的定时器");

    private final String label;

    TimerKind(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
