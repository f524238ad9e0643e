package org.minqing.process.appeal;

import org.minqing.appeal.AppealWorkflow;
import org.minqing.code.Coded;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.minqing.sla.LimitChangeReason;
import org.minqing.sla.LimitChangeType;
import org.minqing.sla.LimitChanges;
import org.springframework.stereotype.Component;

/** What the handler wants of the resolve clock: more time, a pause, or going on before the pause is over. */
@Component
class LimitRequest {

    private final LimitChanges changes;
    private final AppealWorkflow workflow;

    LimitRequest(LimitChanges changes, AppealWorkflow workflow) {
        this.changes = changes;
        this.workflow = workflow;
    }

    void ask(Completion done) {
        var change = done.text("change");
        if ("resume".equals(change)) {
            changes.requirePause(done.number());
            changes.resume(done.number(), done.by());
            workflow.clockResumed(done.number());
            // Nobody has to grant it.
            done.fact(AppealVariables.ACTION, "resumed");
            return;
        }
        var type = Coded.of(LimitChangeType.class, change);
        changes.ask(
                done.number(),
                done.by(),
                type,
                Coded.of(LimitChangeReason.class, done.text("changeReason")),
                done.answers().number("days"),
                done.text("explanation"));
        done.fact(AppealVariables.CHANGE, change);
        done.fact(AppealVariables.GRANTED, changes.granted(done.number(), type));
    }
}
