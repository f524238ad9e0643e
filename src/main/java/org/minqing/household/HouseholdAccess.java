package org.minqing.household;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.code.Ids;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffAccount;
import org.minqing.security.StaffDirectory;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/**
 * Which households somebody sees: those of the units for which he holds a post of {@code households.yml} at this moment, but those
 * from which he is barred. The database hides all others from him too, so that a query that forgets to ask finds nothing.
 */
@Component
public class HouseholdAccess {

    private final HouseholdRows rows;
    private final HouseholdRules rules;
    private final Holdings holdings;
    private final Localities localities;
    private final StaffDirectory directory;

    HouseholdAccess(
            HouseholdRows rows,
            HouseholdRules rules,
            Holdings holdings,
            Localities localities,
            StaffDirectory directory) {
        this.rows = rows;
        this.rules = rules;
        this.holdings = holdings;
        this.localities = localities;
        this.directory = directory;
    }

    /** @throws Refusal if there is none of that id, or this person may not see it: both look alike */
    public Household visible(StaffMember person, String id) {
        return Ids.of(id)
                .flatMap(rows::find)
                .filter(household -> units(person, rules::sees).contains(household.unit()))
                .orElseThrow(Refusal::notFound);
    }

    /** The same of one that he may change as well. */
    public Household kept(StaffMember person, String id) {
        var household = visible(person, id);
        if (!keeps(person, household.unit())) {
            throw Refusal.notFound();
        }
        return household;
    }

    /** The same where people of it are changed: of them he sees everything. */
    public Household keptWhole(StaffMember person, String id) {
        var household = kept(person, id);
        if (!sensitive(person, household.unit())) {
            throw Refusal.notFound();
        }
        return household;
    }

    /** Whether he writes down and changes households of that unit. */
    public boolean keeps(StaffMember person, String unit) {
        return units(person, rules::keeps).contains(unit);
    }

    /** Whether he has the grant for what is sensitive of households of that unit. */
    public boolean sensitive(StaffMember person, String unit) {
        return units(person, rules::sensitive).contains(unit);
    }

    /** Whether one of these posts, which he holds at this moment, is for all of his locality. */
    public boolean servesAll(StaffMember person, Collection<String> posts) {
        return Optional.ofNullable(person.locality())
                .flatMap(localities::find)
                .filter(locality -> units(person, posts::contains)
                        .containsAll(locality.areas().stream().map(Unit::code).toList()))
                .isPresent();
    }

    /** Codes of the units whose households he sees. */
    public Set<String> seen(StaffMember person) {
        return units(person, rules::sees);
    }

    /** Codes of the smallest units whose figures he may know: those whose households he sees, and those that his post has counted. */
    public Set<String> counted(StaffMember person) {
        var his = units(person, post -> rules.sees(post) || rules.counts(post));
        return localities.find(person.locality()).stream()
                .flatMap(locality -> UnitTree.smallest(locality).stream())
                .map(Unit::code)
                .filter(his::contains)
                .collect(Collectors.toSet());
    }

    /** Codes of the units for which he has the grant for what is sensitive. */
    public Set<String> granted(StaffMember person) {
        return units(person, rules::sensitive);
    }

    /** The smallest units in which he may write households down, in the order of the tree. */
    public List<Unit> kept(StaffMember person) {
        var his = units(person, rules::keeps);
        return localities.find(person.locality()).stream()
                .flatMap(locality -> UnitTree.smallest(locality).stream())
                .filter(unit -> his.contains(unit.code()))
                .toList();
    }

    /** As what he writes something down about a household of that unit. */
    public Actor as(StaffMember person, String unit) {
        var as = holdings.of(person.groups()).stream()
                .filter(holding ->
                        rules.keeps(holding.post().code()) && served(holding).contains(unit))
                .map(Holding::label)
                .findFirst()
                .orElse("工作人员");
        return new Actor(person.userId(), as);
    }

    /** @throws Refusal as if there were no such page, for whoever sees no household at all */
    public void requireSight(StaffMember person) {
        if (seen(person).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    /** Whom one of these posts lets see or do it; asked anew, because sessions remember posts for some seconds. */
    private Set<String> units(StaffMember person, Predicate<String> post) {
        var groups = directory
                .account(person.userId())
                .map(StaffAccount::member)
                .map(StaffMember::groups)
                .orElse(List.of());
        return units(groups, post);
    }

    private Set<String> units(Collection<String> groups, Predicate<String> post) {
        return holdings.of(groups).stream()
                .filter(holding -> post.test(holding.post().code()))
                .flatMap(holding -> served(holding).stream())
                .collect(Collectors.toSet());
    }

    /** A post of an office works for all of its locality. */
    List<String> served(Holding holding) {
        var locality = holdings.localityOf(List.of(holding.group())).orElseThrow();
        return locality.areas().stream()
                .map(Unit::code)
                .filter(code -> holding.unit().office()
                        || locality.isWithin(code, holding.unit().code()))
                .toList();
    }
}
