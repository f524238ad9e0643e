package org.minqing.organisation;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When somebody is there (上班时间), in the time of day of Asia/Shanghai.
 *
 * @param windows  in the order of the day, one or more, without overlap
 * @param everyDay whether rest days are like working days, as in a station that never closes for a day (S2-9)
 */
public record OfficeHours(List<Window> windows, boolean everyDay) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern WINDOW = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    /** Where a locality's file says nothing else. A starting value: the usual hours of a town's offices. */
    public static final OfficeHours DEFAULT = of(List.of("09:00-12:00", "14:00-18:00"), false);

    /** @throws IllegalArgumentException if there is no window, or one begins before that before it ends */
    public OfficeHours {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("never opens");
        }
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).opens().compareTo(windows.get(i - 1).closes()) < 0) {
                throw new IllegalArgumentException(windows.get(i) + " begins before " + windows.get(i - 1) + " ends");
            }
        }
    }

    /**
     * @param windows such as {@code 08:30-12:00}; the end of the day is {@code 24:00}
     * @throws IllegalArgumentException naming the window that is none
     */
    public static OfficeHours of(List<String> windows, boolean everyDay) {
        return new OfficeHours(windows.stream().map(OfficeHours::window).toList(), everyDay);
    }

    /** How long they are open on a day on which they open. */
    public Duration perDay() {
        return windows.stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** For people, such as {@code 工作日 09:00—12:00、14:00—18:00}. */
    public String words() {
        var times = windows.stream().map(w -> w.toString().replace('-', '—')).toList();
        return (everyDay ? "每天 " : "工作日 ") + String.join("、", times);
    }

    private static Window window(String text) {
        var ends = WINDOW.matcher(text);
        if (!ends.matches()) {
            throw new IllegalArgumentException(text + " is not written like 08:30-12:00");
        }
        try {
            return new Window(sinceMidnight(ends.group(1)), sinceMidnight(ends.group(2)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text + " names no time of day", e);
        }
    }

    private static Duration sinceMidnight(String time) {
        return time.equals("24:00")
                ? DAY
                : Duration.ofNanos(LocalTime.parse(time).toNanoOfDay());
    }

    /**
     * One stretch of a day, from opening to closing.
     *
     * @param opens  since midnight
     * @param closes since midnight, at most 24 hours; in this moment it is closed
     */
    public record Window(Duration opens, Duration closes) {

        public Window {
            if (opens.isNegative() || closes.compareTo(opens) <= 0 || closes.compareTo(DAY) > 0) {
                throw new IllegalArgumentException(
                        words(opens) + "-" + words(closes) + " does not close later on the same day");
            }
        }

        Duration length() {
            return closes.minus(opens);
        }

        @Override
        public String toString() {
            return words(opens) + "-" + words(closes);
        }

        private static String words(Duration d) {
            return "%02d:%02d".formatted(d.toHours(), d.toMinutesPart());
        }
    }
}
