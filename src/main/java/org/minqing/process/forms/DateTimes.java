package org.minqing.process.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Answers that are a day, or a day with a time in minutes, without a zone: it is Asia/Shanghai. */
class DateTimes {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private DateTimes() {}

    /** Returns it as {@code 2026-11-21}, or null if nothing is left. */
    static String day(Object value) {
        if (!(value instanceof String written)) {
            throw Texts.notText();
        }
        if (written.isBlank()) {
            return null;
        }
        try {
            return DAY.format(LocalDate.parse(written.strip(), DAY));
        } catch (DateTimeParseException e) {
            throw new BadAnswer("应为日期，如 2026-11-21", "must be a date such as 2026-11-21");
        }
    }

    /** Returns it as {@code 2026-11-21T09:20}, or null if nothing is left. */
    static String read(Object value) {
        if (!(value instanceof String written)) {
            throw Texts.notText();
        }
        if (written.isBlank()) {
            return null;
        }
        try {
            // Browsers may add seconds.
            return MINUTES.format(LocalDateTime.parse(
                    written.strip().replaceFirst("(T\\d\\d:\\d\\d):\\d\\d(\\.\\d+)?$", "$1"), MINUTES));
        } catch (DateTimeParseException e) {
            throw new BadAnswer("应为日期和时间，如 2026-11-21T09:20", "must be a date and time such as 2026-11-21T09:20");
        }
    }
}
