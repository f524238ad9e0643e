package org.minqing.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.minqing.appeal.Actor;
import org.minqing.handling.Handling;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.sla.ClockKind;
import org.minqing.sla.Clocks;
import org.springframework.stereotype.Component;

/** Notes who takes an appeal on, whichever door the claim comes through: once per round. */
@Component
class Acceptance {

    private final Clocks clocks;
    private final Handling handling;
    private final Holdings holdings;

    Acceptance(Clocks clocks, Handling handling, Holdings holdings) {
        this.clocks = clocks;
        this.handling = handling;
        this.holdings = holdings;
    }

    void taken(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (task.getAssignee() != null
                && clocks.running(number, ClockKind.ACCEPT).isPresent()) {
            handling.accepted(number, new Actor(task.getAssignee(), as(task)));
        }
    }

    /** Unit and post under which he may take it. */
    private String as(DelegateTask task) {
        var authentication =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        var groups = authentication == null ? List.<String>of() : authentication.getGroupIds();
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(groups::contains)
                .findFirst()
                .flatMap(holdings::find)
                .map(Holding::label)
                .orElse("工作人员");
    }
}
