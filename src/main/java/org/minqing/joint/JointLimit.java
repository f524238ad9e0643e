package org.minqing.joint;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.minqing.appeal.CalendarKind;

/**
 * What a row of {@code joint-limits.dmn} says about opinions.
 *
 * @param within      how much counted time a post has
 * @param calendar    which time counts
 * @param remindEvery so long after a reminder comes no other; by day and night
 */
public record JointLimit(Duration within, CalendarKind calendar, Duration remindEvery) {

    /**
     * @param cell the text of an output by its name, empty for an empty cell
     * @return empty where nobody is asked
     * @throws IllegalArgumentException naming the output whose cell cannot be that
     */
    public static Optional<JointLimit> of(UnaryOperator<String> cell) {
        if (cell.apply("within").isEmpty()) {
            if (!(cell.apply("calendar") + cell.apply("remindEvery")).isEmpty()) {
                throw new IllegalArgumentException("within: 意见时限空着，其余两栏也要空着。Without it the others are empty too.");
            }
            return Optional.empty();
        }
        return Optional.of(new JointLimit(
                duration(cell, "within"), CalendarKind.of(cell.apply("calendar")), duration(cell, "remindEvery")));
    }

    private static Duration duration(UnaryOperator<String> cell, String output) {
        try {
            var duration = Duration.parse(cell.apply(output));
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(output + ": 必须大于零。It must be longer than zero.");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    output + ": 不是 ISO 8601 时长“" + cell.apply(output) + "”。It is no ISO 8601 duration.", e);
        }
    }
}
