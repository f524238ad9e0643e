package org.minqing.process.model;

import static org.minqing.process.AppealVariables.RUNG;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.minqing.appeal.ClockKind;
import org.minqing.feedback.ContactChecks;
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
    private final InstantSource clock;

    AppealLimits(
            Clocks clocks,
            LimitWatch watch,
            LimitChanges changes,
            TimerLog timers,
            ContactChecks checks,
            InstantSource clock) {
        this.clocks = clocks;
        this.watch = watch;
        this.changes = changes;
        this.timers = timers;
        this.checks = checks;
        this.clock = clock;
    }

    /** When the next warning, limit or rung falls due. */
    public Date nextLimitAt(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        return set(number, Timer.LIMIT, byThisNode(watch.nextAt(number).orElseThrow()));
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

    public Date contactCheckDueAt(DelegateExecution execution) {
        return Date.from(checks.waiting(execution.getProcessBusinessKey()).dueAt());
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
