package org.minqing.process.decisions;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;

/**
 * What one row of {@code plan-follow-up.dmn} answers.
 *
 * @param cell the text of an output by its name, empty for an empty cell
 */
public record PlanCells(UnaryOperator<String> cell) {

    /** @throws IllegalArgumentException naming the output whose cell cannot be used */
    void check() {
        every();
        longest();
        if (post().isEmpty()) {
            throw new IllegalArgumentException("post: 不能空着。It is needed.");
        }
    }

    /** How often the resident hears of it, in whole days. */
    public Period every() {
        return period("feedbackEvery");
    }

    /** How far ahead a plan may promise. */
    public Period longest() {
        return period("longest");
    }

    /** Who decides about it and looks after it. */
    public String post() {
        return cell.apply("post");
    }

    private Period period(String output) {
        try {
            var period = Period.parse(cell.apply(output));
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException(output + ": 要在一天以上。It must be a day or more.");
            }
            return period;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(output + ": 应写成 P30D、P1Y 这样。It must be a period.", e);
        }
    }
}
