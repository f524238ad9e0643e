package org.minqing.process.joint;

import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.joint.Opinions;
import org.springframework.stereotype.Component;

/** What {@code joint-handling.bpmn} asks of the application. Public for the engine's expressions. */
@Component
public class JointHandlingTasks {

    private final Opinions opinions;

    JointHandlingTasks(Opinions opinions) {
        this.opinions = opinions;
    }

    /** No opinion for which nobody waits. */
    public void requireRequest(DelegateExecution execution) {
        opinions.waiting(execution.getProcessBusinessKey(), CANDIDATE_GROUP.get(execution));
    }

    public void recordOverdue(DelegateExecution execution) {
        opinions.overdue(execution.getProcessBusinessKey(), CANDIDATE_GROUP.get(execution));
    }
}
