package org.minqing.process.model;

import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.CATEGORY;
import static org.minqing.process.AppealVariables.TIER;
import static org.minqing.process.AppealVariables.TRACK;
import static org.minqing.process.AppealVariables.TYPE;
import static org.minqing.process.AppealVariables.UNIT;
import static org.minqing.process.AppealVariables.URGENCY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.claiming.Orders;
import org.minqing.dispatch.Dispatching;
import org.minqing.duties.Duty;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.process.AppealHandling;
import org.minqing.process.TaskOrder;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.OneCommand;
import org.minqing.process.task.Offering;
import org.minqing.triage.Correction;
import org.springframework.stereotype.Component;

/**
 * After a correction the handling that goes on follows the new judgement: its facts in the process, who is offered its tasks,
 * and, where another tier has it, the step itself. Nothing happens where nothing changed.
 */
@Component
class CorrectedTasks {

    /** Where the way stays the same, so do these. */
    private static final Set<String> AS_THEY_ARE = Set.of(
            AppealHandling.NAME_SUBJECT,
            AppealHandling.REMOVE_DANGER,
            AppealHandling.ANSWER_CONSULTATION,
            AppealHandling.PASS_ON_PRAISE,
            AppealHandling.SETTLE_REMIT);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Appeals appeals;
    private final Dispatching dispatching;
    private final Holdings holdings;
    private final AppealRouting routing;
    private final Offering offering;
    private final Orders orders;
    private final ApplicationAuthority authority;
    private final OneCommand command;

    CorrectedTasks(
            RuntimeService runtime,
            TaskService tasks,
            Appeals appeals,
            Dispatching dispatching,
            Holdings holdings,
            AppealRouting routing,
            Offering offering,
            Orders orders,
            ApplicationAuthority authority,
            OneCommand command) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.appeals = appeals;
        this.dispatching = dispatching;
        this.holdings = holdings;
        this.routing = routing;
        this.offering = offering;
        this.orders = orders;
        this.authority = authority;
        this.command = command;
    }

    void follow(Correction c) {
        authority.run(() -> {
            command.run(() -> follow(appeals.get(c.appeal()), c));
            return null;
        });
    }

    private void follow(Appeal appeal, Correction c) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(appeal.number())
                .processDefinitionKey(AppealHandling.PROCESS)
                .singleResult()
                .getId();
        var otherTier = differs(
                instance, TIER.name(), appeal.decision().orElseThrow().tier().tier());
        var otherUrgency = differs(
                instance, URGENCY.name(), appeal.decision().orElseThrow().urgency());
        var group = group(appeal);
        tell(instance, appeal, group);
        if (appeal.round() == 0 && otherWay(c)) {
            startAnew(appeal, instance);
            return;
        }
        var elsewhere = new ArrayList<Task>();
        for (var task : open(appeal, AppealHandling.WORK)) {
            if (otherUrgency && task.getPriority() == TaskOrder.MASSED) {
                tasks.setPriority(task.getId(), TaskOrder.LIKE_OTHERS);
            }
            if (AS_THEY_ARE.contains(task.getTaskDefinitionKey())) {
                continue;
            }
            if (!AppealHandling.HANDLING.contains(task.getTaskDefinitionKey())) {
                offering.to(task, groups(task, appeal));
            } else if (otherTier) {
                elsewhere.add(task);
            } else {
                offering.to(task, orders.handlers(appeal.number(), group));
            }
        }
        if (!elsewhere.isEmpty()) {
            // The model itself decides which step it is on the new tier, and whether the dispatcher looks at it first.
            goOn(instance, AppealHandling.WHO_HANDLES, keys(elsewhere), elsewhere);
        }
    }

    private List<String> groups(Task task, Appeal appeal) {
        return AppealHandling.RESPOND.equals(task.getTaskDefinitionKey())
                ? routing.respondents(appeal)
                : routing.holdersOf(appeal, "dispatcher", Duty.DISPATCHING);
    }

    /** Another type is taken otherwise, and where others are in danger, others set out. */
    private static boolean otherWay(Correction c) {
        var before = c.before().decision();
        var after = c.after().decision();
        return !before.track().code().equals(after.track().code())
                || !before.who().dangerPosts().equals(after.who().dangerPosts());
    }

    /** From the beginning of the handling: the model itself decides what is still to be done. */
    private void startAnew(Appeal appeal, String instance) {
        var left = open(appeal, AppealHandling.WORK);
        var steps = Stream.concat(
                Stream.of(AppealHandling.RESPONDING),
                keys(left).filter(key -> !AppealHandling.SETTING_OUT.contains(key)));
        goOn(instance, AppealHandling.HANDLING_STARTED, steps, left);
    }

    private static Stream<String> keys(List<Task> tasks) {
        return tasks.stream().map(Task::getTaskDefinitionKey).distinct();
    }

    /** From another step, in place of those that are left. Whoever had it goes on with it, where it is offered to him. */
    private void goOn(String instance, String from, Stream<String> steps, List<Task> left) {
        var tree = runtime.getActivityInstance(instance);
        // First the new step, so that what runs around both of them, the watch over the limits above all, goes on.
        var change = runtime.createProcessInstanceModification(instance).startBeforeActivity(from);
        steps.flatMap(key -> Arrays.stream(tree.getActivityInstances(key)))
                .forEach(visit -> change.cancelActivityInstance(visit.getId()));
        change.execute();
        var holders = left.stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        command.made(instance).stream()
                .filter(task -> AppealHandling.WORK.contains(task.getTaskDefinitionKey()))
                .forEach(task -> holders.forEach(holder -> offering.keepWith(task, holder)));
    }

    private void tell(String instance, Appeal appeal, String group) {
        var decision = appeal.decision().orElseThrow();
        var variables = Variables.createVariables();
        TYPE.put(variables, appeal.type());
        TRACK.put(variables, decision.track().code());
        CATEGORY.put(variables, appeal.category());
        URGENCY.put(variables, decision.urgency());
        TIER.put(variables, decision.tier().tier());
        UNIT.put(variables, decision.who().unit());
        CANDIDATE_GROUP.put(variables, group);
        runtime.setVariables(instance, variables);
    }

    /** The post that answers for it; whoever stands in while nobody knows the place. */
    private String group(Appeal appeal) {
        var who = appeal.decision().orElseThrow().who();
        return holdings.find(Holding.group(who.unit(), who.post()))
                .orElseGet(() -> dispatching.holder(appeal, who.post()))
                .group();
    }

    private boolean differs(String instance, String variable, String now) {
        return !now.equals(runtime.getVariable(instance, variable));
    }

    private List<Task> open(Appeal appeal, Set<String> keys) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(appeal.number())
                .taskDefinitionKeyIn(keys.toArray(String[]::new))
                .list();
    }
}
