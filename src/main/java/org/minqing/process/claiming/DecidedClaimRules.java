package org.minqing.process.claiming;

import static org.minqing.process.AppealVariables.CATEGORY;
import static org.minqing.process.AppealVariables.POST;
import static org.minqing.process.AppealVariables.ROUND;
import static org.minqing.process.AppealVariables.ROUTE;
import static org.minqing.process.AppealVariables.TRACK;
import static org.minqing.process.AppealVariables.URGENCY;

import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeal;
import org.minqing.claiming.ClaimRule;
import org.minqing.claiming.ClaimRules;
import org.minqing.problem.Refusal;
import org.minqing.process.decisions.AskedTable;
import org.springframework.stereotype.Component;

/** Asks {@code volunteer-claim.dmn}, the locality's own where it has one. */
@Component
class DecidedClaimRules implements ClaimRules {

    private static final String TABLE = "volunteerClaim";

    private final AskedTable tables;

    DecidedClaimRules(AskedTable tables) {
        this.tables = tables;
    }

    @Override
    public Optional<ClaimRule> of(Appeal appeal) {
        var decision = appeal.decision().orElseThrow();
        var facts = Variables.createVariables();
        ROUND.put(facts, appeal.round());
        TRACK.put(facts, decision.track().code());
        URGENCY.put(facts, decision.urgency());
        ROUTE.put(facts, decision.tier().route());
        POST.put(facts, decision.who().post());
        CATEGORY.put(facts, appeal.category());
        facts.putAll(appeal.facts().asMap());
        var answer = tables.answer(TABLE, appeal.locality(), facts);
        try {
            return ClaimRule.of(answer::text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Kind.POLICY,
                    "接单表无效：" + e.getMessage(),
                    "The table of claims gives no valid rule: " + e.getMessage());
        }
    }
}
