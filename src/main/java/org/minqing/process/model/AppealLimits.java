package org.minqing.process.model;

import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.RUNG;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.minqing.appeal.ClockKind;
import org.minqing.claiming.Orders;
import org.minqing.feedback.ContactChecks;
import org.minqing.joint.Opinions;
import org.minqing.plan.Plans;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.sla.LimitChanges;
import org.minqing.sla.LimitWatch;
import org.minqing.sla.TimerLog;
import org.minqing.sla.TimerLog.Timer;
import org.springframework.stereotype.Component;

/**
 * Tells the model's timers and due dates what the clocks say. The engine asks once for each timer that it makes, so what
 * it is told here is what was set. Public for the engine's expressions.
 */
@Component
public class AppealLimits {

    private final Clocks clocks;
    private final LimitWatch watch;
    private final LimitChanges changes;
    private final TimerLog timers;
    private final ContactChecks checks;
    private final Opinions opinions;
    private final Plans plans;
    private final Orders orders;
    private final InstantSource clock;

    AppealLimits(
            Clocks clocks,
            LimitWatch watch,
            LimitChanges changes,
            TimerLog timers,
            ContactChecks checks,
            Opinions opinions,
            Plans plans,
            Orders orders,
            InstantSource clock) {
        this.clocks = clocks;
        this.watch = watch;
        this.changes = changes;
        this.timers = timers;
        this.checks = checks;
        this.opinions = opinions;
        this.plans = plans;
        this.orders = orders;
        this.clock = clock;
    }

    /** When the next warning, limit or rung falls due. */
    public Date nextLimitAt(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        return set(
                number,
                Timer.LIMIT,
                byThisNode(watch.nextAt(number)
                        .orElseThrow(() -> new BadUserRequestException("没有在走的时限，不能直接启动流程。No limit of it runs."))));
    }

    /**
     * The engine fires timers by the clock of its node, and clocks go by that of the database. On a node that runs ahead
     * the timer would find nothing due and be set again and again until the database is there too.
     */
    private Instant byThisNode(Instant next) {
        var database = clock.instant();
        var node = ClockUtil.getCurrentTime().toInstant();
        return next.isAfter(database) && next.isBefore(node) ? node.plus(Duration.between(database, next)) : next;
    }

    /** Whether anything can still fall due. */
    public boolean limitsLeft(DelegateExecution execution) {
        return watch.nextAt(execution.getProcessBusinessKey()).isPresent();
    }

    /** Whether what has just fallen due is for a supervisor. */
    public boolean escalates(DelegateExecution execution) {
        var rung = RUNG.get(execution);
        return rung != null && rung > 0;
    }

    /** The first moment that is too late to rate. */
    public Date answerOverdueAt(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        return set(
                number,
                Timer.ANSWER,
                clocks.running(number, ClockKind.CALL_BACK).orElseThrow().overdueAt());
    }

    public boolean paused(DelegateExecution execution) {
        return changes.paused(execution.getProcessBusinessKey());
    }

    public Date pauseEndsAt(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var pauses = clocks.running(number, ClockKind.RESOLVE).orElseThrow().suspensions();
        return set(number, Timer.PAUSE, pauses.get(pauses.size() - 1).to());
    }

    /** When something of a plan falls due next: feedback, a look, its end. */
    public Date nextPlanDueAt(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        return set(number, Timer.PLAN, byThisNode(plans.nextAt(number)));
    }

    /** From when it is late: what has been written down as missed is late until it is done. */
    public Date planDueAt(DelegateExecution execution) {
        return Date.from(plans.dueAt(execution.getProcessBusinessKey()).orElseThrow());
    }

    /** The first moment in which others may claim it than before. */
    public Date orderTurnsAt(DelegateExecution execution) {
        return Date.from(byThisNode(
                orders.turnsAt(execution.getProcessBusinessKey()).orElseThrow().plusMillis(1)));
    }

    public Date contactCheckDueAt(DelegateExecution execution) {
        return Date.from(checks.waiting(execution.getProcessBusinessKey()).dueAt());
    }

    /** For the post that the instance is about. */
    public Date opinionDueAt(DelegateExecution execution) {
        return Date.from(
                opinions.dueAt(opinions.waiting(execution.getProcessBusinessKey(), CANDIDATE_GROUP.get(execution))));
    }

    /** For the dispatcher: what was returned is to be given out anew before the clock of that runs out. */
    public Date rerouteDueAt(DelegateExecution execution) {
        return sooner(execution, ClockKind.REDISPATCH, respondDueAt(execution));
    }

    /** The same after the first response. */
    public Date dispatchDueAt(DelegateExecution execution) {
        return sooner(execution, ClockKind.REDISPATCH, resolveDueAt(execution));
    }

    public Date settleDueAt(DelegateExecution execution) {
        return sooner(execution, ClockKind.SETTLE, resolveDueAt(execution));
    }

    public Date respondDueAt(DelegateExecution execution) {
        return due(execution, ClockKind.RESPOND);
    }

    /** For whoever sets out because somebody is in danger: to be there, and then to have it over. */
    public Date dangerDueAt(DelegateExecution execution) {
        return clocks.running(execution.getProcessBusinessKey(), ClockKind.ARRIVE)
                .map(c -> Date.from(c.dueAt()))
                .orElseGet(() -> resolveDueAt(execution));
    }

    public Date resolveDueAt(DelegateExecution execution) {
        return due(execution, ClockKind.RESOLVE);
    }

    public Date answerDueAt(DelegateExecution execution) {
        return due(execution, ClockKind.CALL_BACK);
    }

    private Date sooner(DelegateExecution execution, ClockKind kind, Date otherwise) {
        return clocks.running(execution.getProcessBusinessKey(), kind)
                .map(c -> Date.from(c.dueAt()))
                .filter(due -> otherwise == null || due.before(otherwise))
                .orElse(otherwise);
    }

    private Date set(String number, Timer timer, Instant due) {
        timers.set(number, timer, clock.instant(), due);
        return Date.from(due);
    }

    /** When the last clock of that kind is or was due: a task may be given back after its clock was stopped. */
    private Date due(DelegateExecution execution, ClockKind kind) {
        return Clock.last(clocks.of(execution.getProcessBusinessKey()), kind)
                .map(c -> Date.from(c.dueAt()))
                .orElse(null);
    }
}
