package org.minqing.desk.appeal;

import java.util.Optional;
import org.minqing.appeal.Appeal;
import org.minqing.code.Coded;
import org.minqing.handling.ResultOutcome;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.outcome.Evidence;
import org.minqing.outcome.Outcomes;
import org.minqing.plan.Plan;
import org.minqing.plan.Plans;
import org.minqing.plan.Request;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** What came of an appeal, for staff. */
@Component
class ResultLines {

    private final Outcomes outcomes;
    private final Plans plans;
    private final Localities localities;

    ResultLines(Outcomes outcomes, Plans plans, Localities localities) {
        this.outcomes = outcomes;
        this.plans = plans;
        this.localities = localities;
    }

    /** Null before there is a result. */
    AppealSheet.ResultLine of(Appeal a) {
        if (a.outcome() == null) {
            return null;
        }
        var outcome = Coded.of(ResultOutcome.class, a.outcome());
        return new AppealSheet.ResultLine(
                outcome.label(),
                outcomes.evidence(a).map(Evidence::words).orElse(null),
                outcome == ResultOutcome.TRANSFERRED
                        ? outcomes.transfer(a).map(Outcomes.Transfer::words).orElse(null)
                        : null,
                outcomes.asked(a).words(),
                plans.latest(a.number()).map(plan -> line(a, plan)).orElse(null));
    }

    /** Name of the witness and how to reach him: for whoever asked for the contact data and said why. */
    Optional<String> witness(Appeal a) {
        return a.outcome() == null
                ? Optional.empty()
                : outcomes.evidence(a)
                        .filter(e -> e.kind() == Evidence.Kind.WITNESS)
                        .map(e -> e.what() + "，" + e.reach());
    }

    private AppealSheet.PlanLine line(Appeal a, Plan plan) {
        return new AppealSheet.PlanLine(
                plan.words(),
                UnitTree.name(localities.get(a.locality()), plan.unit(), ""),
                Times.day(plan.until()),
                Times.day(plan.feedbackBy()),
                plan.review().map(Times::day).orElse(null),
                plan.request().map(Request::told).orElse(null),
                plan.ended());
    }
}
