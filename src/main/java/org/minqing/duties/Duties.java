package org.minqing.duties;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.Timeline;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Whether somebody may do something in an appeal, or did what excludes it (职责分离). The one place that knows: every door asks here.
 * Whom an appeal is about is not asked here; to him it does not exist.
 */
@Component
public class Duties {

    private final SeparationTable table;
    private final Timeline timeline;
    private final WorkInHand inHand;
    private final List<Asked> asked;

    Duties(SeparationTable table, Timeline timeline, WorkInHand inHand, List<Asked> asked) {
        this.table = table;
        this.timeline = timeline;
        this.inHand = inHand;
        this.asked = asked;
    }

    /** @throws Refusal in the words of the rule, if this person may not do that in this appeal; a conflict */
    public void require(String number, String person, Duty duty) {
        bar(number, person, duty).ifPresent(row -> {
            throw row.refusal();
        });
    }

    /** The rule by which this person may not do that; empty if he may. */
    public Optional<Exclusion> bar(String number, String person, Duty duty) {
        return Optional.ofNullable(person).map(excluded(List.of(number), duty).getOrDefault(number, Map.of())::get);
    }

    /** User ids of all who may not. */
    public Set<String> excluded(String number, Duty duty) {
        return excluded(List.of(number), duty).getOrDefault(number, Map.of()).keySet();
    }

    /** The same for a whole list at once: by number of the appeal the first rule by user id. */
    public Map<String, Map<String, Exclusion>> excluded(Collection<String> numbers, Duty duty) {
        var rows = table.of(duty);
        var found = new HashMap<String, Map<String, Exclusion>>();
        if (rows.isEmpty() || numbers.isEmpty()) {
            return found;
        }
        var seen = new Seen(numbers, rows);
        for (var number : numbers) {
            for (var row : rows) {
                seen.people(number, row)
                        .forEach(person -> found.computeIfAbsent(number, n -> new HashMap<>())
                                .putIfAbsent(person, row));
            }
        }
        return found;
    }

    /** What is known of these appeals; each source is asked once, and only if a row needs it. */
    private final class Seen {

        private final Map<String, List<Timeline.Act>> acts;
        private final Map<String, List<WorkInHand.Held>> open;
        private final Map<Duty, Map<String, String>> requests;

        Seen(Collection<String> numbers, List<Exclusion> rows) {
            var after = EnumSet.noneOf(Duty.class);
            rows.forEach(row -> after.addAll(row.after()));
            acts = timeline.acts(numbers, Duty.events(after)).stream()
                    .collect(Collectors.groupingBy(Timeline.Act::number));
            open = asks(rows, Within.NOW, Within.NOW_OR_BEFORE) ? inHand.of(numbers) : Map.of();
            requests = asks(rows, Within.REQUEST)
                    ? asked.stream().collect(Collectors.toMap(Asked::duty, request -> request.latest(numbers)))
                    : Map.of();
        }

        private static boolean asks(List<Exclusion> rows, Within... ways) {
            return rows.stream().anyMatch(row -> Set.of(ways).contains(row.within()));
        }

        Stream<String> people(String number, Exclusion row) {
            return row.after().stream().flatMap(duty -> switch (row.within()) {
                case EVER -> did(number, duty, false);
                case ROUND -> did(number, duty, true);
                case NOW -> has(number, duty);
                case NOW_OR_BEFORE -> inWork(number) ? has(number, duty) : did(number, duty, false);
                case REQUEST ->
                    Stream.ofNullable(requests.getOrDefault(duty, Map.of()).get(number));
            });
        }

        private Stream<String> did(String number, Duty duty, boolean thisRound) {
            return acts.getOrDefault(number, List.of()).stream()
                    .filter(act -> duty.recordedBy(act.kind()) && (act.thisRound() || !thisRound))
                    .map(Timeline.Act::person);
        }

        private Stream<String> has(String number, Duty duty) {
            return open.getOrDefault(number, List.of()).stream()
                    .filter(held -> held.duty() == duty)
                    .flatMap(held -> held.people().stream());
        }

        private boolean inWork(String number) {
            return open.getOrDefault(number, List.of()).stream().anyMatch(held -> Duty.WORK.contains(held.duty()));
        }
    }
}
