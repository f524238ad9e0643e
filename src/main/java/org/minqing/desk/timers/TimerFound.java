package org.minqing.desk.timers;

import java.time.Instant;

/**
 * One timer of the engine.
 *
 * @param unit  where the work lies now
 * @param due   when the engine will run it
 * @param asked when it should run by the clocks of the appeal; null if nobody asked for it
 * @param alarm whether an alarm was raised about it
 */
public record TimerFound(
        String locality,
        String appeal,
        TimerKind timer,
        String unit,
        Instant due,
        Instant asked,
        TimerState state,
        int retries,
        boolean alarm) {}
