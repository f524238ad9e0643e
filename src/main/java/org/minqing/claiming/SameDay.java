package org.minqing.claiming;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.Limit;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Calendars;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/**
 * How much office time there is until the offices close on the same day. After hours, or shortly before their end, the day is the
 * next on which they open. Counted in office time, so that a new working calendar moves it as it moves every other limit.
 */
@Component
class SameDay {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Calendars calendars;

    SameDay(Calendars calendars) {
        this.calendars = calendars;
    }

    Limit from(Instant now, OfficeHours hours, ClaimRule.Lead lead) {
        var today = opensNext(now, hours);
        var left = left(now, today, hours);
        if (left.compareTo(lead.atLeast()) < 0) {
            left = left.plus(hours.perDay());
        }
        return new Limit(left, CalendarKind.WORKING_HOURS, lead.warnBefore());
    }

    /** The day on which the first moment from then on counts. */
    private LocalDate opensNext(Instant now, OfficeHours hours) {
        return calendars
                .current()
                .project(now, A_MOMENT, CalendarKind.WORKING_HOURS, hours, List.of())
                .dueAt()
                .minusNanos(1)
                .atZone(Times.ZONE)
                .toLocalDate();
    }

    private static Duration left(Instant now, LocalDate day, OfficeHours hours) {
        var midnight = day.atStartOfDay(Times.ZONE).toInstant();
        return hours.windows().stream()
                .map(window -> between(later(now, midnight.plus(window.opens())), midnight.plus(window.closes())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
}
