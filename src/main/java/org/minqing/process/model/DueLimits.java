package org.minqing.process.model;

import static org.minqing.process.AppealVariables.CHANGE;
import static org.minqing.process.AppealVariables.ESCALATION_POST;
import static org.minqing.process.AppealVariables.EVENT;
import static org.minqing.process.AppealVariables.RUNG;

import java.time.InstantSource;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.appeal.Actor;
import org.minqing.appeal.ClockKind;
import org.minqing.problem.InvalidInput;
import org.minqing.process.TaskOrder;
import org.minqing.process.decisions.DecisionAnswer;
import org.minqing.sla.DueLimit;
import org.minqing.sla.LimitChanges;
import org.minqing.sla.LimitWatch;
import org.minqing.sla.TimerLog;
import org.minqing.sla.TimerLog.Timer;
import org.minqing.supervision.Supervision;
import org.minqing.time.Spans;
import org.springframework.stereotype.Component;

/** What happens in the model when a limit falls due, or is to be changed. The verdict is the clock's, not the timer's. */
@Component
class DueLimits {

    private static final String OVERDUE = "Overdue";
    private static final String DISSATISFIED = "dissatisfied";

    private final LimitWatch watch;
    private final LimitChanges changes;
    private final TimerLog timers;
    private final Supervision supervision;
    private final Ladder ladder;
    private final AppealRouting routing;
    private final InstantSource clock;

    DueLimits(
            LimitWatch watch,
            LimitChanges changes,
            TimerLog timers,
            Supervision supervision,
            Ladder ladder,
            AppealRouting routing,
            InstantSource clock) {
        this.watch = watch;
        this.changes = changes;
        this.timers = timers;
        this.supervision = supervision;
        this.ladder = ladder;
        this.routing = routing;
        this.clock = clock;
    }

    /** The timer fired: perhaps too early, because its clock was moved or stopped, and then there is nothing to do. */
    void record(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var due = watch.recordNext(number);
        timers.fired(number, Timer.LIMIT, clock.instant());
        RUNG.set(execution, due.map(DueLimit::rung).orElse(0));
        due.ifPresent(limit -> {
            EVENT.set(execution, event(limit.kind()));
            if (limit.type() == DueLimit.Type.WARNING) {
                lift(execution);
            }
        });
    }

    void escalated(DelegateExecution execution, DecisionAnswer decision) {
        var number = execution.getProcessBusinessKey();
        var event = EVENT.get(execution);
        if (!DISSATISFIED.equals(event)) {
            var rung = ladder.reached(execution, decision);
            var at = rung.at(routing.supervising(execution, rung.post()));
            ESCALATION_POST.set(execution, at.post());
            watch.escalated(number, kind(event), at.number(), at.detail(), at.nextAfter());
            return;
        }
        ESCALATION_POST.set(execution, routing.supervising(execution, decision.text("post")));
        if ("supervise".equals(decision.text("action"))) {
            supervision.underReview(number);
        }
    }

    /** Such as 响应超时督办. */
    void nameOverdue(DelegateTask task) {
        task.setName(kind(EVENT.get(task)).label() + task.getName());
    }

    void answerLimitPassed(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        watch.callBackMissed(number);
        timers.fired(number, Timer.ANSWER, clock.instant());
    }

    /** @throws InvalidInput if the policy does not allow what was asked for */
    void changeRule(DelegateExecution execution, DecisionAnswer decision) {
        if (!"yes".equals(decision.text("allowed"))) {
            throw new InvalidInput("change", decision.text("reason"), "is not allowed for this appeal");
        }
        var request = changes.latest(execution.getProcessBusinessKey()).orElseThrow();
        var most = decision.duration("most");
        if (request.length().compareTo(most) > 0) {
            throw new InvalidInput(
                    "days", "最多 " + Spans.days(most.toDays()), "must not be more than " + most.toDays() + " days");
        }
        ESCALATION_POST.set(execution, routing.supervising(execution, decision.text("post")));
    }

    void change(DelegateExecution execution) {
        changes.apply(execution.getProcessBusinessKey());
    }

    void resume(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        if (CHANGE.get(execution) == null) {
            timers.fired(number, Timer.PAUSE, clock.instant());
        }
        // Nothing is left to do if a handler ended the pause early.
        changes.resume(number, Actor.SYSTEM);
    }

    private static void lift(DelegateExecution execution) {
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskMaxPriority(TaskOrder.MASSED)
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), TaskOrder.LIKE_OTHERS));
    }

    /** As {@code escalation-path.dmn} calls it, such as {@code respondOverdue}. */
    private static String event(ClockKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + OVERDUE;
    }

    private static ClockKind kind(String event) {
        return ClockKind.valueOf(event.replace(OVERDUE, "").toUpperCase(Locale.ROOT));
    }
}
