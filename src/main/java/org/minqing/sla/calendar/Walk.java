package org.minqing.sla.calendar;

import static org.minqing.sla.calendar.Projection.How.COUNTED;
import static org.minqing.sla.calendar.Projection.How.PAUSED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Projection.How;
import org.minqing.sla.calendar.Projection.Step;

/** Walks along time from an opening until a budget is used up, and notes the steps. For one use. */
final class Walk {

    private final Stretches stretches;
    private final Pauses pauses;
    private final List<Step> steps = new ArrayList<>();
    private Instant now;
    private Duration soFar = Duration.ZERO;

    public Walk(WorkingCalendar calendar, CalendarKind kind, OfficeHours hours, Pauses pauses) {
        this.stretches = new Stretches(calendar, kind, hours);
        this.pauses = pauses;
    }

    Projection from(Instant opening, Duration budget) {
        now = opening;
        while (soFar.compareTo(budget) < 0) {
            var pause = pauses.at(now);
            if (pause.isPresent()) {
                step(Stretch.part(now, pause.get().to(), PAUSED, pause.get().reason()));
            } else {
                step(next(budget.minus(soFar)));
            }
        }
        if (steps.isEmpty()) {
            step(Stretch.part(now, now, COUNTED, "时限为零"));
        }
        return new Projection(now, steps, stretches.guessedYears());
    }

    private Stretch next(Duration left) {
        var pause = pauses.nextAfter(now);
        var day = stretches.at(now, true);
        // A day that a pause or the end of the budget falls into has to be looked at hour by hour.
        var split = day.days() > 0 && (pause.isBefore(day.to()) || endsWithin(day, left));
        var stretch = (split ? stretches.at(now, false) : day).cut(now, pause);
        return stretch.how() == How.COUNTED && stretch.days() == 0 ? stretch.cut(now, now.plus(left)) : stretch;
    }

    private boolean endsWithin(Stretch day, Duration left) {
        var closesEarlier = !day.counted().equals(Duration.between(now, day.to()));
        return day.counted().compareTo(left) > 0
                || (closesEarlier && day.counted().equals(left));
    }

    private void step(Stretch s) {
        soFar = soFar.plus(s.counted());
        var step = new Step(now, s.to(), s.how(), s.why(), s.days(), s.counted(), soFar);
        now = s.to();
        var last = steps.size() - 1;
        if (last >= 0 && steps.get(last).continuedBy(step)) {
            steps.set(last, steps.get(last).and(step));
        } else {
            steps.add(step);
        }
    }
}
