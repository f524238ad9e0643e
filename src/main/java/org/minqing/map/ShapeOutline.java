package org.minqing.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.minqing.organisation.Extent;

/** The polygon of one feature, checked. */
final class ShapeOutline {

    /** More corners than that no screen shows. */
    static final int MOST_CORNERS = 5000;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Extent extent;
    private final Consumer<String> fault;
    private boolean sound = true;

    ShapeOutline(Extent extent, Consumer<String> fault) {
        this.extent = extent;
        this.fault = fault;
    }

    /** Empty if it has a fault. */
    Optional<Polygon> read(JsonNode feature) {
        var geometry = feature.path("geometry");
        var type = geometry.path("type").asText("nothing");
        if (!type.equals("Polygon") || !geometry.path("coordinates").isArray()) {
            wrong("has as its geometry " + type + " and not one Polygon");
            return Optional.empty();
        }
        List<LinearRing> rings = new ArrayList<>();
        for (var ring : geometry.path("coordinates")) {
            ring(ring).ifPresent(rings::add);
        }
        if (sound && rings.isEmpty()) {
            wrong("has no corners");
        }
        if (!sound) {
            return Optional.empty();
        }
        var outline = SHAPES.createPolygon(rings.get(0), rings.stream().skip(1).toArray(LinearRing[]::new));
        var check = new IsValidOp(outline);
        if (!check.isValid()) {
            var at = check.getValidationError();
            wrong("crosses or touches itself: " + at.getMessage() + " at " + at.getCoordinate().x + ", "
                    + at.getCoordinate().y);
        } else if (outline.getArea() == 0) {
            wrong("has no area");
        }
        return sound ? Optional.of(outline) : Optional.empty();
    }

    private Optional<LinearRing> ring(JsonNode positions) {
        if (positions.size() > MOST_CORNERS) {
            wrong("has more than " + MOST_CORNERS + " corners");
            return Optional.empty();
        }
        var corners = new ArrayList<Coordinate>();
        for (var position : positions) {
            if (sound) {
                corner(position).ifPresent(corners::add);
            }
        }
        if (!sound) {
            return Optional.empty();
        }
        if (corners.size() < 4 || !corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            wrong("has a ring that is not closed, or of less than four positions");
            return Optional.empty();
        }
        return Optional.of(SHAPES.createLinearRing(corners.toArray(Coordinate[]::new)));
    }

    /** The first fault of a ring is enough: with swapped axes every corner would be one. */
    private Optional<Coordinate> corner(JsonNode position) {
        if (position.size() > 2) {
            wrong("has three coordinates at " + position + ": heights are not kept");
        } else if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            wrong("has no position of two numbers, but " + position);
        } else {
            var lng = position.get(0).doubleValue();
            var lat = position.get(1).doubleValue();
            if (extent.holds(lng, lat)) {
                return Optional.of(new Coordinate(lng, lat));
            }
            wrong(
                    extent.holds(lat, lng)
                            ? "has swapped axes at " + position + ": longitude comes first"
                            : "lies outside the extent of locality.yml at " + position);
        }
        return Optional.empty();
    }

    private void wrong(String line) {
        sound = false;
        fault.accept(line);
    }
}
