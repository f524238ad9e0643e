package org.minqing.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.PostHolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looks after a household: whoever holds the post of its unit unless another is named, and the party member who covers it. */
@Repository
public class Owners {

    /**
     * One who was named.
     *
     * @param person user id
     * @param until  the first day on which he is it no more; null while he is
     */
    public record Owner(UUID household, OwnerKind kind, String person, LocalDate from, LocalDate until) {}

    private static final String SELECT = "select household, kind, person, from_day, until_day from household_owner ";

    private final JdbcClient jdbc;
    private final Localities localities;
    private final PostHolders people;
    private final HouseholdRules rules;

    Owners(JdbcClient jdbc, Localities localities, PostHolders people, HouseholdRules rules) {
        this.jdbc = jdbc;
        this.localities = localities;
        this.people = people;
        this.rules = rules;
    }

    /** Those who were ever named, the latest first. */
    public List<Owner> history(UUID household) {
        return jdbc.sql(SELECT + "where household = ? order by from_day desc, id desc")
                .param(household)
                .query((rs, row) -> new Owner(
                        rs.getObject("household", UUID.class),
                        Coded.of(OwnerKind.class, rs.getString("kind")),
                        rs.getString("person"),
                        rs.getObject("from_day", LocalDate.class),
                        rs.getObject("until_day", LocalDate.class)))
                .list();
    }

    /** User id of who was named and still is it. */
    public Optional<String> named(UUID household, OwnerKind kind) {
        return history(household).stream()
                .filter(owner -> owner.kind() == kind && owner.until() == null)
                .map(Owner::person)
                .findFirst();
    }

    /** User ids of those who are named now, by household. */
    public Map<UUID, String> named(Collection<UUID> households, OwnerKind kind) {
        return jdbc
                .sql(SELECT + "where household = any (?) and kind = ? and until_day is null")
                .params(households.toArray(UUID[]::new), kind.code())
                .query((rs, row) -> Map.entry(rs.getObject("household", UUID.class), rs.getString("person")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** User ids of those who are responsible for a unit where nobody else is named. */
    public Set<String> byPost(String locality, String unit) {
        return people(localities.get(locality).holdersOf(rules.worker(), unit));
    }

    /** The same of several units, by unit. */
    public Map<String, Set<String>> byPosts(String locality, Collection<String> units) {
        var place = localities.get(locality);
        var known = new HashMap<List<Holding>, Set<String>>();
        return units.stream()
                .collect(Collectors.toMap(
                        unit -> unit,
                        unit -> known.computeIfAbsent(place.holdersOf(rules.worker(), unit), this::people)));
    }

    private Set<String> people(List<Holding> holders) {
        return holders.stream()
                .flatMap(holding -> people.of(holding).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** User ids of those who hold the post of that kind in one of these units, or right above one. */
    public Set<String> holders(String locality, Collection<String> units, OwnerKind kind) {
        return units.stream()
                .flatMap(unit -> localities.get(locality).holdersOf(post(kind), unit).stream())
                .distinct()
                .flatMap(holding -> people.of(holding).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String post(OwnerKind kind) {
        return kind == OwnerKind.WORKER ? rules.worker() : rules.covering();
    }

    /** User ids of those who may be named for a unit: they hold the post there, or above it. */
    public Set<String> candidates(String locality, String unit, OwnerKind kind) {
        var post = post(kind);
        var place = localities.get(locality);
        return place.lineOf(unit).stream()
                .filter(above -> above.holds(post))
                .map(above -> new Holding(above, place.post(post).orElseThrow()))
                .flatMap(holding -> people.of(holding).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The caller has locked the household; whoever was it before is it until that day. */
    void name(UUID household, OwnerKind kind, String person, LocalDate day, String by, Instant at) {
        if (Objects.equals(named(household, kind).orElse(null), person)) {
            return;
        }
        jdbc.sql("""
                        update household_owner set until_day = greatest(from_day, ?), changed_by = ?, changed_at = ?
                        where household = ? and kind = ? and until_day is null""").params(day, by, TimeColumn.of(at), household, kind.code()).update();
        if (person != null) {
            jdbc.sql("""
                            insert into household_owner (household, kind, person, from_day, changed_by, changed_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(household, kind.code(), person, day, by, TimeColumn.of(at))
                    .update();
        }
    }
}
