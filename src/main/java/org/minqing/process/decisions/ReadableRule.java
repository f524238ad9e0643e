package org.minqing.process.decisions;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.minqing.claiming.ClaimRule;
import org.minqing.household.colour.Verdict;
import org.minqing.joint.JointLimit;
import org.minqing.notice.NoticeRule;
import org.minqing.review.ReviewAnswer;

/**
 * A table of which each rule must make sense by itself.
 *
 * @param read of the cells of one rule, by the name of their column; throws {@link IllegalArgumentException} where it makes none
 */
record ReadableRule(String decision, String file, Consumer<UnaryOperator<String>> read) {

    static final List<ReadableRule> ALL = List.of(
            new ReadableRule("timeLimits", "time-limits.dmn", cells -> new TimeLimitCells(cells).limits()),
            new ReadableRule("remitDispute", "remit-dispute.dmn", cells -> new TimeLimitCells(cells).limit("settle")),
            new ReadableRule("appealType", "appeal-type.dmn", cells -> new TypeCells(cells).check()),
            new ReadableRule("jointLimits", "joint-limits.dmn", JointLimit::of),
            new ReadableRule("reviewLimits", "review-limits.dmn", ReviewAnswer::of),
            new ReadableRule("volunteerClaim", "volunteer-claim.dmn", ClaimRule::of),
            new ReadableRule("outcome", "outcome.dmn", cells -> new OutcomeCells(cells).rule()),
            new ReadableRule("planFollowUp", "plan-follow-up.dmn", cells -> new PlanCells(cells).check()),
            new ReadableRule("notices", "notices.dmn", NoticeRule::of),
            new ReadableRule("householdColour", "household-colour.dmn", cells -> Verdict.of("", cells)));
}
