package org.minqing.process.decisions;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.Limit;
import org.minqing.appeal.Limits;

/**
 * What one row of {@code time-limits.dmn} answers.
 *
 * @param cell the text of an output by its name, empty for an empty cell
 */
record TimeLimitCells(UnaryOperator<String> cell) {

    /** @throws IllegalArgumentException naming the output whose cell cannot be a limit */
    Limits limits() {
        return new Limits(
                limit("accept"),
                limit("respond"),
                cell.apply("arriveWithin").isEmpty() ? null : limit("arrive"),
                limit("resolve"),
                duration("answerWithin"));
    }

    /** The one of three columns such as {@code acceptWithin}, {@code acceptCalendar} and {@code acceptWarnBefore}. */
    Limit limit(String clock) {
        var within = duration(clock + "Within");
        var warning = cell.apply(clock + "WarnBefore");
        try {
            return new Limit(
                    within,
                    CalendarKind.of(cell.apply(clock + "Calendar")),
                    warning.isEmpty() ? Duration.ZERO : duration(clock + "WarnBefore"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(clock + "Within: " + e.getMessage(), e);
        }
    }

    private Duration duration(String output) {
        try {
            return Duration.parse(cell.apply(output));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    output + ": 不是 ISO 8601 时长“" + cell.apply(output) + "”。It is no ISO 8601 duration.", e);
        }
    }
}
