package org.minqing.process.claiming;

import static org.minqing.process.AppealVariables.LOCALITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeals;
import org.minqing.claiming.OrderWorkflow;
import org.minqing.desk.worklist.Worklist;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.problem.Refusal;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.OneCommand;
import org.minqing.process.task.Offering;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to orders: an instance that looks when times are over, and whose the open tasks are. */
@Component
class EngineOrderWorkflow implements OrderWorkflow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ApplicationAuthority authority;
    private final OneCommand command;
    private final Offering offering;
    private final Worklist worklist;
    private final Appeals appeals;
    private final Holdings holdings;

    EngineOrderWorkflow(
            RuntimeService runtime,
            TaskService tasks,
            ApplicationAuthority authority,
            OneCommand command,
            Offering offering,
            Worklist worklist,
            Appeals appeals,
            Holdings holdings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.authority = authority;
        this.command = command;
        this.offering = offering;
        this.worklist = worklist;
        this.appeals = appeals;
        this.holdings = holdings;
    }

    @Override
    public void offered(String number) {
        var variables = Variables.createVariables();
        LOCALITY.put(variables, appeals.get(number).locality());
        authority.run(() -> runtime.createProcessInstanceByKey(AppealHandling.ORDER_CLAIMING)
                .processDefinitionWithoutTenantId()
                .businessKey(number)
                .setVariables(variables)
                .execute());
    }

    @Override
    public void offeredTo(String number, List<String> groups) {
        asApplication(() -> handling(number).ifPresent(task -> offering.to(task, groups)));
    }

    /** By the door that the telephone takes: what that refuses is refused here, and what it notes is noted. */
    @Override
    public boolean taken(String number, StaffMember person, String group) {
        var task = authority.run(() -> handling(number));
        task.ifPresent(t -> take(t, person, group));
        return task.isPresent();
    }

    @Override
    public void claimedEarly(String number, StaffMember person, String group) {
        authority
                .run(() -> open(number, AppealHandling.RESPOND))
                .filter(task -> task.getAssignee() == null)
                .ifPresent(task -> take(task, person, group));
    }

    private void take(Task task, StaffMember person, String group) {
        if (task.getAssignee() != null) {
            throw Refusal.held();
        }
        asApplication(() -> {
            var now = tasks.createTaskQuery().taskId(task.getId()).singleResult();
            var groups = new ArrayList<>(offering.groupsOf(now));
            if (!groups.contains(group)) {
                groups.add(group);
                offering.to(now, groups);
            }
        });
        worklist.claim(person, task.getId());
    }

    @Override
    public void givenBack(String number, String person, String group, List<String> groups) {
        asApplication(() -> {
            handling(number)
                    .filter(task -> person.equals(task.getAssignee()))
                    .ifPresent(task -> offering.anew(task, groups));
            open(number, AppealHandling.RESPOND)
                    .filter(task -> person.equals(task.getAssignee()))
                    .ifPresent(task -> offering.anew(task, respondents(number, group, offering.groupsOf(task))));
        });
    }

    /** Those who respond anyway: he may be one of them. */
    private List<String> respondents(String number, String group, List<String> groups) {
        var responds = holdings.find(group)
                .map(Holding::post)
                .filter(post -> appeals.get(number).respondPosts().contains(post.code()))
                .isPresent();
        return responds ? groups : groups.stream().filter(g -> !g.equals(group)).toList();
    }

    @Override
    public void closed(String number) {
        authority.run(() -> runtime.createMessageCorrelation(AppealHandling.ORDER_CLOSED)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult());
    }

    private Optional<Task> handling(String number) {
        return open(number, AppealHandling.HANDLING.toArray(String[]::new));
    }

    private Optional<Task> open(String number, String... keys) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKeyIn(keys).list().stream()
                .findFirst();
    }

    private void asApplication(Runnable changes) {
        authority.run(() -> {
            command.run(changes);
            return null;
        });
    }
}
