package org.minqing.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.minqing.map.LocalityShapes.UnitShape;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;

/** The smaller ones lie inside the larger ones, and not on each other. */
final class ShapeNesting {

    /** Of the smaller area. Neighbours that were drawn one by one never fit exactly. */
    private static final double TOLERANCE = 0.02;

    private final Locality locality;
    private final List<UnitShape> shapes;

    ShapeNesting(Locality locality, List<UnitShape> shapes) {
        this.locality = locality;
        this.shapes = shapes;
    }

    List<String> faults() {
        var faults = new ArrayList<String>();
        for (var shape : shapes) {
            above(shape).ifPresent(around -> {
                var outside = OverlayNGRobust.overlay(shape.outline(), around.outline(), OverlayNG.DIFFERENCE);
                if (outside.getArea() > TOLERANCE * shape.outline().getArea()) {
                    faults.add(shape.unit() + " reaches out of " + around.unit() + ", to which it belongs");
                }
            });
            for (var other : shapes) {
                if (other.unit().compareTo(shape.unit()) > 0 && areApart(shape.unit(), other.unit())) {
                    overlap(shape.outline(), other.outline())
                            .ifPresent(line -> faults.add(shape.unit() + line + other.unit()));
                }
            }
        }
        return faults;
    }

    private Optional<UnitShape> above(UnitShape shape) {
        return locality.lineOf(shape.unit()).stream()
                .skip(1)
                .map(Unit::code)
                .flatMap(code -> shapes.stream().filter(it -> it.unit().equals(code)).findFirst().stream())
                .findFirst();
    }

    private boolean areApart(String one, String other) {
        return !locality.isWithin(one, other) && !locality.isWithin(other, one);
    }

    private static Optional<String> overlap(Polygon one, Polygon other) {
        return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                        && OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION)
                                        .getArea()
                                > TOLERANCE * Math.min(one.getArea(), other.getArea())
                ? Optional.of(" lies on ")
                : Optional.empty();
    }
}
