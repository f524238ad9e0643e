package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.minqing.appeal.CalendarKind;
import org.minqing.time.Spans;
import org.minqing.time.Times;

/** Times and lengths as an official reads them aloud; the year is said only where it is not the year of the opening. */
final class SpokenTime {

    private final int year;

    SpokenTime(Instant opening) {
        year = opening.atZone(Times.ZONE).getYear();
    }

    /** Such as {@code 5月22日 19:00}; seconds are said where there are any. */
    String moment(Instant at) {
        var local = at.atZone(Times.ZONE);
        return date(local.toLocalDate()) + " " + time(local.toLocalTime());
    }

    /** The same without seconds, where it is not added up. */
    String minute(Instant at) {
        return moment(at.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Such as {@code 12月4日 24:00}: where something ends, midnight belongs to the day that it ends. */
    String end(Instant at) {
        var local = at.atZone(Times.ZONE);
        return date(lastDay(local)) + " " + endTime(local);
    }

    /** The same without seconds. */
    String endMinute(Instant at) {
        return end(at.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Such as {@code 5月22日 19:00 至 24:00}: midnight belongs to the day that it ends. */
    String span(Instant from, Instant to) {
        var start = from.atZone(Times.ZONE);
        var end = to.atZone(Times.ZONE);
        var day = lastDay(end);
        return moment(from) + " 至 " + (day.equals(start.toLocalDate()) ? "" : date(day) + " ") + endTime(end);
    }

    /** Such as {@code 5月26日至30日} for stretches from midnight to midnight. */
    String days(Instant from, Instant to) {
        var first = from.atZone(Times.ZONE).toLocalDate();
        var last = lastDay(to.atZone(Times.ZONE));
        if (first.equals(last)) {
            return date(first);
        }
        var sameMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
        return date(first) + "至" + (sameMonth ? last.getDayOfMonth() + "日" : date(last));
    }

    /** Such as {@code 24 小时}, {@code 7 天} or, where working days are counted, {@code 5 个工作日}. */
    static String length(Duration d, CalendarKind kind) {
        return switch (kind) {
            case RUNNING -> Spans.whole(d);
            case WORKING_DAYS -> Spans.workingDays(d);
            case WORKING_HOURS -> Spans.workingHours(d);
        };
    }

    private static LocalDate lastDay(ZonedDateTime end) {
        return isMidnight(end) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    }

    private static String endTime(ZonedDateTime end) {
        return isMidnight(end) ? "24:00" : time(end.toLocalTime());
    }

    /** As it is shown: what lies below the second is not. */
    private static boolean isMidnight(ZonedDateTime end) {
        return end.toLocalTime().truncatedTo(ChronoUnit.SECONDS).equals(LocalTime.MIDNIGHT);
    }

    private String date(LocalDate d) {
        return (d.getYear() == year ? "" : d.getYear() + "年") + d.getMonthValue() + "月" + d.getDayOfMonth() + "日";
    }

    private static String time(LocalTime t) {
        return (t.getSecond() == 0 ? "%02d:%02d" : "%02d:%02d:%02d")
                .formatted(t.getHour(), t.getMinute(), t.getSecond());
    }
}
