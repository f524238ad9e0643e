package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * One clock of one appeal in one round.
 *
 * @param budget    how long it may run, around the clock
 * @param warnAt    when the handler is reminded
 * @param outcome   null while it runs
 * @param stoppedAt when what it timed was done, or when it was cancelled; null before. A breached clock may still run
 */
public record Clock(
        ClockKind kind,
        int round,
        Duration budget,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        Outcome outcome,
        Instant stoppedAt) {

    /** What became of a clock. Met and breached exclude each other for ever. */
    public enum Outcome {
        MET("按时"),
        BREACHED("超时"),
        CANCELLED("取消");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The Chinese word for it. */
        public String label() {
            return label;
        }
    }
}
