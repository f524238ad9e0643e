package org.minqing.sla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Projection;
import org.minqing.sla.calendar.Projection.How;
import org.minqing.sla.calendar.Projection.Step;
import org.minqing.time.Spans;

/** Says the steps of a projection, one line each. */
final class SpokenSteps {

    private final CalendarKind kind;
    private final OfficeHours hours;
    private final SpokenTime time;

    SpokenSteps(CalendarKind kind, OfficeHours hours, SpokenTime time) {
        this.kind = kind;
        this.hours = hours;
        this.time = time;
    }

    /** The sums of the lines add up as they are shown, though times are kept to the millisecond and shown to the second. */
    List<String> of(Projection projection) {
        List<String> lines = new ArrayList<>();
        var all = projection.steps();
        var soFar = Duration.ZERO;
        for (var step : all) {
            if (step.how() == How.COUNTED) {
                var shown = step.counted()
                        .plusNanos(step.from().getNano())
                        .minusNanos(step.to().getNano());
                var isLast = step == all.get(all.size() - 1);
                soFar = isLast ? step.soFar() : soFar.plus(shown);
                lines.add(counted(step, shown) + "，累计 " + SpokenTime.length(soFar, kind) + "。");
            } else {
                lines.add(when(step) + "，" + why(step) + "，不计。");
            }
        }
        return lines;
    }

    private String counted(Step step, Duration shown) {
        var length = SpokenTime.length(shown, kind);
        if (kind == CalendarKind.RUNNING) {
            return when(step) + "，连续计 " + length;
        }
        var working = when(step) + "，" + why(step);
        if (step.days() == 0 || kind == CalendarKind.WORKING_DAYS) {
            return working + "，计 " + length;
        }
        return step.days() == 1
                ? working + "，计 " + length
                : working + " " + Spans.days(step.days()) + "，每天 " + SpokenTime.length(hours.perDay(), kind) + "，计 "
                        + length;
    }

    private String when(Step step) {
        return step.days() > 0 ? time.days(step.from(), step.to()) : time.span(step.from(), step.to());
    }

    private static String why(Step step) {
        return step.how() == How.PAUSED ? "暂停计时（" + step.why() + "）" : step.why();
    }
}
