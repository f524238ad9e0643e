package org.minqing.sla;

import org.minqing.appeal.ClockKind;

/**
 * Something that fell due on a clock.
 *
 * @param rung which rung of the escalation it calls for; 0 for a warning
 */
public record DueLimit(ClockKind kind, Type type, int rung) {

    /** What fell due. */
    public enum Type {
        WARNING,
        /** The limit itself; calls for the first rung. */
        LIMIT,
        /** A rung of the escalation. */
        RUNG
    }
}
