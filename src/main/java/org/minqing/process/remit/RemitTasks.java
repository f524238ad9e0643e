package org.minqing.process.remit;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.duties.Duty;
import org.minqing.organisation.Localities;
import org.minqing.process.AppealVariables;
import org.minqing.process.model.Whoever;
import org.minqing.remit.Disputes;
import org.springframework.stereotype.Component;

/** What {@code appeal-handling.bpmn} asks about disputes. Public for the engine's expressions. */
@Component
public class RemitTasks {

    private final Disputes disputes;
    private final Appeals appeals;
    private final Localities localities;
    private final Whoever whoever;
    private final ConfidentialRules confidential;

    RemitTasks(
            Disputes disputes,
            Appeals appeals,
            Localities localities,
            Whoever whoever,
            ConfidentialRules confidential) {
        this.disputes = disputes;
        this.appeals = appeals;
        this.localities = localities;
        this.whoever = whoever;
        this.confidential = confidential;
    }

    /** It was returned just now, and somebody has to settle whose it is. */
    public boolean returnDisputed(DelegateExecution execution) {
        return "returned".equals(AppealVariables.ACTION.get(execution))
                && disputes.waiting(execution.getProcessBusinessKey()).isPresent();
    }

    /** Groups that may: without whoever works in one of the units that returned it, nor whom it is about. */
    public List<String> settlers(DelegateExecution execution) {
        var appeal = appeals.get(execution.getProcessBusinessKey());
        var post = disputes.waiting(appeal.number()).orElseThrow();
        return whoever.without(
                disputes.parties(appeal.number()),
                localities.get(appeal.locality()),
                // What is confidential is not offered to a post that may not see it.
                List.of(appeal.confidential() && !confidential.reads(post) ? confidential.overdue() : post),
                appeal.unit(),
                appeal.number(),
                Duty.SETTLING);
    }

    public boolean responded(DelegateExecution execution) {
        return appeals.get(execution.getProcessBusinessKey()).status() != AppealStatus.RECEIVED;
    }

    /** Nobody settles a dispute in which his own unit is a party. */
    public void requireNoParty(DelegateTask task) {
        if (task.getAssignee() != null) {
            disputes.requireNoParty(task.getExecution().getProcessBusinessKey(), task.getAssignee());
        }
    }
}
