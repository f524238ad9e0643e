package org.minqing.process.review;

import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeal;
import org.minqing.problem.Refusal;
import org.minqing.process.AppealVariables;
import org.minqing.process.decisions.AskedTable;
import org.minqing.review.ReviewAnswer;
import org.minqing.review.ReviewStage;
import org.minqing.review.ReviewTable;
import org.springframework.stereotype.Component;

/** The engine's decision; its history keeps what was asked and answered. */
@Component
class EngineReviewTable implements ReviewTable {

    private static final String TABLE = "reviewLimits";

    private final AskedTable tables;

    EngineReviewTable(AskedTable tables) {
        this.tables = tables;
    }

    @Override
    public ReviewAnswer answer(Appeal appeal, ReviewStage stage) {
        var decision = appeal.decision().orElseThrow();
        var facts = Variables.createVariables();
        AppealVariables.STAGE.put(facts, stage.code());
        AppealVariables.TYPE.put(facts, appeal.type());
        AppealVariables.TRACK.put(facts, decision.track().code());
        AppealVariables.OUTCOME.put(facts, appeal.outcome());
        AppealVariables.ROUTE.put(facts, decision.tier().route());
        var answer = tables.answer(TABLE, appeal.locality(), facts);
        try {
            return ReviewAnswer.of(answer::text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Kind.POLICY,
                    "复查复核表给出的规则无效：" + e.getMessage(),
                    "The table of reviews gives no valid rule: " + e.getMessage());
        }
    }
}
