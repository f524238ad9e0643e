package org.minqing.process.duties;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minqing.duties.Duties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Nobody comes to hold a task that he may not do, whoever puts his name on it and however: claimed, assigned, delegated or
 * written. In every user task of every model, so that none forgets to ask.
 */
@Component
public class DutyListener extends AbstractBpmnParseListener {

    // Resolved late: the engine needs this listener before it has a database.
    private final ObjectProvider<Duties> duties;

    DutyListener(ObjectProvider<Duties> duties) {
        this.duties = duties;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskListener assigned = this::assigned;
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                // Before those of the model: who may not take it has not accepted it either.
                .addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned);
    }

    private void assigned(DelegateTask task) {
        if (task.getAssignee() != null) {
            TaskDuties.of(task.getTaskDefinitionKey())
                    .ifPresent(duty -> duties.getObject()
                            .require(task.getExecution().getProcessBusinessKey(), task.getAssignee(), duty));
        }
    }
}
