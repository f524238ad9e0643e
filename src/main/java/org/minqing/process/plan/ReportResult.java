package org.minqing.process.plan;

import java.time.LocalDate;
import org.minqing.handling.Handling;
import org.minqing.handling.ResultOutcome;
import org.minqing.plan.Plans;
import org.minqing.process.task.Completion;
import org.springframework.stereotype.Component;

/** A handler reports what came of an appeal: a result, or a plan whose result is still to come. */
@Component
public class ReportResult {

    private final ResultAnswers answers;
    private final Handling handling;
    private final Plans plans;

    ReportResult(ResultAnswers answers, Handling handling, Plans plans) {
        this.answers = answers;
        this.handling = handling;
        this.plans = plans;
    }

    /** @param what what was done, or is to be done, in the words of the handler */
    public void report(Completion done, String what) {
        var outcome = ResultAnswers.outcome(done);
        var text = answers.keep(done, what);
        if (outcome == ResultOutcome.PLANNED) {
            plans.make(
                    done.number(),
                    done.by(),
                    outcome.code(),
                    what,
                    LocalDate.parse(done.text("planUntil")),
                    FollowPlan.day(done, "planReview"),
                    text);
        } else {
            handling.resulted(done.number(), done.by(), outcome, text);
        }
    }
}
