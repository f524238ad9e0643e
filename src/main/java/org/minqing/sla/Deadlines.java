package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Limit;
import org.minqing.organisation.Localities;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Calendars;
import org.springframework.stereotype.Component;

/**
 * Derives deadlines from what a clock keeps, and tells how: both by the same computation. Accepting is never due after
 * responding: whoever has responded has accepted. Office hours counted over a holiday would end days after the 24 hours
 * of the response, and between the two nobody would be late.
 */
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

    /** Clocks that start together, in that order. */
    List<Clock> opened(String appeal, List<ClockKind> kinds, int round, Function<ClockKind, Limit> limits, Instant at) {
        var all = kinds.stream()
                .map(kind -> alone(appeal, started(kind, round, limits.apply(kind), at)))
                .toList();
        return all.stream().map(c -> cut(c, latest(c, all, Clock::dueAt))).toList();
    }

    private static Clock started(ClockKind kind, int round, Limit limit, Instant at) {
        return new Clock(
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
                null);
    }

    /**
     * The same clock with its warning and its deadline as they follow from the rest.
     *
     * @param beside all clocks of the appeal
     */
    Clock derived(String appeal, Clock c, List<Clock> beside) {
        return cut(
                alone(appeal, c),
                latest(
                        c,
                        beside,
                        other -> other.undecided() ? alone(appeal, other).dueAt() : other.dueAt()));
    }

    private static Clock cut(Clock c, Optional<Instant> latest) {
        return latest.filter(c.dueAt()::isAfter)
                .map(due -> c.due(c.warnAt(), due, c.basis()))
                .orElse(c);
    }

    /** When the response of the same round is due, if the clock is that of accepting. */
    private static Optional<Instant> latest(Clock c, List<Clock> beside, Function<Clock, Instant> due) {
        return beside.stream()
                .filter(other -> c.kind() == ClockKind.ACCEPT && other.kind() == ClockKind.RESPOND)
                .filter(other -> other.round() == c.round())
                .map(due)
                .findFirst();
    }

    private Clock alone(String appeal, Clock c) {
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

    /** @param beside all clocks of the appeal */
    Narration narrate(String appeal, Clock c, List<Clock> beside) {
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
                        c.stoppedAt(),
                        latest(c, beside, Clock::dueAt)
                                // A clock of before that rule runs longer, and is told as it runs.
                                .filter(latest -> !c.dueAt().isAfter(latest))
                                .orElse(null)),
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
