package org.minqing.process.model;

import static org.minqing.process.AppealVariables.DENIALS;
import static org.minqing.process.AppealVariables.DOUBT;
import static org.minqing.process.AppealVariables.ESCALATION_POST;
import static org.minqing.process.AppealVariables.RUNG;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.feedback.ContactChecks;
import org.minqing.process.decisions.DecisionAnswer;
import org.springframework.stereotype.Component;

/** What {@code contact-check.bpmn} asks of the application. Public for the engine's expressions. */
@Component
public class ContactCheckTasks {

    private final ContactChecks checks;

    ContactCheckTasks(ContactChecks checks) {
        this.checks = checks;
    }

    /** No check without a contact that is in doubt. */
    public void requireDoubt(DelegateExecution execution) {
        checks.waiting(execution.getProcessBusinessKey());
    }

    public void describeDoubt(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var check = checks.waiting(number);
        DOUBT.set(execution, check.why());
        DENIALS.set(execution, checks.denials(number));
        RUNG.set(execution, check.rung() + 1);
    }

    public void recordChecker(DelegateExecution execution) {
        var decision = DecisionAnswer.of(execution);
        ESCALATION_POST.set(execution, decision.text("post"));
        checks.handed(execution.getProcessBusinessKey(), decision.duration("within"));
    }

    // Models that were deployed before the duties had a table call these; what they asked DutyListener asks of every
    // task.
    public void requireUninvolved(DelegateTask task) {}
}
