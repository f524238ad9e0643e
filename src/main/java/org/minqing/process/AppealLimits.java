package org.minqing.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.sla.Clock;
import org.minqing.sla.ClockKind;
import org.minqing.sla.Clocks;
import org.springframework.stereotype.Component;

/** Tells the model's timers and due dates what the clocks say. Public for the engine's expressions. */
@Component
public class AppealLimits {

    private final Clocks clocks;

    AppealLimits(Clocks clocks) {
        this.clocks = clocks;
    }

    public Date respondWarningAt(DelegateExecution execution) {
        return Date.from(clock(execution, ClockKind.RESPOND).warnAt());
    }

    public Date respondDueAt(DelegateExecution execution) {
        return due(execution, ClockKind.RESPOND);
    }

    /** The first moment that is too late: what is done in the very moment it is due is done in time. */
    public Date respondOverdueAt(DelegateExecution execution) {
        return overdue(clock(execution, ClockKind.RESPOND));
    }

    /** The same for the result. */
    public Date resolveOverdueAt(DelegateExecution execution) {
        return overdue(clock(execution, ClockKind.RESOLVE));
    }

    private static Date overdue(Clock clock) {
        return Date.from(clock.dueAt().plusMillis(1));
    }

    public Date resolveWarningAt(DelegateExecution execution) {
        return Date.from(clock(execution, ClockKind.RESOLVE).warnAt());
    }

    public Date resolveDueAt(DelegateExecution execution) {
        return due(execution, ClockKind.RESOLVE);
    }

    public Date answerDueAt(DelegateExecution execution) {
        return due(execution, ClockKind.CALL_BACK);
    }

    private Clock clock(DelegateExecution execution, ClockKind kind) {
        return clocks.running(execution.getProcessBusinessKey(), kind).orElseThrow();
    }

    /** When the last clock of that kind is or was due: a task may be given back after its clock was stopped. */
    private Date due(DelegateExecution execution, ClockKind kind) {
        var due = clocks.of(execution.getProcessBusinessKey()).stream()
                .filter(c -> c.kind() == kind)
                .map(Clock::dueAt)
                .reduce((first, last) -> last);
        return due.map((Instant at) -> Date.from(at)).orElse(null);
    }
}
