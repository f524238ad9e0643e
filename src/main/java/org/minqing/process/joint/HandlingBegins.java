package org.minqing.process.joint;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minqing.joint.JointHandling;
import org.minqing.process.AppealHandling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where the handling begins, on whichever route, co-handlers are asked. And no opinion is asked for past the application: the
 * model's own listener may be skipped, this one is the engine's.
 */
@Component
public class HandlingBegins extends AbstractBpmnParseListener {

    // Resolved late: they need the engine, which needs this listener.
    private final ObjectProvider<JointHandling> joint;
    private final ObjectProvider<JointHandlingTasks> tasks;

    HandlingBegins(ObjectProvider<JointHandling> joint, ObjectProvider<JointHandlingTasks> tasks) {
        this.joint = joint;
        this.tasks = tasks;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (AppealHandling.HANDLING.contains(activity.getId())) {
            TaskListener create =
                    task -> joint.getObject().handlingBegins(task.getExecution().getProcessBusinessKey());
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_CREATE, create);
        }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (AppealHandling.JOINT_HANDLING.equals(process.getKey())) {
            ExecutionListener start = execution -> tasks.getObject().requireRequest(execution);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
        }
    }
}
