package org.minqing.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minqing.organisation.LocalityFiles.LevelEntry;
import org.minqing.organisation.LocalityFiles.Organisation;
import org.minqing.organisation.LocalityFiles.UnitEntry;

/** The tree of a locality while somebody changes it: each act gives another one. {@link Localities#faults} says whether it can be used. */
public final class OrganisationDraft {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A unit in the order of the tree.
     *
     * @param level  code
     * @param parent code of the unit above; null for the root
     * @param depth  below the root, from 0
     */
    public record Entry(String code, String name, String level, String parent, int depth, List<String> posts) {}

    /** A level as the locality calls it; an office has no depth of its own. */
    public record Level(String code, String name, boolean office) {}

    private final Organisation organisation;

    OrganisationDraft(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @throws IllegalArgumentException if {@link #json} did not write it */
    public static OrganisationDraft read(String json) {
        try {
            return new OrganisationDraft(JSON.readValue(json, Organisation.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no organisation: " + e.getOriginalMessage(), e);
        }
    }

    public String json() {
        try {
            return JSON.writeValueAsString(organisation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Organisation organisation() {
        return organisation;
    }

    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        collect(organisation.root(), null, 0, entries);
        return entries;
    }

    private static void collect(UnitEntry unit, String parent, int depth, List<Entry> entries) {
        entries.add(new Entry(unit.code(), unit.name(), unit.level(), parent, depth, unit.posts()));
        unit.units().forEach(below -> collect(below, unit.code(), depth + 1, entries));
    }

    public Optional<Entry> entry(String code) {
        return entries().stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    public List<Post> posts() {
        return organisation.posts();
    }

    public List<Level> levels() {
        return organisation.levels().stream()
                .map(level -> new Level(level.code(), level.name(), level.office()))
                .toList();
    }

    /** What may lie below a unit: offices, and areas of a deeper level; nothing below an office. */
    public List<Level> levelsBelow(String unit) {
        var codes = organisation.levels().stream().map(LevelEntry::code).toList();
        var above = entry(unit).map(Entry::level).orElse("");
        var office = levels().stream()
                .anyMatch(level -> level.office() && level.code().equals(above));
        return levels().stream()
                .filter(level -> !office && (level.office() || codes.indexOf(level.code()) > codes.indexOf(above)))
                .toList();
    }

    public OrganisationDraft changed(String unit, String name, List<String> posts) {
        return each(entry -> entry.code().equals(unit)
                ? new UnitEntry(entry.code(), name, entry.level(), List.copyOf(posts), entry.units())
                : entry);
    }

    /** A new unit as the last below another; its code is that of the one above with a number. */
    public OrganisationDraft with(String above, String name, String level, List<String> posts) {
        var unit = new UnitEntry(codeBelow(above), name, level, List.copyOf(posts), List.of());
        return put(above, unit);
    }

    /** @throws IllegalArgumentException if it would lie below itself */
    public OrganisationDraft moved(String unit, String above) {
        var moving =
                tree().filter(entry -> entry.code().equals(unit)).findFirst().orElseThrow();
        if (moving.tree().anyMatch(entry -> entry.code().equals(above))) {
            throw new IllegalArgumentException(unit + " would lie below itself");
        }
        return without(unit).put(above, moving);
    }

    /** Without a unit and all below it. */
    public OrganisationDraft without(String unit) {
        return each(entry -> new UnitEntry(
                entry.code(),
                entry.name(),
                entry.level(),
                entry.posts(),
                entry.units().stream()
                        .filter(below -> !below.code().equals(unit))
                        .toList()));
    }

    private OrganisationDraft put(String above, UnitEntry unit) {
        return each(entry -> entry.code().equals(above)
                ? new UnitEntry(
                        entry.code(),
                        entry.name(),
                        entry.level(),
                        entry.posts(),
                        Stream.concat(entry.units().stream(), Stream.of(unit)).toList())
                : entry);
    }

    private String codeBelow(String above) {
        var codes = tree().map(UnitEntry::code).toList();
        int number = 1;
        while (codes.contains("%s-%02d".formatted(above, number))) {
            number++;
        }
        return "%s-%02d".formatted(above, number);
    }

    private Stream<UnitEntry> tree() {
        return organisation.root().tree();
    }

    private OrganisationDraft each(UnaryOperator<UnitEntry> change) {
        return new OrganisationDraft(new Organisation(
                organisation.levels(),
                organisation.posts(),
                organisation.substitutes(),
                each(organisation.root(), change)));
    }

    private static UnitEntry each(UnitEntry unit, UnaryOperator<UnitEntry> change) {
        var own = change.apply(unit);
        return new UnitEntry(
                own.code(),
                own.name(),
                own.level(),
                own.posts(),
                own.units().stream().map(below -> each(below, change)).toList());
    }
}
