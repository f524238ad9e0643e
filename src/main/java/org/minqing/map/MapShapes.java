package org.minqing.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The shapes of all localities, read once: {@code localities/<code>/map.geojson}. A locality without the file has none. */
@Component
public class MapShapes {

    static final String FILE = "map.geojson";

    private final Map<String, LocalityShapes> byLocality = new LinkedHashMap<>();

    /** @throws IllegalStateException listing every fault of every file */
    @Autowired
    MapShapes(Localities localities) {
        this(localities, "classpath*:localities");
    }

    MapShapes(Localities localities, String folders) {
        var faults = new ArrayList<String>();
        localities.all().forEach(locality -> read(folders, locality, faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The maps cannot be used:\n" + String.join("\n", faults));
        }
    }

    public LocalityShapes of(Locality locality) {
        return byLocality.getOrDefault(locality.code(), LocalityShapes.NONE).of(locality);
    }

    private void read(String folders, Locality locality, List<String> faults) {
        ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        var name = locality.code() + "/" + FILE;
        try {
            for (Resource file : resources.getResources(folders + "/" + name)) {
                if (file.exists()) {
                    try (var in = file.getInputStream()) {
                        var read = ShapeFile.read(name, locality, in);
                        faults.addAll(read.faults());
                        byLocality.put(locality.code(), read.shapes());
                    }
                }
            }
        } catch (IOException e) {
            faults.add(name + ": " + e.getMessage());
        }
    }
}
