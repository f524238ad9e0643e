package org.minqing.household.colour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAccess;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;

/**
 * The colours of households as one person is shown them: the graver of both risks; without the grant for what is sensitive the risk of
 * time alone, for the other follows from key groups. The caller has checked that he sees the household.
 */
@Service
public class HouseholdColours {

    /** @param from null for its first */
    public record Change(Risk risk, Instant at, Colour from, Colour to, String reason) {}

    /**
     * @param now     the last change of each risk that he may know of
     * @param changes newest first
     */
    public record Sheet(Colour shown, List<Change> now, List<Change> changes) {}

    private final ColourRows rows;
    private final LocalColours colours;
    private final HouseholdAccess access;

    HouseholdColours(ColourRows rows, LocalColours colours, HouseholdAccess access) {
        this.rows = rows;
        this.colours = colours;
        this.access = access;
    }

    /** By household. */
    public Map<UUID, Colour> of(StaffMember person, Collection<Household> households) {
        var granted = access.granted(person);
        var whole = households.stream()
                .collect(Collectors.partitioningBy(
                        one -> granted.contains(one.unit()), Collectors.mapping(Household::id, Collectors.toList())));
        var now = rows.now(whole.get(true), Recolouring.ALL);
        now.putAll(rows.now(whole.get(false), Set.of(Risk.TIME)));
        return households.stream()
                .collect(Collectors.toMap(
                        Household::id,
                        one -> graver(
                                one.locality(),
                                now.getOrDefault(one.id(), Map.of()).values())));
    }

    public Sheet sheet(StaffMember person, Household household) {
        var risks = access.sensitive(person, household.unit()) ? Recolouring.ALL : Set.of(Risk.TIME);
        var locality = household.locality();
        var before = new EnumMap<Risk, Coloured>(Risk.class);
        var changes = new ArrayList<Change>();
        var history = rows.history(household.id(), risks);
        for (var at = history.size() - 1; at >= 0; at--) {
            var one = history.get(at);
            var old = before.put(one.risk(), one);
            changes.add(
                    0,
                    new Change(
                            one.risk(),
                            one.at(),
                            old == null ? null : colours.called(locality, old.colour()),
                            colours.called(locality, one.colour()),
                            one.verdict().reason()));
        }
        var now = before.keySet().stream()
                .map(risk -> changes.stream()
                        .filter(change -> change.risk() == risk)
                        .findFirst()
                        .orElseThrow())
                .toList();
        return new Sheet(graver(locality, before.values()), now, List.copyOf(changes));
    }

    private Colour graver(String locality, Collection<Coloured> risks) {
        return colours.gravest(locality, risks, Coloured::colour)
                .map(one -> colours.called(locality, one.colour()))
                .orElseGet(() -> colours.calmest(locality));
    }
}
