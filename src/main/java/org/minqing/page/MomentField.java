package org.minqing.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minqing.time.Times;

/**
 * A time as an auditor writes it: a day, or a minute or second of a day, in Asia/Shanghai unless it names its offset.
 *
 * @param from  its first moment
 * @param until the first moment behind it
 */
public record MomentField(Instant from, Instant until) {

    /** What to say about a text that is none. */
    private static final String WRONG = "请填日期或时间，例如 2026-11-21 或 2026-11-21T19:00";

    private static final String WRONG_EN = "is no time such as 2026-11-21 or 2026-11-21T19:00";

    /** A blank stands for the T of people and for the + that an address turned into a blank. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:(Z)|([+ -])(\\d\\d:\\d\\d))?)?");

    /** A field of a search; null if it was left out or is wrong. */
    public static MomentField in(Search search, String field) {
        return search.one(field, WRONG, WRONG_EN, MomentField::of);
    }

    /** Notes it at {@code from} where that is later than the other; either may be null. */
    public static void checkOrder(Search search, MomentField from, MomentField to) {
        if (from != null && to != null && !from.from().isBefore(to.until())) {
            search.wrong("from", "起始时间晚于截止时间", "is later than to");
        }
    }

    /** Empty if it is no time, such as the 30th of February. */
    public static Optional<MomentField> of(String text) {
        var m = WRITTEN.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            if (m.group(2) == null) {
                var day = LocalDate.parse(m.group(1));
                return Optional.of(new MomentField(start(day), start(day.plusDays(1))));
            }
            var local = m.group(1) + "T" + m.group(2);
            var at = m.group(3) != null
                    ? Instant.parse(m.group(2).length() == 5 ? local + ":00Z" : local + "Z")
                    : m.group(4) != null
                            ? OffsetDateTime.parse(local + m.group(4).replace(' ', '+') + m.group(5))
                                    .toInstant()
                            : LocalDateTime.parse(local).atZone(Times.ZONE).toInstant();
            return Optional.of(new MomentField(at, at.plusMillis(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toInstant();
    }
}
