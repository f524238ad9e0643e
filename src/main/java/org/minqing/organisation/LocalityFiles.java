package org.minqing.organisation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The three files of one locality as they are written, not yet checked.
 *
 * @param folder        name of their folder
 * @param demonstration null where the locality has no demonstration people
 */
record LocalityFiles(String folder, Header locality, Organisation organisation, Demonstration demonstration) {

    static final String LOCALITY = "locality.yml";
    static final String ORGANISATION = "organisation.yml";
    static final String DEMONSTRATION = "demonstration.yml";

    List<PersonEntry> people() {
        return demonstration == null ? List.of() : demonstration.people();
    }

    /** The whole tree, each unit before those below it. */
    List<UnitEntry> units() {
        return organisation.root().tree().toList();
    }

    /** Ids of the engine's groups, one for each post of each unit. */
    List<String> groups() {
        return units().stream()
                .flatMap(unit -> unit.posts().stream().map(post -> Holding.group(unit.code(), post)))
                .toList();
    }

    /** Ids of the engine's users. */
    List<String> users() {
        return people().stream().map(this::user).toList();
    }

    String user(PersonEntry person) {
        return locality.code() + "-" + person.user();
    }

    /** In the order of the list. */
    static <T> Map<String, T> byCode(List<T> entries, Function<T, String> code) {
        Map<String, T> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(code.apply(entry), entry));
        return map;
    }

    record Header(
            String code,
            String name,
            String level,
            String numberPrefix,
            String deskPhone,
            Map<String, String> phases,
            List<Channel> channels,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> dispatcherConfirms,
            @JsonSetter(nulls = Nulls.SET) WorkingTimeEntry workingTime,
            @JsonSetter(nulls = Nulls.SET) Extent extent,
            @JsonSetter(nulls = Nulls.SET) String mapReviewNumber) {

        /** @throws IllegalArgumentException if the file says something that cannot be kept */
        OfficeHours officeHours() {
            return workingTime == null
                    ? OfficeHours.DEFAULT
                    : OfficeHours.of(workingTime.hours(), workingTime.everyDay());
        }
    }

    record WorkingTimeEntry(
            List<String> hours,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Boolean everyDay) {}

    /** @param substitutes which post does here the work of a post that this locality does not have */
    record Organisation(
            List<LevelEntry> levels,
            List<Post> posts,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> substitutes,
            UnitEntry root) {}

    /**
     * Levels stand from the top down; an office may stand anywhere in the tree and has no depth of its own. Behind a unit of a
     * single level stands one person, one household or one building.
     */
    record LevelEntry(
            String code,
            String name,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Boolean office,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Boolean single) {

        Unit unit(UnitEntry entry, String parent) {
            return new Unit(entry.code(), entry.name(), name, parent, entry.posts(), office, single);
        }
    }

    record UnitEntry(
            String code,
            String name,
            String level,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> posts,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<UnitEntry> units) {

        /** This unit and all below it, each before its own units. */
        Stream<UnitEntry> tree() {
            return Stream.concat(Stream.of(this), units.stream().flatMap(UnitEntry::tree));
        }
    }

    record Demonstration(List<PersonEntry> people) {}

    record PersonEntry(String user, String name, List<MembershipEntry> memberships) {}

    record MembershipEntry(String unit, String post) {}
}
