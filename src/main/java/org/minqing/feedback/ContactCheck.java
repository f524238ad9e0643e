package org.minqing.feedback;

import java.time.Instant;

/**
 * Whether a contact took place is being found out, or was.
 *
 * @param why       {@code denied} by the resident, or {@code repeated} after an earlier one was denied
 * @param rung      how often it was handed to somebody
 * @param dueAt     when it goes to the next; null before somebody has it
 * @param decidedBy user id; null while it is open
 * @param made      whether the contact took place; null while it is open
 */
public record ContactCheck(
        long id, long claim, String why, Instant openedAt, int rung, Instant dueAt, String decidedBy, Boolean made) {

    public boolean open() {
        return made == null;
    }
}
