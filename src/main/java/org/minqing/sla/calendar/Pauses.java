package org.minqing.sla.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Suspensions in the order of time. They may overlap; then the one that began first gives the reason. */
final class Pauses {

    private final List<Suspension> inOrder;

    Pauses(List<Suspension> suspensions) {
        inOrder = suspensions.stream()
                .filter(s -> s.to().isAfter(s.from()))
                .sorted(Comparator.comparing(Suspension::from).thenComparing(Suspension::to))
                .toList();
    }

    /** The one that holds in this moment. */
    Optional<Suspension> at(Instant moment) {
        return inOrder.stream()
                .filter(s -> !s.from().isAfter(moment) && s.to().isAfter(moment))
                .findFirst();
    }

    /** When the next one begins after this moment; never, if there is none. */
    Instant nextAfter(Instant moment) {
        return inOrder.stream()
                .map(Suspension::from)
                .filter(from -> from.isAfter(moment))
                .findFirst()
                .orElse(Instant.MAX);
    }
}
