package org.minqing.process.model;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.appeal.Actor;
import org.minqing.appeal.ClockKind;
import org.minqing.handling.Handling;
import org.minqing.process.due.TaskDueDates;
import org.minqing.process.engine.ActingPost;
import org.minqing.process.task.GivenBack;
import org.minqing.sla.Clocks;
import org.springframework.stereotype.Component;

/** Notes who takes an appeal on, whichever door the claim comes through: once per round. */
@Component
class Acceptance {

    private final Clocks clocks;
    private final Handling handling;
    private final ActingPost capacity;
    private final GivenBack givenBack;
    private final TaskDueDates dates;

    Acceptance(Clocks clocks, Handling handling, ActingPost capacity, GivenBack givenBack, TaskDueDates dates) {
        this.clocks = clocks;
        this.handling = handling;
        this.capacity = capacity;
        this.givenBack = givenBack;
        this.dates = dates;
    }

    void taken(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (task.getAssignee() != null
                && !givenBack.contains(task.getId())
                && clocks.running(number, ClockKind.ACCEPT).isPresent()) {
            handling.accepted(number, new Actor(task.getAssignee(), as(task)));
            dates.set(task);
        }
    }

    private String as(DelegateTask task) {
        var person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return capacity.of(person == null ? List.of() : person.getGroupIds(), task.getCandidates());
    }
}
