package org.minqing.sla.due;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;

/**
 * A limit that runs. This class alone says what is late and what is soon; {@link RunningLimits} says the same in SQL.
 *
 * @param at     in this moment it is still kept; null if nothing runs
 * @param soonAt from this moment on it is soon; null if nothing runs
 */
public record Due(Instant at, Instant soonAt) {

    public static final Due NONE = new Due(null, null);

    public DueState state(Instant now) {
        if (at == null) {
            return DueState.NONE;
        }
        if (at.isBefore(now)) {
            return DueState.LATE;
        }
        return soonAt != null && !soonAt.isAfter(now) ? DueState.SOON : DueState.LATER;
    }

    /** Of several that run beside each other: what is over first, and the first reminder. */
    public static Due nearest(Collection<Due> running) {
        return new Due(first(running, Due::at), first(running, Due::soonAt));
    }

    private static Instant first(Collection<Due> running, Function<Due, Instant> moment) {
        return running.stream()
                .map(moment)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
