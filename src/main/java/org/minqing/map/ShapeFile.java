package org.minqing.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;
import org.minqing.map.LocalityShapes.UnitShape;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;

/**
 * A {@code map.geojson} (RFC 7946), read strictly: a feature collection with {@code fictitious} and {@code source} of our own, and one
 * polygon for each unit that is drawn, whose id is the unit's code. Finds every fault, because the file is made by hand or by a
 * program that knows nothing of us.
 */
final class ShapeFile {

    /** What was read, and one line for each fault, with file and feature. */
    record Read(LocalityShapes shapes, List<String> faults) {}

    /** A whole town with its grids needs a hundredth of that; more is another map. */
    static final int MOST_BYTES = 2_000_000;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final String file;
    private final Locality locality;
    private final List<String> faults = new ArrayList<>();

    private ShapeFile(String file, Locality locality) {
        this.file = file;
        this.locality = locality;
    }

    /**
     * @param file as whoever wrote it knows it
     * @throws IOException if nothing can be read from there
     */
    static Read read(String file, Locality locality, InputStream in) throws IOException {
        var it = new ShapeFile(file, locality);
        var shapes = it.read(in.readNBytes(MOST_BYTES + 1));
        return new Read(shapes, it.faults);
    }

    private LocalityShapes read(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            fault("is larger than " + MOST_BYTES + " bytes");
            return LocalityShapes.NONE;
        }
        JsonNode root;
        try {
            root = JSON.readValue(bytes);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            fault("is no JSON, line " + at.getLineNr() + ": " + e.getOriginalMessage());
            return LocalityShapes.NONE;
        }
        if (root == null
                || !root.path("type").asText().equals("FeatureCollection")
                || !root.path("features").isArray()) {
            fault("is no FeatureCollection with features");
            return LocalityShapes.NONE;
        }
        if (root.has("crs")) {
            fault("crs: degrees are WGS-84 and nothing else (RFC 7946)");
        }
        if (!root.path("fictitious").isBoolean()) {
            fault("fictitious: true for made-up shapes, false for real ones");
        }
        var source = root.path("source").asText("").strip();
        if (source.isEmpty() || source.length() > 100) {
            fault("source: says in up to 100 characters where the shapes are from");
        }
        return new LocalityShapes(root.path("fictitious").asBoolean(), source, shapes(root.path("features")));
    }

    private List<UnitShape> shapes(JsonNode features) {
        Map<String, Polygon> outlines = new HashMap<>();
        int at = 0;
        for (var feature : features) {
            var where = "features[" + at++ + "]";
            var id = feature.path("id");
            var unit = id.isTextual() ? locality.unit(id.asText()).orElse(null) : null;
            if (!id.isTextual()) {
                fault(where + " has no id that is the code of a unit");
            } else if (unit == null) {
                fault(where + ": " + locality.code() + " has no unit " + id.asText());
            } else if (unit.office()) {
                fault(where + " (" + unit.code() + ") is an office, in which nobody lives");
            } else if (outlines.containsKey(unit.code())) {
                fault(where + " (" + unit.code() + ") is there twice");
            } else {
                new ShapeOutline(locality.extent(), line -> fault(where + " (" + unit.code() + ") " + line))
                        .read(feature)
                        .ifPresent(outline -> outlines.put(unit.code(), outline));
            }
        }
        if (faults.isEmpty() && outlines.isEmpty()) {
            fault("features: there is none");
        }
        var shapes = inOrder(outlines).toList();
        if (faults.isEmpty()) {
            new ShapeNesting(locality, shapes).faults().forEach(this::fault);
        }
        return shapes;
    }

    private Stream<UnitShape> inOrder(Map<String, Polygon> outlines) {
        return locality.units().stream()
                .map(Unit::code)
                .filter(outlines::containsKey)
                .map(code -> new UnitShape(code, outlines.get(code)));
    }

    private void fault(String fault) {
        faults.add(file + ": " + fault);
    }
}
