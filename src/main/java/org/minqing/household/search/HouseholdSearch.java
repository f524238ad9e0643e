package org.minqing.household.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdLooks;
import org.minqing.household.HouseholdRows;
import org.minqing.household.HouseholdRules;
import org.minqing.household.Households;
import org.minqing.household.Members;
import org.minqing.household.Owners;
import org.minqing.household.colour.HouseholdColours;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds households for somebody, among those that he sees; those with whom nobody was longest come first. */
@Service
public class HouseholdSearch {

    private static final int PAGE = 50;
    private static final String ROWS = "select h.* from household h where ";
    private static final String ORDER = " order by h.last_contact nulls first, h.address_key, h.id";

    /** @param total on all pages together */
    public record Found(long total, int page, long pages, List<Household> rows) {}

    /**
     * The households for which one person is responsible.
     *
     * @param waiting with whom nobody was for as long as households.yml says, or ever
     */
    public record Load(long all, long waiting) {}

    private final JdbcClient jdbc;
    private final HouseholdAccess access;
    private final HouseholdLooks looks;
    private final HouseholdRules rules;
    private final Households households;
    private final Members members;
    private final Owners owners;
    private final Localities localities;
    private final HouseholdColours colours;

    HouseholdSearch(
            JdbcClient jdbc,
            HouseholdAccess access,
            HouseholdLooks looks,
            HouseholdRules rules,
            Households households,
            Members members,
            Owners owners,
            Localities localities,
            HouseholdColours colours) {
        this.jdbc = jdbc;
        this.access = access;
        this.looks = looks;
        this.rules = rules;
        this.households = households;
        this.members = members;
        this.owners = owners;
        this.localities = localities;
        this.colours = colours;
    }

    /** Who asks for a sensitive group has looked at each that he is shown: that is written down before it is answered. */
    @Transactional
    public Found find(StaffMember person, HouseholdQuestion asked) {
        var wanted = wanted(person, asked);
        var total = jdbc.sql("select count(*) from household h where " + wanted.sql())
                .params(wanted.values())
                .query(Long.class)
                .single();
        var rows = jdbc.sql(ROWS + wanted.sql() + ORDER + " limit :most offset :before")
                .params(wanted.values())
                .param("most", PAGE)
                .param("before", Search.before(asked.page(), PAGE))
                .query(HouseholdRows::household)
                .list();
        if (asked.asksForSensitive()) {
            rows.forEach(row -> looks.look(person, row, asked.purpose(), HouseholdLooks.Way.SEARCH));
        }
        return new Found(total, asked.page(), Search.pages(total, PAGE), rows);
    }

    /** All that he sees there, in the order of his list: for a map, which has no pages. */
    public List<Household> all(StaffMember person, Collection<String> units) {
        var seen = access.seen(person);
        var wanted = new Wanted(
                person.locality(),
                units == null ? seen : units.stream().filter(seen::contains).toList());
        return rows(wanted, ORDER);
    }

    /** How many he has to look after. */
    public Load load(StaffMember person) {
        var wanted = new Wanted(person.locality(), access.seen(person)).of(person.userId(), byPost(person));
        return jdbc.sql("""
                        select count(*) all_of_them, count(*) filter (
                          where h.last_contact is null or h.last_contact <= :before) waiting
                        from household h where\s""" + wanted.sql())
                .params(wanted.values())
                .param("before", households.lastDayOfLongAgo())
                .query((rs, row) -> new Load(rs.getLong("all_of_them"), rs.getLong("waiting")))
                .single();
    }

    /** User ids of those who are responsible for households that he sees, by their posts or by name. */
    public Set<String> workers(StaffMember person) {
        var named = jdbc.sql("select distinct person from household_owner where kind = 'worker' and until_day is null")
                .query(String.class)
                .list();
        var all = new HashSet<>(
                owners.byPosts(person.locality(), access.seen(person)).values());
        return Stream.concat(all.stream().flatMap(Set::stream), named.stream()).collect(Collectors.toSet());
    }

    private Wanted wanted(StaffMember person, HouseholdQuestion asked) {
        var locality = localities.get(person.locality());
        var seen = asked.asksForSensitive() ? access.granted(person) : access.seen(person);
        var units = asked.unit() == null
                ? seen
                : UnitTree.within(locality, asked.unit()).orElseThrow().stream()
                        .filter(seen::contains)
                        .toList();
        var wanted = new Wanted(locality.code(), units);
        var words =
                asked.words() == null ? new String[0] : asked.words().strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            wanted.and("strpos(h.address_key, :word" + i + ") > 0", "word" + i, HouseholdRows.key(words[i]));
        }
        if (asked.name() != null) {
            wanted.and(marked("names"), "names", members.nameMarks(locality.code(), asked.name()));
        }
        if (asked.group() != null) {
            wanted.and(marked("groups"), "groups", members.groupMarks(locality.code(), asked.group()));
        }
        if (asked.days() != null) {
            wanted.and(
                    "(h.last_contact is null or h.last_contact <= :before_day)",
                    "before_day",
                    households.today().minusDays(asked.days()));
        }
        if (asked.uncovered()) {
            wanted.uncovered();
        }
        if (asked.worker() != null) {
            var byPost = owners.byPosts(locality.code(), seen).entrySet().stream()
                    .filter(unit -> unit.getValue().contains(asked.worker()))
                    .map(Map.Entry::getKey)
                    .toList();
            wanted.of(asked.worker(), byPost);
        }
        if (asked.colour() != null) {
            wanted.and("h.id = any (cast(:coloured as uuid[]))", "coloured", coloured(person, wanted, asked.colour()));
        }
        return wanted;
    }

    /** Half of each colour is encrypted: no query finds it, so those that are found otherwise are looked through. */
    private List<String> coloured(StaffMember person, Wanted otherwise, String colour) {
        return colours.of(person, rows(otherwise, "")).entrySet().stream()
                .filter(one -> one.getValue().code().equals(colour))
                .map(one -> one.getKey().toString())
                .toList();
    }

    private List<Household> rows(Wanted wanted, String order) {
        return jdbc.sql(ROWS + wanted.sql() + order)
                .params(wanted.values())
                .query(HouseholdRows::household)
                .list();
    }

    private static String marked(String parameter) {
        return "h.id in (select m.household from household_mark m where m.mark = any (:" + parameter + "))";
    }

    private List<String> byPost(StaffMember person) {
        var locality = localities.get(person.locality());
        return locality.areas().stream()
                .map(Unit::code)
                .filter(unit -> locality.holdersOf(rules.worker(), unit).stream()
                        .anyMatch(holding -> person.groups().contains(holding.group())))
                .toList();
    }
}
