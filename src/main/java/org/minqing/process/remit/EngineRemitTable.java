package org.minqing.process.remit;

import org.camunda.bpm.engine.variable.Variables;
import org.minqing.process.AppealVariables;
import org.minqing.process.decisions.AskedTable;
import org.minqing.remit.RemitRule;
import org.minqing.remit.RemitTable;
import org.springframework.stereotype.Component;

/** The engine's decision; its history keeps what was asked and answered. */
@Component
class EngineRemitTable implements RemitTable {

    private static final String TABLE = "remitDispute";

    private final AskedTable tables;

    EngineRemitTable(AskedTable tables) {
        this.tables = tables;
    }

    @Override
    public RemitRule rule(String locality, int returns, String urgency) {
        var facts = Variables.createVariables();
        AppealVariables.RETURNS.put(facts, returns);
        AppealVariables.URGENCY.put(facts, urgency);
        var answer = tables.answer(TABLE, locality, facts);
        return new RemitRule(answer.text("post"), answer.limit("settle"));
    }
}
