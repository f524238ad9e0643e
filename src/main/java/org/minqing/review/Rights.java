package org.minqing.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.Localities;
import org.minqing.sla.calendar.Calendars;
import org.minqing.time.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Until when a resident may ask for a review: reckoned once, when he has the opinion, in the transaction that gives it to him. */
@Component
class Rights {

    private static final Duration DAY = Duration.ofDays(1);

    private final ReviewRows rows;
    private final Appeals appeals;
    private final Localities localities;
    private final Calendars calendars;
    // Resolved late: it needs the engine, which needs what listens here.
    private final ObjectProvider<ReviewTable> table;

    Rights(
            ReviewRows rows,
            Appeals appeals,
            Localities localities,
            Calendars calendars,
            ObjectProvider<ReviewTable> table) {
        this.rows = rows;
        this.appeals = appeals;
        this.localities = localities;
        this.calendars = calendars;
        this.table = table;
    }

    @EventListener
    void on(AppealEvent.Ended e) {
        var appeal = appeals.get(e.number());
        if (appeal.status().answered() && !appeal.subCase()) {
            give(appeal, ReviewStage.FIRST, e.at());
        }
    }

    /** From this moment on he has the opinion. */
    Right give(Appeal appeal, ReviewStage stage, Instant at) {
        var right = reckon(appeal, stage, at);
        rows.right(appeal.number(), appeal.round(), at, right);
        return right;
    }

    /** What ended before there were reviews has what the table says now. */
    Right of(Appeal appeal, ReviewStage stage, Instant since) {
        return rows.right(appeal.number(), appeal.round(), stage).orElseGet(() -> reckon(appeal, stage, since));
    }

    ReviewRule rule(Appeal appeal, ReviewStage stage) {
        return table.getObject().answer(appeal, stage).rule();
    }

    private Right reckon(Appeal appeal, ReviewStage stage, Instant at) {
        var answer = table.getObject().answer(appeal, stage);
        return answer.rule() == null
                ? new Right(stage, answer.whyNot(), null)
                : new Right(stage, "", until(appeal, answer.rule(), LocalDate.ofInstant(at, Times.ZONE)));
    }

    /** The day itself does not count; where the last one is no working day, the next that is one is the last. */
    private Instant until(Appeal appeal, ReviewRule rule, LocalDate has) {
        return rule.working()
                ? workingDays(
                        appeal, has.plusDays(1), DAY.multipliedBy(rule.ask().getDays()))
                : workingDays(appeal, has.plus(rule.ask()), DAY);
    }

    private Instant workingDays(Appeal appeal, LocalDate from, Duration so) {
        var hours = localities.get(appeal.locality()).officeHours();
        var start = from.atStartOfDay(Times.ZONE).toInstant();
        return calendars
                .current()
                .project(start, so, CalendarKind.WORKING_DAYS, hours, List.of())
                .dueAt();
    }
}
