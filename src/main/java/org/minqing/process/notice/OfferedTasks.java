package org.minqing.process.notice;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minqing.notice.NoticeFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whoever is to do a task hears that it is there: every user task of every model, in the transaction that makes it. */
@Component
public class OfferedTasks extends AbstractBpmnParseListener {

    // Resolved late: the engine needs this listener before it has a database.
    private final ObjectProvider<NoticeFacts> facts;

    OfferedTasks(ObjectProvider<NoticeFacts> facts) {
        this.facts = facts;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskListener create = task -> {
            var number = task.getExecution().getProcessBusinessKey();
            if (number != null) {
                facts.getObject().offered(number, task.getId());
            }
        };
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_CREATE, create);
    }
}
