package org.minqing.supervision;

import java.util.List;

/**
 * The day in numbers.
 *
 * @param asOf as {@code 2026-11-22T09:40:00+08:00}
 */
public record Summary(
        String asOf,
        int open,
        int dueSoon,
        int overdue,
        int waiting,
        List<UnitLine> units,
        List<HelpLine> needsHelp,
        List<TypeLine> types) {

    /** @param oldestDays age of the oldest appeal in hand, in calendar days */
    record UnitLine(String unit, String name, int open, int dueSoon, int overdue, int waiting, int oldestDays) {}

    /**
     * Appeals of one type.
     *
     * @param received in this calendar month
     * @param open     those of them that have not ended
     */
    record TypeLine(String type, String name, int received, int open) {}

    /** @param reason in Chinese */
    record HelpLine(String unit, String name, int overdue, String reason) {}
}
