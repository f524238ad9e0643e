package org.minqing.process.task;

import static org.minqing.process.AppealVariables.ACTION;
import static org.minqing.process.AppealVariables.CHANGE;
import static org.minqing.process.AppealVariables.GRANTED;

import org.camunda.bpm.engine.variable.VariableMap;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.sla.LimitChangeReason;
import org.minqing.sla.LimitChangeType;
import org.minqing.sla.LimitChanges;
import org.springframework.stereotype.Component;

/** What completed forms mean for the resolve clock: asking for more time or a pause, granting it, going on early. */
@Component
public class LimitActs {

    private final LimitChanges changes;
    private final AppealWorkflow workflow;

    LimitActs(LimitChanges changes, AppealWorkflow workflow) {
        this.changes = changes;
        this.workflow = workflow;
    }

    void ask(Appeal appeal, Actor by, Answers answers, VariableMap facts) {
        var change = answers.text("change");
        if ("resume".equals(change)) {
            changes.requirePause(appeal.number());
            changes.resume(appeal.number(), by);
            workflow.clockResumed(appeal.number());
            // Nobody has to grant it.
            ACTION.put(facts, "resumed");
            return;
        }
        var type = LimitChangeType.of(change);
        changes.ask(
                appeal.number(),
                by,
                type,
                LimitChangeReason.of(answers.text("changeReason")),
                answers.number("days"),
                answers.text("explanation"));
        CHANGE.put(facts, change);
        GRANTED.put(facts, changes.granted(appeal.number(), type));
    }

    void decide(Appeal appeal, Actor by, Answers answers) {
        changes.decide(appeal.number(), by, "approved".equals(answers.text("action")), answers.text("opinion"));
    }
}
