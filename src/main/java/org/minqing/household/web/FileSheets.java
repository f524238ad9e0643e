package org.minqing.household.web;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAppeals;
import org.minqing.household.HouseholdNotes;
import org.minqing.household.HouseholdRules;
import org.minqing.household.Households;
import org.minqing.household.KeyGroup;
import org.minqing.household.KeyGroups;
import org.minqing.household.Member;
import org.minqing.household.Members;
import org.minqing.household.Needs;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Puts the file of a household together, with what its reader may see of it and nothing else. */
@Component
class FileSheets {

    private final Members members;
    private final Needs needs;
    private final HouseholdNotes notes;
    private final Owners owners;
    private final HouseholdAppeals appeals;
    private final Households households;
    private final HouseholdRules rules;
    private final KeyGroups groups;
    private final Localities localities;
    private final Colleagues colleagues;

    FileSheets(
            Members members,
            Needs needs,
            HouseholdNotes notes,
            Owners owners,
            HouseholdAppeals appeals,
            Households households,
            HouseholdRules rules,
            KeyGroups groups,
            Localities localities,
            Colleagues colleagues) {
        this.members = members;
        this.needs = needs;
        this.notes = notes;
        this.owners = owners;
        this.appeals = appeals;
        this.households = households;
        this.rules = rules;
        this.groups = groups;
        this.localities = localities;
        this.colleagues = colleagues;
    }

    /**
     * The caller has checked that he sees the household, and that his look was written down.
     *
     * @param looked    whether he gave a purpose
     * @param sensitive whether he has the grant as well
     */
    FileSheet of(StaffMember person, Household household, boolean looked, boolean sensitive) {
        var matters = appeals.of(person, household.id());
        var history = owners.history(household.id());
        return new FileSheet(
                household,
                place(household),
                household.lastContact() == null
                        ? null
                        : ChronoUnit.DAYS.between(household.lastContact(), households.today()),
                members.of(household.id()).stream()
                        .map(member -> person(household, member, looked, sensitive, matters))
                        .toList(),
                needs.of(household.id()).stream()
                        .map(need ->
                                new FileSheet.Needed(need.id().toString(), sensitive ? need.what() : null, need.when()))
                        .toList(),
                notes.count(household.id()),
                sensitive
                        ? notes.of(household.id()).stream()
                                .map(line -> new FileSheet.Noted(Times.iso(line.at()), line.as(), line.text()))
                                .toList()
                        : null,
                now(household, history),
                history.stream()
                        .filter(owner -> owner.until() != null)
                        .map(owner -> owner(owner))
                        .toList(),
                about(matters, null),
                looked,
                sensitive);
    }

    /** What a list shows of the people of a household: the householder, and the key groups that are not sensitive. */
    FileSheet.Person first(Household household, List<Member> people) {
        return people.stream()
                .findFirst()
                .map(first -> {
                    var shown = person(household, first, false, false, List.of());
                    var tags = groups.shown(household.locality(), people).stream()
                            .map(FileSheets::tag)
                            .toList();
                    return new FileSheet.Person(
                            shown.id(), shown.name(), shown.relation(), tags, null, null, List.of());
                })
                .orElse(null);
    }

    /** The unit and those above it but the locality itself, from the top down. */
    String place(Household household) {
        var locality = localities.get(household.locality());
        if (locality.unit(household.unit()).isEmpty()) {
            return household.unit();
        }
        var line = new ArrayList<>(locality.lineOf(household.unit()));
        Collections.reverse(line);
        return line.stream()
                .filter(unit -> !unit.equals(locality.root()))
                .map(Unit::name)
                .collect(Collectors.joining(" › "));
    }

    private FileSheet.Person person(
            Household household,
            Member member,
            boolean looked,
            boolean sensitive,
            List<HouseholdAppeals.Matter> matters) {
        var about = member.about();
        var withheld = !sensitive && about.youngerThan(rules.minorsUnder(), households.today());
        return new FileSheet.Person(
                member.id().toString(),
                withheld ? null : about.name(),
                withheld ? "" : about.relation(),
                withheld ? List.of() : tags(household.locality(), about, sensitive),
                looked && !withheld ? about.born() : null,
                looked && !withheld ? about.phone() : null,
                about(matters, member.id()));
    }

    private List<FileSheet.Tag> tags(String locality, Member.About about, boolean sensitive) {
        return groups.of(locality).stream()
                .filter(group -> about.groups().contains(group.code()))
                .filter(group -> sensitive || !group.sensitive())
                .map(FileSheets::tag)
                .toList();
    }

    private static FileSheet.Tag tag(KeyGroup group) {
        return new FileSheet.Tag(group.symbol(), group.name());
    }

    private static List<FileSheet.Matter> about(List<HouseholdAppeals.Matter> matters, UUID member) {
        return matters.stream()
                .filter(matter -> Objects.equals(matter.member(), member))
                .map(matter -> new FileSheet.Matter(
                        matter.appeal().number(),
                        matter.appeal().title(),
                        matter.appeal().status().label()))
                .toList();
    }

    private List<FileSheet.Owner> now(Household household, List<Owners.Owner> history) {
        var named = history.stream().filter(owner -> owner.until() == null).toList();
        var now = new ArrayList<FileSheet.Owner>();
        if (named.stream().noneMatch(owner -> owner.kind() == OwnerKind.WORKER)) {
            now.add(new FileSheet.Owner(
                    OwnerKind.WORKER.label(),
                    names(owners.byPost(household.locality(), household.unit())),
                    true,
                    null,
                    null));
        }
        named.forEach(owner -> now.add(owner(owner)));
        return now;
    }

    private FileSheet.Owner owner(Owners.Owner owner) {
        return new FileSheet.Owner(
                owner.kind().label(),
                names(List.of(owner.person())),
                false,
                owner.from().toString(),
                owner.until() == null ? null : owner.until().toString());
    }

    /** With 、 between them; empty if there is nobody. */
    String names(Collection<String> userIds) {
        var names = labels(userIds);
        return userIds.stream().map(names::get).collect(Collectors.joining("、"));
    }

    /** Of each of these user ids the name; the id itself where there is none any more. */
    Map<String, String> labels(Collection<String> userIds) {
        var names = colleagues.names(userIds);
        return userIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> names.getOrDefault(id, id)));
    }
}
