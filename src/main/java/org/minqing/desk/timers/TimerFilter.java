package org.minqing.desk.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which timers somebody asks for. Null means any.
 *
 * @param now    by which a timer is late or not
 * @param from   the first moment at which it may be due
 * @param until  the first moment at which it may not
 * @param lateBy due more than so long ago
 * @param units  codes of the units where the work may lie
 */
public record TimerFilter(
        Instant now,
        String locality,
        TimerState state,
        Instant from,
        Instant until,
        Duration lateBy,
        List<String> units,
        String appeal) {}
