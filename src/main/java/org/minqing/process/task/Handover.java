package org.minqing.process.task;

import static org.minqing.process.AppealVariables.ACTION;
import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.DANGER_POST;
import static org.minqing.process.AppealVariables.UNIT;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
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
    private final Offering offering;
    private final ApplicationAuthority authority;
    private final OneCommand command;
    private final Holdings holdings;

    Handover(
            AppealTaskService tasks,
            RuntimeService runtime,
            Offering offering,
            ApplicationAuthority authority,
            OneCommand command,
            Holdings holdings) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.offering = offering;
        this.authority = authority;
        this.command = command;
        this.holdings = holdings;
    }

    public void mark(String number) {
        asApplication(() -> open(number, AppealHandling.WORK).forEach(task -> {
            if (!task.getName().startsWith(MARK)) {
                task.setName(MARK + task.getName());
                task.setPriority(Math.max(task.getPriority(), TaskOrder.LIKE_OTHERS));
                tasks.saveTask(task);
            }
        }));
    }

    /**
     * The appeal passes to a post, wherever it stands before its result: who handles it, who responds first, or what the
     * dispatcher has not given out yet.
     *
     * @param group     of the post that has it now
     * @param handledBy group of the post that handles it then or after the first response
     */
    public void pass(String number, String group, String handledBy) {
        asApplication(() -> {
            var open = inHand(number);
            if (open.isEmpty()) {
                throw Refusal.conflict("这件诉求现在不在响应或承办环节，不能改派。", "Nobody responds to the appeal or handles it now.");
            }
            if (open.stream().anyMatch(task -> AppealHandling.SETTLE_REMIT.equals(task.getTaskDefinitionKey()))) {
                throw Refusal.conflict("职责争议待裁定，归谁办理由裁定人决定，不能改派。", "Whose it is is being settled.");
            }
            var handler = holdings.find(handledBy).orElseThrow(Refusal::notFound);
            open.forEach(task -> refuseSame(task, group));
            name(open.get(0).getProcessInstanceId(), handler);
            open.forEach(task -> {
                if (AppealHandling.DISPATCHER.contains(task.getTaskDefinitionKey())) {
                    // What he would have decided is decided.
                    tasks.proceed(task.getId(), decided());
                } else {
                    offering.anew(task, List.of(group));
                    keepPost(task, group);
                }
            });
        });
    }

    /** Whom an appeal is about has nothing of it; what lay with nobody else goes to whoever stands in. */
    public void stepAside(String number, Collection<String> subjects, UnaryOperator<Holding> standIn) {
        asApplication(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(task -> stepAside(task, subjects, standIn)));
    }

    /** Where the handling will be offered. */
    public void handledBy(String number, Holding to) {
        asApplication(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(AppealHandling.PROCESS)
                .list()
                .forEach(instance -> name(instance.getId(), to)));
    }

    private void stepAside(Task task, Collection<String> subjects, UnaryOperator<Holding> standIn) {
        var groups = offering.groupsOf(task);
        var instead = holdings.of(groups).stream()
                .map(standIn)
                .map(Holding::group)
                .distinct()
                .toList();
        if (!instead.equals(groups)) {
            offering.anew(task, instead);
        } else if (subjects.contains(task.getAssignee())) {
            command.touch(task);
            tasks.setAssignee(task.getId(), null);
        }
    }

    /**
     * What is handled; before that, of those who set out because of a danger, sooner one whom nobody has taken for; else what
     * responds first or lies with the dispatcher.
     */
    private List<Task> inHand(String number) {
        var handling = open(number, AppealHandling.HANDLING);
        if (!handling.isEmpty()) {
            return handling;
        }
        var danger = open(number, Set.of(AppealHandling.REMOVE_DANGER));
        return danger.isEmpty()
                ? open(number, AppealHandling.WORK)
                : danger.stream()
                        .sorted(Comparator.comparing(task -> task.getAssignee() != null))
                        .limit(1)
                        .toList();
    }

    private void refuseSame(Task task, String to) {
        if (offering.groupsOf(task).equals(List.of(to))) {
            throw new InvalidInput("holder", "现在就由这个岗位承办，请另选岗位", "handles it already");
        }
    }

    /** After each report of a danger the next task is made for the same post. */
    private void keepPost(Task task, String group) {
        if (task.getTaskDefinitionKey().equals(AppealHandling.REMOVE_DANGER)) {
            holdings.find(group)
                    .ifPresent(to -> runtime.setVariable(
                            task.getExecutionId(), DANGER_POST.name(), to.post().code()));
        }
    }

    private void name(String instance, Holding to) {
        var variables = Variables.createVariables();
        UNIT.put(variables, to.unit().code());
        CANDIDATE_GROUP.put(variables, to.group());
        runtime.setVariables(instance, variables);
    }

    private static VariableMap decided() {
        var facts = Variables.createVariables();
        ACTION.put(facts, "reassigned");
        return facts;
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
