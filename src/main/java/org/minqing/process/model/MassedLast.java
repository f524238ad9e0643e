package org.minqing.process.model;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minqing.appeal.Appeals;
import org.minqing.process.AppealHandling;
import org.minqing.process.TaskOrder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the work of appeals that came from one source in great number behind that of others, and says so in its name, which
 * every list shows. Their clocks run as any other, and whatever is near its limit comes forward.
 */
@Component
public class MassedLast extends AbstractBpmnParseListener {

    /** What stands before the name of such a task. */
    public static final String MARK = "同一来源集中提交 · ";

    // Resolved late: the engine needs this listener before it has a database.
    private final ObjectProvider<Appeals> appeals;

    MassedLast(ObjectProvider<Appeals> appeals) {
        this.appeals = appeals;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (AppealHandling.WORK.contains(activity.getId())) {
            TaskListener create = this::create;
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_CREATE, create);
        }
    }

    private void create(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        if (appeals.getObject().get(number).massed()) {
            task.setPriority(TaskOrder.MASSED);
            task.setName(MARK + task.getName());
        }
    }
}
