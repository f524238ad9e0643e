package org.minqing.process.due;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every task has its dates from the moment it is made, whatever its model says of clocks. */
@Component
public class DueFromTheStart extends AbstractBpmnParseListener {

    // Resolved late: the engine needs this listener before it has a database.
    private final ObjectProvider<TaskDueDates> dates;

    DueFromTheStart(ObjectProvider<TaskDueDates> dates) {
        this.dates = dates;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskListener create = task -> dates.getObject().set(task);
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_CREATE, create);
    }
}
