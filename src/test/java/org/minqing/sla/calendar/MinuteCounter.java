package org.minqing.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.appeal.CalendarKind;

/**
 * The slow truth: looks at every single minute. Shares nothing with the calendar, neither code nor files; the dates are
 * those of the State Council's notices for 2025 and 2026, written down a second time. Beijing time has been UTC+8 without
 * summer time since 1992.
 */
class MinuteCounter {

    static final Instant BEGIN = Instant.parse("2024-12-31T16:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365 * 5;
    private static final int PER_DAY = 24 * 60;

    private static final Set<String> REST = new HashSet<>();
    private static final Set<String> WORK = new HashSet<>(List.of(
            "2025-01-26",
            "2025-02-08",
            "2025-04-27",
            "2025-09-28",
            "2025-10-11",
            "2026-01-04",
            "2026-02-14",
            "2026-02-28",
            "2026-05-09",
            "2026-09-20",
            "2026-10-10"));

    static {
        rest("2025-01", 1, 28, 29, 30, 31);
        rest("2025-02", 1, 2, 3, 4);
        rest("2025-04", 4, 5, 6);
        rest("2025-05", 1, 2, 3, 4, 5, 31);
        rest("2025-06", 1, 2);
        rest("2025-10", 1, 2, 3, 4, 5, 6, 7, 8);
        rest("2026-01", 1, 2, 3);
        rest("2026-02", 15, 16, 17, 18, 19, 20, 21, 22, 23);
        rest("2026-04", 4, 5, 6);
        rest("2026-05", 1, 2, 3, 4, 5);
        rest("2026-06", 19, 20, 21);
        rest("2026-09", 25, 26, 27);
        rest("2026-10", 1, 2, 3, 4, 5, 6, 7);
        for (var year : List.of("2027", "2028", "2029")) {
            rest(year + "-01", 1);
            rest(year + "-05", 1, 2);
            rest(year + "-10", 1, 2, 3);
        }
    }

    private final Map<String, boolean[]> counted = new HashMap<>();
    private final boolean[] paused = new boolean[DAYS * PER_DAY];

    private static void rest(String month, int... days) {
        Arrays.stream(days).forEach(day -> REST.add("%s-%02d".formatted(month, day)));
    }

    /** @param windows pairs of minutes of the day, opening and closing */
    Instant due(int from, int budget, CalendarKind kind, int[] windows, boolean everyDay, List<int[]> pauses) {
        var minutes = counted.computeIfAbsent(
                kind + Arrays.toString(windows) + everyDay, key -> count(kind, windows, everyDay));
        pauses.forEach(p -> Arrays.fill(paused, p[0], p[1], true));
        var at = from;
        for (var left = budget; left > 0; at++) {
            if (minutes[at] && !paused[at]) {
                left--;
            }
        }
        pauses.forEach(p -> Arrays.fill(paused, p[0], p[1], false));
        return instant(at);
    }

    static Instant instant(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    private static boolean[] count(CalendarKind kind, int[] windows, boolean everyDay) {
        var minutes = new boolean[DAYS * PER_DAY];
        var works = false;
        for (int i = 0; i < minutes.length; i++) {
            works = i % PER_DAY == 0 ? works(FIRST.plusDays(i / PER_DAY)) : works;
            minutes[i] = switch (kind) {
                case RUNNING -> true;
                case WORKING_DAYS -> works;
                case WORKING_HOURS -> (works || everyDay) && isOpen(i % PER_DAY, windows);
            };
        }
        return minutes;
    }

    private static boolean works(LocalDate day) {
        var name = day.toString();
        return !REST.contains(name) && (day.getDayOfWeek().getValue() <= 5 || WORK.contains(name));
    }

    private static boolean isOpen(int minuteOfDay, int[] windows) {
        for (int i = 0; i < windows.length; i += 2) {
            if (minuteOfDay >= windows[i] && minuteOfDay < windows[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
