package org.minqing.sla.due;

import java.time.Duration;
import java.time.Instant;
import org.minqing.policy.PolicyFile;
import org.minqing.sla.Clock;
import org.springframework.stereotype.Component;

/**
 * From when a limit counts as soon: from its reminder in {@code dmn/time-limits.dmn}, and without one as {@code due.yml}
 * says.
 */
@Component
public class DueRules {

    private record File(int lastPercent, String limitOfTask) {}

    private final int lastPercent;
    private final Duration limitOfTask;

    /** @throws IllegalStateException if the file cannot be used */
    DueRules() {
        var file = new PolicyFile("due.yml").read(File.class);
        lastPercent = file.lastPercent();
        limitOfTask = Duration.parse(file.limitOfTask());
        if (lastPercent < 1 || lastPercent > 99 || limitOfTask.isNegative() || limitOfTask.isZero()) {
            throw new IllegalStateException("due.yml: lastPercent is 1 to 99, and limitOfTask longer than nothing");
        }
    }

    /** The clock must run. */
    public Due of(Clock c) {
        var reminder = c.warningAt();
        return new Due(c.dueAt(), reminder == null ? c.dueAt().minus(last(c)) : reminder);
    }

    private Duration last(Clock c) {
        return Duration.between(c.countedFrom(), c.dueAt())
                .multipliedBy(lastPercent)
                .dividedBy(100);
    }

    /** Of a task that serves no clock and has a limit of its own. */
    public Due ofTask(Instant at) {
        return at == null ? Due.NONE : new Due(at, at.minus(limitOfTask));
    }

    int lastPercent() {
        return lastPercent;
    }

    Duration limitOfTask() {
        return limitOfTask;
    }
}
