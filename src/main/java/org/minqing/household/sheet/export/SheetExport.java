package org.minqing.household.sheet.export;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of all households that somebody asked for.
 *
 * @param asker   user id
 * @param decider user id; null while nobody decided
 * @param until   first moment in which it is not given out any more; null unless it was allowed
 */
public record SheetExport(
        UUID id,
        String locality,
        String purpose,
        String asker,
        Instant asked,
        String decider,
        Instant decided,
        Instant until) {

    public boolean open() {
        return decider == null;
    }

    public boolean allowed() {
        return until != null;
    }

    /** Whether it is given out in that moment, to whoever asked. */
    public boolean given(Instant now) {
        return allowed() && now.isBefore(until);
    }
}
