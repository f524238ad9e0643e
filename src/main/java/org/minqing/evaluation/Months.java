package org.minqing.evaluation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.minqing.problem.InvalidInput;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/**
 * Months as they are compared and printed: as known on the settled day of the next month, or now while that is to come. So
 * months have equal time, and a month that is settled has the same figures whenever somebody asks.
 */
@Component
public class Months {

    private final MetricDictionary dictionary;
    private final InstantSource clock;

    Months(MetricDictionary dictionary, InstantSource clock) {
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** The period of a month that has begun. */
    public Period of(YearMonth month) {
        var next = month.plusMonths(1);
        var settled = next.atDay(settledOn()).atStartOfDay(Times.ZONE).toInstant();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Period(month.atDay(1), next.atDay(1), settled.isBefore(now) ? settled : now);
    }

    /** Whether its figures do not change any more. */
    public boolean settled(YearMonth month) {
        return KeptFigures.settled(of(month), clock.instant());
    }

    /** The last months, this one included, the oldest first. */
    List<YearMonth> last(int months) {
        var last = current();
        return IntStream.range(0, months)
                .mapToObj(i -> last.minusMonths(months - 1L - i))
                .toList();
    }

    /**
     * @param typed null for this month
     * @throws InvalidInput at {@code month} if it is none, or has not begun
     */
    public YearMonth read(String typed) {
        if (typed == null) {
            return current();
        }
        YearMonth month;
        try {
            month = typed.matches("[2-9]\\d{3}-\\d\\d") ? YearMonth.parse(typed) : null;
        } catch (DateTimeParseException e) {
            month = null;
        }
        if (month == null) {
            throw new InvalidInput("month", "请填月份，例如 2026-11", "must be a month such as 2026-11");
        }
        if (month.isAfter(current())) {
            throw new InvalidInput("month", "这个月还没有开始", "must not be in the future");
        }
        return month;
    }

    /** From this day of the next month on a month is settled. */
    public int settledOn() {
        return dictionary.comparison().settledOn();
    }

    /** The day on which this month is settled. */
    public LocalDate nextSettled() {
        return current().plusMonths(1).atDay(settledOn());
    }

    private YearMonth current() {
        return YearMonth.from(clock.instant().atZone(Times.ZONE));
    }
}
