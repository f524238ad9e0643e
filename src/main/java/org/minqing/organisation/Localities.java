package org.minqing.organisation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.problem.Refusal;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All localities that this program serves: each folder below {@code localities/} on the class path is one. */
@Component
public class Localities {

    private final Map<String, Locality> byCode = new LinkedHashMap<>();

    /** @throws IllegalStateException listing every fault of the files, so that nothing starts half organised */
    public Localities() {
        this("classpath*:localities");
    }

    Localities(String folders) {
        List<LocalityFiles> files = new LocalityReader(new PathMatchingResourcePatternResolver()).read(folders);
        List<String> faults = LocalitiesCheck.faults(files);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The localities cannot be used:\n" + String.join("\n", faults));
        }
        files.stream()
                .map(Locality::new)
                .sorted(Comparator.comparing(Locality::code))
                .forEach(locality -> byCode.put(locality.code(), locality));
    }

    /** Sorted by code. */
    public List<Locality> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Locality> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws Refusal if there is no such locality */
    public Locality get(String code) {
        return find(code).orElseThrow(Refusal::notFound);
    }
}
