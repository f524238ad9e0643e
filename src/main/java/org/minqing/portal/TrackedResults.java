package org.minqing.portal;

import java.util.function.UnaryOperator;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.code.Coded;
import org.minqing.handling.ResultOutcome;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.outcome.Evidence;
import org.minqing.outcome.Outcomes;
import org.minqing.plan.Plan;
import org.minqing.plan.Plans;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Puts what came of an appeal into words for the resident. */
@Component
class TrackedResults {

    private final Outcomes outcomes;
    private final Plans plans;
    private final Localities localities;

    TrackedResults(Outcomes outcomes, Plans plans, Localities localities) {
        this.outcomes = outcomes;
        this.plans = plans;
        this.localities = localities;
    }

    /**
     * Null before there is a result that still holds.
     *
     * @param told what whoever reads it may read of a text
     */
    TrackedResult of(Appeal appeal, UnaryOperator<String> told) {
        if (appeal.outcome() == null || appeal.status() == AppealStatus.HANDLING) {
            return null;
        }
        var outcome = Coded.of(ResultOutcome.class, appeal.outcome());
        var asked = outcomes.asked(appeal);
        return new TrackedResult(
                outcome.code(),
                outcome.label(),
                outcomes.evidence(appeal).map(Evidence::figure).map(told).orElse(null),
                outcome == ResultOutcome.TRANSFERRED
                        ? outcomes.transfer(appeal)
                                .map(Outcomes.Transfer::words)
                                .map(told)
                                .orElse(null)
                        : null,
                appeal.status() == AppealStatus.PLANNED
                        ? plans.running(appeal.number())
                                .map(plan -> planned(appeal, plan, told))
                                .orElse(null)
                        : null,
                asked.field(),
                asked.words());
    }

    /** In plain words, with the day if there is one to wait for. */
    String status(Appeal appeal) {
        var label = appeal.status().label();
        return appeal.status() == AppealStatus.PLANNED
                ? plans.running(appeal.number())
                        .map(plan -> label + "，预计" + Times.day(plan.until()) + "前完成")
                        .orElse(label)
                : label;
    }

    private TrackedResult.PlannedTill planned(Appeal appeal, Plan plan, UnaryOperator<String> told) {
        return new TrackedResult.PlannedTill(
                told.apply(plan.words()),
                Times.day(plan.until()),
                Times.day(plan.feedbackBy()),
                UnitTree.name(localities.get(appeal.locality()), plan.unit(), ""));
    }
}
