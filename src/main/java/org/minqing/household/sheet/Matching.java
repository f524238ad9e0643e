package org.minqing.household.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.household.Bars;
import org.minqing.household.Household;
import org.minqing.household.HouseholdNotes;
import org.minqing.household.HouseholdRows;
import org.minqing.household.HouseholdRules;
import org.minqing.household.Member;
import org.minqing.household.Members;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.springframework.stereotype.Component;

/**
 * Compares households of a sheet with those that are there: by their addresses, and their people by names, as far as births do not
 * speak against it. Within a transaction, in which nobody else changes those that are there.
 */
@Component
class Matching {

    /** What is there already of some households of a sheet. */
    record There(
            Map<String, Household> households,
            Map<UUID, List<Member>> members,
            Map<String, List<Member>> namesakes,
            Map<UUID, String> workers,
            Map<UUID, String> covering,
            Set<UUID> barred) {}

    private final HouseholdRows rows;
    private final Members members;
    private final Owners owners;
    private final HouseholdNotes notes;
    private final Bars bars;
    private final HouseholdRules rules;

    Matching(
            HouseholdRows rows, Members members, Owners owners, HouseholdNotes notes, Bars bars, HouseholdRules rules) {
        this.rows = rows;
        this.members = members;
        this.owners = owners;
        this.notes = notes;
        this.bars = bars;
        this.rules = rules;
    }

    /** @param by user id of whoever brings them in */
    List<Match> match(String locality, String by, Map<SheetColumn, String> headings, List<ListedHousehold> listed) {
        var there = there(locality, by, listed);
        return listed.stream()
                .map(one -> new Comparison(one, headings, there, this::fresh, rules.mostMembers()).match())
                .toList();
    }

    private There there(String locality, String by, List<ListedHousehold> listed) {
        var households =
                rows.lockAt(locality, listed.stream().map(ListedHousehold::key).toList());
        var ids = households.values().stream().map(Household::id).toList();
        return new There(
                households,
                members.of(ids),
                namesakes(locality, listed),
                owners.named(ids, OwnerKind.WORKER),
                owners.named(ids, OwnerKind.COVERING),
                bars.barring(by));
    }

    private Map<String, List<Member>> namesakes(String locality, List<ListedHousehold> listed) {
        var names = listed.stream()
                .flatMap(one -> one.people().stream())
                .map(person -> person.about().name())
                .distinct()
                .toList();
        return members.called(locality, names).stream()
                .collect(Collectors.groupingBy(
                        member -> Members.plain(member.about().name())));
    }

    /** Those of the lines that are not written down yet. */
    private List<String> fresh(UUID household, Collection<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var fresh = new ArrayList<>(lines);
        notes.of(household).forEach(line -> fresh.remove(line.text()));
        return fresh;
    }
}
