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
import org.minqing.process.task.Support;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what is to be done for somebody in danger before everything else, in every list. */
@Component
public class DangerFirst extends AbstractBpmnParseListener {

    // Resolved late: the engine needs this listener before it has a database.
    private final ObjectProvider<Appeals> appeals;
    private final ObjectProvider<Support> support;

    DangerFirst(ObjectProvider<Appeals> appeals, ObjectProvider<Support> support) {
        this.appeals = appeals;
        this.support = support;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (AppealHandling.SETTING_OUT.contains(activity.getId())) {
            TaskListener create = this::create;
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_CREATE, create);
        }
    }

    private void create(DelegateTask task) {
        var appeal = appeals.getObject().get(task.getExecution().getProcessBusinessKey());
        if (!appeal.dangerPosts().isEmpty()) {
            support.getObject().setsOut(task, appeal);
        }
    }
}
