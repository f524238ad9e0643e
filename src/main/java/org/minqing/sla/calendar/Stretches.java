package org.minqing.sla.calendar;

import static org.minqing.sla.calendar.Projection.How.COUNTED;
import static org.minqing.sla.calendar.Projection.How.OFF_HOURS;
import static org.minqing.sla.calendar.Projection.How.REST_DAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.OfficeHours;
import org.minqing.time.Times;

/** Cuts time into stretches that are treated alike, and remembers which years it had to guess. */
final class Stretches {

    private static final Day OPEN = new Day(true, "每天开放");

    private final WorkingCalendar calendar;
    private final CalendarKind kind;
    private final OfficeHours hours;
    private final Set<Integer> guessed = new TreeSet<>();

    Stretches(WorkingCalendar calendar, CalendarKind kind, OfficeHours hours) {
        this.calendar = calendar;
        this.kind = kind;
        this.hours = hours;
    }

    Set<Integer> guessedYears() {
        return guessed;
    }

    /** The longest stretch from this moment on; a whole day is one, if it may be taken whole. */
    Stretch at(Instant moment, boolean whole) {
        if (kind == CalendarKind.RUNNING) {
            return new Stretch(Instant.MAX, COUNTED, kind.label(), 0, null);
        }
        var date = LocalDate.ofInstant(moment, Times.ZONE);
        var midnight = midnight(date);
        var end = midnight(date.plusDays(1));
        var isWhole = whole && moment.equals(midnight);
        var day = day(date);
        if (!day.working()) {
            return new Stretch(end, REST_DAY, day.why(), isWhole ? 1 : 0, Duration.ZERO);
        }
        if (kind == CalendarKind.WORKING_DAYS) {
            return new Stretch(end, COUNTED, day.why(), isWhole ? 1 : 0, Duration.between(moment, end));
        }
        return isWhole
                ? new Stretch(end, COUNTED, day.why(), 1, hours.perDay())
                : window(moment, midnight, end, day.why());
    }

    private Stretch window(Instant moment, Instant midnight, Instant end, String why) {
        for (var window : hours.windows()) {
            var opens = midnight.plus(window.opens());
            var closes = midnight.plus(window.closes());
            if (moment.isBefore(opens)) {
                return Stretch.part(moment, opens, OFF_HOURS, "非工作时间");
            }
            if (moment.isBefore(closes)) {
                return Stretch.part(moment, closes, COUNTED, why);
            }
        }
        return Stretch.part(moment, end, OFF_HOURS, "非工作时间");
    }

    private Day day(LocalDate date) {
        if (kind == CalendarKind.WORKING_HOURS && hours.everyDay()) {
            return OPEN;
        }
        if (!calendar.knows(date)) {
            guessed.add(date.getYear());
        }
        return calendar.day(date);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(Times.ZONE).toInstant();
    }
}
