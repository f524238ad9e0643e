package org.minqing.household.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.household.Members;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.minqing.security.Colleagues;

/** Who is meant where a sheet names somebody who looks after a household. Asked once for each unit, while one sheet is read. */
final class NamedPeople {

    private record Place(String unit, OwnerKind kind) {}

    private final Owners owners;
    private final Colleagues colleagues;
    private final String locality;
    private final Map<Place, Map<String, String>> known = new HashMap<>();

    NamedPeople(Owners owners, Colleagues colleagues, String locality) {
        this.owners = owners;
        this.colleagues = colleagues;
        this.locality = locality;
    }

    /** User ids of those who may be named there and are called so, or have that id. */
    List<String> find(String unit, OwnerKind kind, String text) {
        var here = known.computeIfAbsent(new Place(unit, kind), this::names);
        return Optional.of(text)
                .filter(here::containsKey)
                .map(List::of)
                .orElseGet(() -> here.entrySet().stream()
                        .filter(one -> Members.plain(one.getValue()).equals(Members.plain(text)))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private Map<String, String> names(Place place) {
        return colleagues.names(owners.candidates(locality, place.unit(), place.kind()));
    }
}
