package org.minqing.process.claiming;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minqing.claiming.Orders;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whoever comes to hold the handling has claimed it, through whichever door: Tasklist, the telephone, the interface, Cockpit. And
 * whoever claimed it before it began has it when it does.
 */
@Component
public class OrderListener extends AbstractBpmnParseListener {

    // Resolved late: the engine needs this listener before it has a database.
    private final ObjectProvider<Orders> orders;
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<ApplicationAuthority> authority;
    private final ObjectProvider<OrderClaimingTasks> tasks;

    OrderListener(
            ObjectProvider<Orders> orders,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<ApplicationAuthority> authority,
            ObjectProvider<OrderClaimingTasks> tasks) {
        this.orders = orders;
        this.identity = identity;
        this.authority = authority;
        this.tasks = tasks;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener create = this::create;
        TaskListener assigned = this::assigned;
        if (AppealHandling.HANDLING.contains(activity.getId())) {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, create);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned);
        } else if (AppealHandling.RESPOND.equals(activity.getId())) {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, create);
        }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (AppealHandling.ORDER_CLAIMING.equals(process.getKey())) {
            ExecutionListener start = execution -> tasks.getObject().requireOrder(execution);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
        }
    }

    private void create(DelegateTask task) {
        orders.getObject().claim(number(task)).ifPresent(claim -> {
            if (AppealHandling.RESPOND.equals(task.getTaskDefinitionKey())) {
                task.addCandidateGroup(claim.holding());
            }
            if (task.getAssignee() == null) {
                task.setAssignee(claim.person());
            }
        });
    }

    private void assigned(DelegateTask task) {
        if (task.getAssignee() == null) {
            orders.getObject().lost(number(task));
        } else {
            orders.getObject().taken(number(task), task.getAssignee(), groups(task.getAssignee()));
        }
    }

    private List<String> groups(String person) {
        return authority
                .getObject()
                .run(() -> identity.getObject().createGroupQuery().groupMember(person).list().stream()
                        .map(Group::getId)
                        .toList());
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
