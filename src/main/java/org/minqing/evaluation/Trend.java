package org.minqing.evaluation;

import java.util.List;

/**
 * One rate over months.
 *
 * @param unit     code of the unit that stands beside the whole; empty for none
 * @param unitName its name
 * @param months   the oldest first; the last is still under way
 */
record Trend(String code, String name, String definition, String unit, String unitName, List<Month> months) {

    /** From the first month on in which something was counted: before that there is nothing to read. */
    public List<Month> counted() {
        return months.stream()
                .dropWhile(month -> month.whole().denominator() == 0)
                .toList();
    }

    /**
     * @param month such as {@code 2026-11}
     * @param asOf  facts until then count, as {@code 2026-12-16T00:00:00+08:00}
     * @param own   of the unit; null if there is none
     */
    record Month(String month, String asOf, boolean running, RateTable.Value whole, RateTable.Value own) {}
}
