package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Limit;
import org.minqing.organisation.Localities;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Calendars;
import org.springframework.stereotype.Component;

/** Derives deadlines from what a clock keeps, and tells how: both by the same computation. */
@Component
class Deadlines {

    private final Calendars calendars;
    private final Localities localities;
    private final Appeals appeals;

    Deadlines(Calendars calendars, Localities localities, Appeals appeals) {
        this.calendars = calendars;
        this.localities = localities;
        this.appeals = appeals;
    }

    /** A clock that starts now. */
    Clock opened(String appeal, ClockKind kind, int round, Limit limit, Instant at) {
        return derived(
                appeal,
                new Clock(
                        kind,
                        round,
                        limit.within(),
                        limit.calendar(),
                        limit.warnBefore(),
                        List.of(),
                        List.of(),
                        at,
                        at,
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        0,
                        null));
    }

    /** The same clock with its warning and its deadline as they follow from the rest. */
    Clock derived(String appeal, Clock c) {
        var due = end(appeal, c, c.allowance());
        var warn = c.warnBefore().isZero() ? null : end(appeal, c, c.allowance().minus(c.warnBefore()));
        return c.due(warn, due, basis(c.calendar()));
    }

    /** So much time later, as the clock counts time. */
    Instant after(String appeal, Clock c, Instant from, Duration more) {
        return calendars
                .current()
                .project(from, more, c.calendar(), hours(appeal), List.of())
                .dueAt();
    }

    /** What the deadlines of that kind depend on; nothing for those that count every minute. */
    String basis(CalendarKind calendar) {
        return calendar == CalendarKind.RUNNING ? "" : calendars.current().digest();
    }

    Narration narrate(String appeal, Clock c) {
        return Narration.of(
                new Narration.Input(
                        c.kind(),
                        c.countedFrom(),
                        c.budget(),
                        c.calendar(),
                        hours(appeal),
                        c.extensionsThatCount(),
                        c.suspensions(),
                        c.retimings(),
                        c.outcome(),
                        c.stoppedAt()),
                calendars.current());
    }

    private Instant end(String appeal, Clock c, Duration budget) {
        return calendars
                .current()
                .project(c.countedFrom(), budget, c.calendar(), hours(appeal), c.suspensions())
                .dueAt();
    }

    private OfficeHours hours(String appeal) {
        return localities.get(appeals.get(appeal).locality()).officeHours();
    }
}
