package org.minqing.desk.timers;

import java.util.List;

/** The timers that wait, wherever processes run. It reads only. */
public interface RunningTimers {

    long count(TimerFilter filter);

    /**
     * The earliest first.
     *
     * @param most at most so many
     * @param skip so many are left out at the beginning
     */
    List<TimerFound> find(TimerFilter filter, long most, long skip);
}
