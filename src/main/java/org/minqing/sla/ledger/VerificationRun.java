package org.minqing.sla.ledger;

import java.time.Instant;

/**
 * One verification of the whole ledger, as every node tells of it.
 *
 * @param by     user id of whoever asked for it
 * @param seen   rows that were read
 * @param total  rows that there were when it began
 * @param state  how far it is
 * @param result null until it is {@link State#ENDED}
 */
public record VerificationRun(
        Instant startedAt, String by, long seen, long total, State state, Instant endedAt, Verification.Result result) {

    /** How far it is. */
    public enum State {
        RUNNING,
        /** Its node is gone. */
        BROKEN_OFF,
        /** The file of anchors cannot be read. */
        UNREADABLE,
        ENDED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    public boolean ended() {
        return state == State.ENDED;
    }
}
