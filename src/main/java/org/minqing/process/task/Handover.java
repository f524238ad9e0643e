package org.minqing.process.task;

import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.UNIT;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.process.AppealHandling;
import org.minqing.process.TaskOrder;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.OneCommand;
import org.springframework.stereotype.Component;

/**
 * What a supervisor changes at open tasks: a mark, or whose they are. The caller holds the lock of the appeal; somebody who
 * read the task before and completes it afterwards is refused by its revision, so both changes are written even where
 * the engine would see no difference.
 */
@Component
public class Handover {

    /** What stands before the name of a task, wherever tasks are listed. */
    static final String MARK = "督办 · ";

    private final AppealTaskService tasks;
    private final RuntimeService runtime;
    private final AuthorizationService authorizations;
    private final ApplicationAuthority authority;
    private final OneCommand command;
    private final Holdings holdings;

    Handover(
            AppealTaskService tasks,
            RuntimeService runtime,
            AuthorizationService authorizations,
            ApplicationAuthority authority,
            OneCommand command,
            Holdings holdings) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.authorizations = authorizations;
        this.authority = authority;
        this.command = command;
        this.holdings = holdings;
    }

    public void mark(String number) {
        asApplication(() -> open(number, AppealHandling.WORK).forEach(task -> {
            if (!task.getName().startsWith(MARK)) {
                task.setName(MARK + task.getName());
                task.setPriority(TaskOrder.LIKE_OTHERS);
                tasks.saveTask(task);
            }
        }));
    }

    public void pass(String number, String unit, String post, String by) {
        asApplication(() -> {
            var handling = open(number, AppealHandling.HANDLING);
            if (handling.isEmpty()) {
                throw Refusal.conflict("这件诉求现在不在承办环节，不能改派。", "Nobody is handling the appeal now.");
            }
            var to = holdings.find(Holding.group(unit, post)).orElseThrow(Refusal::notFound);
            handling.forEach(task -> pass(task, to, by));
            var variables = Variables.createVariables();
            UNIT.put(variables, unit);
            CANDIDATE_GROUP.put(variables, to.group());
            runtime.setVariables(handling.get(0).getProcessInstanceId(), variables);
        });
    }

    private void pass(Task task, Holding to, String by) {
        if (by.equals(task.getAssignee())) {
            throw Refusal.conflict("您正在承办这件诉求，改派要由另一名督办人员决定。", "Whoever handles an appeal does not re-assign it.");
        }
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        if (groups.contains(to.group())) {
            throw new InvalidInput("holder", "现在就由这个岗位承办，请另选岗位", "handles it already");
        }
        command.touch(task);
        tasks.setAssignee(task.getId(), null);
        groups.forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        withdrawRights(task);
        tasks.addCandidateGroup(task.getId(), to.group());
    }

    /** The engine grants rights with a candidate and leaves them when it goes. */
    private void withdrawRights(Task task) {
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    private List<Task> open(String number, Set<String> keys) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKeyIn(keys.toArray(String[]::new))
                .list();
    }

    private void asApplication(Runnable changes) {
        authority.run(() -> {
            command.run(changes);
            return null;
        });
    }
}
