package org.minqing.review;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.Limit;
import org.minqing.appeal.Responsibility;

/**
 * What a row of {@code review-limits.dmn} says of a review that may be asked for.
 *
 * @param ask      so many days after the resident has the opinion he may ask
 * @param working  whether only working days are such days
 * @param answer   how long the review may take where a post of the locality makes it
 * @param posts    who may make it, the first that has taken no part; none where it is made outside of the locality
 * @param receiver who makes it outside, where no such post is left
 * @param passOn   how long passing it on to him may take
 * @param promise  how far ahead he may promise his answer
 * @param hearing  how far ahead a hearing may be set, which stops the clock; null where none is held
 */
public record ReviewRule(
        Period ask,
        boolean working,
        Limit answer,
        List<String> posts,
        String receiver,
        Limit passOn,
        Period promise,
        Period hearing) {

    /**
     * @param cell the text of an output by its name, empty for an empty cell
     * @throws IllegalArgumentException naming the output whose cell cannot be that
     */
    static ReviewRule of(UnaryOperator<String> cell) {
        var calendar = CalendarKind.of(cell.apply("calendar"));
        if (cell.apply("receiver").isEmpty()) {
            throw new IllegalArgumentException("receiver: 不能空着：没有合适的岗位时由它复查。It is needed where no post is left.");
        }
        var warning = cell.apply("warnBefore");
        var ask = period(cell, "askWithin");
        if (ask.toTotalMonths() > 0) {
            throw new IllegalArgumentException("askWithin: 应写成 P30D 这样的天数。It is a number of days.");
        }
        return new ReviewRule(
                ask,
                calendar == CalendarKind.WORKING_DAYS,
                new Limit(
                        duration(cell, "answerWithin"),
                        calendar,
                        warning.isEmpty() ? Duration.ZERO : duration(cell, "warnBefore")),
                Responsibility.posts(cell.apply("reviewPosts")),
                cell.apply("receiver"),
                new Limit(duration(cell, "passOnWithin"), CalendarKind.WORKING_DAYS, Duration.ZERO),
                period(cell, "promiseWithin"),
                cell.apply("hearingWithin").isEmpty() ? null : period(cell, "hearingWithin"));
    }

    private static Duration duration(UnaryOperator<String> cell, String output) {
        return read(cell, output, Duration::parse);
    }

    private static Period period(UnaryOperator<String> cell, String output) {
        var period = read(cell, output, Period::parse);
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(output + ": 要在一天以上。It must be a day or more.");
        }
        return period;
    }

    private static <T> T read(UnaryOperator<String> cell, String output, Function<String, T> parse) {
        try {
            return parse.apply(cell.apply(output));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    output + ": 不是 ISO 8601 时长“" + cell.apply(output) + "”。It is no ISO 8601 duration.", e);
        }
    }
}
