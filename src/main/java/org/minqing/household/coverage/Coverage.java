package org.minqing.household.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdRules;
import org.minqing.household.Households;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether anybody is missed (S0-7), how much lies with whom (S4-3), and who covers nobody (S4-7). */
@Service
public class Coverage {

    /** A smallest unit. */
    public record Place(String unit, String name, Figures figures) {}

    /**
     * @param day     on which it was counted, in Asia/Shanghai
     * @param places  in the order of the tree
     * @param workers those with the most households first
     * @param members party members who cover households or could, those with none first
     * @param seen    whether its reader sees all of these households, and so each number
     */
    public record Report(
            LocalDate day, List<Place> places, Figures all, List<Load> workers, List<Load> members, boolean seen) {}

    private final CoverageRows rows;
    private final HouseholdAccess access;
    private final HouseholdRules rules;
    private final Households households;
    private final Owners owners;
    private final Localities localities;

    Coverage(
            CoverageRows rows,
            HouseholdAccess access,
            HouseholdRules rules,
            Households households,
            Owners owners,
            Localities localities) {
        this.rows = rows;
        this.access = access;
        this.rules = rules;
        this.households = households;
        this.owners = owners;
        this.localities = localities;
    }

    /** Empty of units for whoever may not know of any. */
    @Transactional(readOnly = true)
    public Report of(StaffMember person) {
        var locality = localities.get(person.locality());
        var units = UnitTree.inOrder(locality, access.counted(person));
        var counted = rows.of(locality.code(), units, households.lastDayOfLongAgo());
        var byPost = owners.byPosts(locality.code(), units);
        var places = places(locality, units, counted, unit -> byPost.get(unit).isEmpty());
        return new Report(
                households.today(),
                places,
                Figures.sum(places),
                workers(counted, byPost),
                members(counted, owners.holders(locality.code(), units, OwnerKind.COVERING)),
                access.seen(person).containsAll(units));
    }

    /** The numbers of each unit without those that nobody is responsible for: who holds which post is a question for each unit. */
    @Transactional(readOnly = true)
    public List<Place> places(StaffMember person) {
        var locality = localities.get(person.locality());
        var units = UnitTree.inOrder(locality, access.counted(person));
        return places(locality, units, rows.of(locality.code(), units, households.lastDayOfLongAgo()), unit -> false);
    }

    private static List<Place> places(
            Locality locality, List<String> units, List<CoverageRows.Counted> counted, Predicate<String> nobodys) {
        var figures = new LinkedHashMap<String, Figures>();
        units.forEach(unit -> figures.put(unit, Figures.NONE));
        counted.forEach(row -> figures.merge(row.unit(), figures(row, nobodys), Figures::plus));
        return figures.entrySet().stream()
                .map(place -> new Place(place.getKey(), UnitTree.name(locality, place.getKey()), place.getValue()))
                .toList();
    }

    private static Figures figures(CoverageRows.Counted row, Predicate<String> nobodys) {
        return new Figures(
                row.households(),
                row.waiting(),
                row.never(),
                row.covering() == null ? row.households() : 0,
                row.worker() == null && nobodys.test(row.unit()) ? row.households() : 0);
    }

    /** Where several hold the post of a unit, its households lie with each of them. */
    private List<Load> workers(List<CoverageRows.Counted> counted, Map<String, Set<String>> byPost) {
        var loads = new LinkedHashMap<String, Load>();
        byPost.values().forEach(people -> put(loads, people, 0, 0));
        counted.forEach(row -> put(
                loads,
                row.worker() == null ? byPost.get(row.unit()) : Set.of(row.worker()),
                row.households(),
                row.waiting()));
        return sorted(loads, Comparator.comparingLong(Load::households).reversed());
    }

    private List<Load> members(List<CoverageRows.Counted> counted, Collection<String> holders) {
        var loads = new LinkedHashMap<String, Load>();
        put(loads, holders, 0, 0);
        counted.stream()
                .filter(row -> row.covering() != null)
                .forEach(row -> put(loads, Set.of(row.covering()), row.households(), row.waiting()));
        return sorted(loads, Comparator.comparingLong(Load::households));
    }

    private void put(Map<String, Load> loads, Collection<String> people, long households, long waiting) {
        people.forEach(person -> loads.merge(
                person,
                load(person, households, waiting),
                (one, more) -> load(person, one.households() + more.households(), one.waiting() + more.waiting())));
    }

    private Load load(String person, long households, long waiting) {
        var usual = rules.load();
        return new Load(person, households, waiting, Load.Standing.of(households, usual.from(), usual.to()));
    }

    private static List<Load> sorted(Map<String, Load> loads, Comparator<Load> order) {
        return loads.values().stream().sorted(order.thenComparing(Load::person)).toList();
    }
}
