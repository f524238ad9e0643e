package org.minqing.evaluation;

import java.math.BigDecimal;

/**
 * One figure with its counts, as the metric defines them.
 *
 * @param value with one decimal, in the metric's unit of measure; null if there is nothing to tell
 */
public record Figure(BigDecimal numerator, long denominator, BigDecimal value) {

    /** Nothing was counted. */
    static final Figure NONE = new Figure(BigDecimal.ZERO, 0, null);

    /** Such as {@code 83.3%}; a dash if there is nothing to tell. */
    public String words(String measure) {
        return value == null ? "—" : value.toPlainString() + measure;
    }

    /** Such as {@code 5/6}. */
    public String counts() {
        return numerator.toPlainString() + "/" + denominator;
    }
}
