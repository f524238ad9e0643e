package org.minqing.supervision;

import java.util.List;

/**
 * The day in numbers.
 *
 * @param asOf as {@code 2026-11-22T09:40:00+08:00}
 */
public record Summary(
        String asOf, int open, int dueSoon, int overdue, int waiting, List<UnitLine> units, List<HelpLine> needsHelp) {

    /** @param oldestDays age of the oldest appeal in hand, in calendar days */
    record UnitLine(String unit, String name, int open, int dueSoon, int overdue, int waiting, int oldestDays) {}

    /** @param reason in Chinese */
    record HelpLine(String unit, String name, String reason) {}
}
