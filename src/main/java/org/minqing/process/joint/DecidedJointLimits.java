package org.minqing.process.joint;

import static org.minqing.process.AppealVariables.ROUTE;
import static org.minqing.process.AppealVariables.URGENCY;

import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeal;
import org.minqing.joint.JointLimit;
import org.minqing.joint.JointLimits;
import org.minqing.problem.Refusal;
import org.minqing.process.decisions.AskedTable;
import org.springframework.stereotype.Component;

/** Asks {@code joint-limits.dmn}, the locality's own where it has one. */
@Component
class DecidedJointLimits implements JointLimits {

    private static final String TABLE = "jointLimits";

    private final AskedTable tables;

    DecidedJointLimits(AskedTable tables) {
        this.tables = tables;
    }

    @Override
    public Optional<JointLimit> of(Appeal appeal) {
        var decision = appeal.decision().orElseThrow();
        var facts = Variables.createVariables();
        ROUTE.put(facts, decision.tier().route());
        URGENCY.put(facts, decision.urgency());
        var answer = tables.answer(TABLE, appeal.locality(), facts);
        try {
            return JointLimit.of(answer::text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Kind.POLICY,
                    "会办时限表给出的时限无效：" + e.getMessage(),
                    "The table of joint limits gives no valid limit: " + e.getMessage());
        }
    }
}
