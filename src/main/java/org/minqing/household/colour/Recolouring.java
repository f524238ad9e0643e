package org.minqing.household.colour;

import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.household.HouseholdChanged;
import org.minqing.household.KeyGroup;
import org.minqing.household.KeyGroups;
import org.minqing.household.Member;
import org.minqing.household.Members;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Gives households the colours that the table says, and writes down each that is another than before. */
@Service
class Recolouring {

    static final Set<Risk> ALL = Set.of(Risk.values());

    private final TimeFacts facts;
    private final Members members;
    private final KeyGroups groups;
    private final ColourTable table;
    private final LocalColours colours;
    private final ColourRows rows;
    private final InstantSource clock;

    Recolouring(
            TimeFacts facts,
            Members members,
            KeyGroups groups,
            ColourTable table,
            LocalColours colours,
            ColourRows rows,
            InstantSource clock) {
        this.facts = facts;
        this.members = members;
        this.groups = groups;
        this.table = table;
        this.colours = colours;
        this.rows = rows;
        this.clock = clock;
    }

    /** In the transaction that changed it, when all of the change is done. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(HouseholdChanged changed) {
        renew(changed.household());
    }

    /** @return whether it has another colour, or another reason */
    @Transactional
    boolean renew(UUID household) {
        rows.lock(household);
        var now = rows.now(List.of(household), ALL).getOrDefault(household, Map.of());
        var judged = judged(List.of(household), ALL).getOrDefault(household, new EnumMap<>(Risk.class));
        judged.entrySet().removeIf(one -> same(now.get(one.getKey()), one.getValue()));
        judged.forEach((risk, verdict) -> rows.add(household, risk, verdict, clock.instant()));
        return !judged.isEmpty();
    }

    /** Those that have to be renewed: nothing is locked for the many that stay as they are. */
    List<UUID> differing(Collection<UUID> households, Set<Risk> risks) {
        var now = rows.now(households, risks);
        return judged(households, risks).entrySet().stream()
                .filter(one -> one.getValue().entrySet().stream()
                        .anyMatch(risk ->
                                !same(now.getOrDefault(one.getKey(), Map.of()).get(risk.getKey()), risk.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean same(Coloured before, Verdict verdict) {
        return before != null
                && before.colour().equals(verdict.colour())
                && before.verdict().reason().equals(verdict.reason());
    }

    private Map<UUID, Map<Risk, Verdict>> judged(Collection<UUID> households, Set<Risk> risks) {
        var people = risks.contains(Risk.PERSON) ? members.of(households) : Map.<UUID, List<Member>>of();
        return facts.of(households).stream().collect(Collectors.toMap(TimeFacts.Waiting::household, waiting -> {
            var verdicts = new EnumMap<Risk, Verdict>(Risk.class);
            if (risks.contains(Risk.PERSON)) {
                verdicts.put(
                        Risk.PERSON,
                        table.ask(
                                waiting.locality(),
                                person(waiting.locality(), people.getOrDefault(waiting.household(), List.of()))));
            }
            verdicts.put(Risk.TIME, gravest(waiting));
            return verdicts;
        }));
    }

    private ColourFacts person(String locality, List<Member> people) {
        var weights = people.stream()
                .map(one -> groups.weight(locality, one.about().groups()))
                .toList();
        return ColourFacts.people(
                weights.stream()
                        .max(Enum::compareTo)
                        .orElse(KeyGroup.Weight.NONE)
                        .code(),
                (int) weights.stream()
                        .filter(weight -> weight != KeyGroup.Weight.NONE)
                        .count());
    }

    private Verdict gravest(TimeFacts.Waiting waiting) {
        var verdicts = waiting.facts().stream()
                .map(fact -> table.ask(waiting.locality(), fact))
                .toList();
        return colours.gravest(waiting.locality(), verdicts, Verdict::colour).orElseThrow();
    }
}
