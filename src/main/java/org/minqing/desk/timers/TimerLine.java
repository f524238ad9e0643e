package org.minqing.desk.timers;

/**
 * One timer as people and programs read it. Times in ISO form with +08:00.
 *
 * @param askedAt     when it should run by the clocks of the appeal; null if nobody asked for it
 * @param differs     whether that is another moment than {@code dueAt}
 * @param lateSeconds begun seconds since it was due; null if it is not due yet
 * @param late        the same in words
 * @param alarm       whether an alarm was raised about it
 */
record TimerLine(
        String appeal,
        String timer,
        String timerName,
        String locality,
        String localityName,
        String unit,
        String unitName,
        String dueAt,
        String askedAt,
        boolean differs,
        String state,
        String stateName,
        int retries,
        Long lateSeconds,
        String late,
        boolean alarm) {}
