package org.minqing.claiming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A matter that leaders and volunteers may claim, in one round, and what came of it. Who is offered it follows from the time
 * alone, so that a late timer gives nobody more or less of it.
 *
 * @param leaders    groups of the posts that are offered it first
 * @param volunteers groups of those that come after them
 * @param postWaits  whether the post that answers for it waits while somebody else is offered it
 * @param team       how many may do it together, whoever leads included
 * @param steps      oldest first
 */
public record Order(
        long id,
        String appeal,
        int round,
        Instant offeredAt,
        List<String> leaders,
        Instant leadersUntil,
        List<String> volunteers,
        Instant volunteersUntil,
        boolean postWaits,
        int team,
        List<Step> steps) {

    /**
     * @param person  user id; null for the system
     * @param holding group under which he claimed or joined; null for other steps
     */
    public record Step(String step, Instant at, String person, String as, String holding, String words) {

        boolean is(String kind) {
            return step.equals(kind);
        }
    }

    Order with(List<Step> taken) {
        return new Order(
                id,
                appeal,
                round,
                offeredAt,
                leaders,
                leadersUntil,
                volunteers,
                volunteersUntil,
                postWaits,
                team,
                taken);
    }

    public boolean closed() {
        return steps.stream().anyMatch(s -> s.is("closed"));
    }

    /** By whom and under which post; empty while nobody has it. */
    public Optional<Step> claim() {
        return steps.stream()
                .filter(s -> s.is("claimed") || s.is("givenBack"))
                .reduce((first, last) -> last)
                .filter(s -> s.is("claimed"));
    }

    /** Whoever leads first; nobody while it is not claimed. */
    public List<Step> members() {
        var members = new ArrayList<Step>();
        for (var step : steps) {
            switch (step.step()) {
                case "claimed" -> {
                    members.clear();
                    members.add(step);
                }
                case "joined" -> members.add(step);
                case "left" -> members.removeIf(m -> m.person().equals(step.person()));
                case "givenBack" -> members.clear();
                default -> {}
            }
        }
        return List.copyOf(members);
    }

    public boolean has(String person) {
        return members().stream().anyMatch(m -> m.person().equals(person));
    }

    boolean gaveBack(String person) {
        return steps.stream().anyMatch(s -> s.is("givenBack") && s.person().equals(person));
    }

    /**
     * Groups that may claim it now, if nobody has.
     *
     * @param latest from when on only the post that answers for it has it, because its own limit is near
     */
    List<String> offered(Instant now, Instant latest) {
        if (closed() || claim().isPresent() || now.isAfter(latest)) {
            return List.of();
        }
        if (leadersFirst(now)) {
            return leaders;
        }
        return now.isAfter(volunteersUntil)
                ? List.of()
                : Stream.concat(leaders.stream(), volunteers.stream())
                        .distinct()
                        .toList();
    }

    /** When the next of them lose or win it, claimed or not: it may be given back. Empty if nobody does. */
    Optional<Instant> turnsAt(Instant now, Instant latest) {
        return closed()
                ? Optional.empty()
                : Stream.of(leadersFirst(now) ? leadersUntil : volunteersUntil)
                        .map(until -> until.isAfter(latest) ? latest : until)
                        .filter(until -> !now.isAfter(until))
                        .findFirst();
    }

    /** What a leader gave back, volunteers have at once. */
    private boolean leadersFirst(Instant now) {
        return !leaders.isEmpty()
                && !now.isAfter(leadersUntil)
                && steps.stream().noneMatch(s -> s.is("givenBack") && leaders.contains(s.holding()));
    }
}
