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

    private record Index(List<Locality> of, Map<String, Holding> holdings, Map<String, Locality> localities) {

        static Index of(List<Locality> all) {
            var holdings = new HashMap<String, Holding>();
            var localities = new HashMap<String, Locality>();
            for (var locality : all) {
                for (var holding : locality.holdings()) {
                    holdings.put(holding.group(), holding);
                    localities.put(holding.group(), locality);
                }
            }
            return new Index(all, holdings, localities);
        }
    }

    private final Localities localities;
    private volatile Index index;

    Holdings(Localities localities) {
        this.localities = localities;
        index = Index.of(localities.all());
    }

    /** Made anew when units came or went. */
    private Index index() {
        var all = localities.all();
        if (index.of() != all) {
            index = Index.of(all);
        }
        return index;
    }

    public Optional<Holding> find(String group) {
        return Optional.ofNullable(index().holdings().get(group));
    }

    /** Those of the groups that are holdings; others, such as administrators, are left out. */
    public List<Holding> of(Collection<String> groups) {
        var byGroup = index().holdings();
        return groups.stream().map(byGroup::get).filter(Objects::nonNull).toList();
    }

    /** The locality in which somebody of these groups works; empty for administrators. */
    public Optional<Locality> localityOf(Collection<String> groups) {
        var byGroup = index().localities();
        return groups.stream().map(byGroup::get).filter(Objects::nonNull).findFirst();
    }
}
