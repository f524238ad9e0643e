package org.minqing.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds a holding, and the locality it is in, by the engine's group for it. */
@Component
public class Holdings {

    private final Map<String, Holding> byGroup = new HashMap<>();
    private final Map<String, Locality> localityByGroup = new HashMap<>();

    Holdings(Localities localities) {
        for (var locality : localities.all()) {
            for (var holding : locality.holdings()) {
                byGroup.put(holding.group(), holding);
                localityByGroup.put(holding.group(), locality);
            }
        }
    }

    public Optional<Holding> find(String group) {
        return Optional.ofNullable(byGroup.get(group));
    }

    /** Those of the groups that are holdings; others, such as administrators, are left out. */
    public List<Holding> of(Collection<String> groups) {
        return groups.stream().map(byGroup::get).filter(Objects::nonNull).toList();
    }

    /** The locality in which somebody of these groups works; empty for administrators. */
    public Optional<Locality> localityOf(Collection<String> groups) {
        return groups.stream()
                .map(localityByGroup::get)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
