package org.minqing.map;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;

/**
 * The shapes of a locality, in WGS-84.
 *
 * @param fictitious whether they are made up, which every picture of them says
 * @param source     where they are from, in words
 * @param shapes     in the order of the tree, each unit before those inside it
 */
public record LocalityShapes(boolean fictitious, String source, List<UnitShape> shapes) {

    /** @param unit a code */
    public record UnitShape(String unit, Polygon outline) {}

    /** Of a locality without a file. */
    static final LocalityShapes NONE = new LocalityShapes(false, "", List.of());

    /** Without those of units that are gone. */
    LocalityShapes of(Locality locality) {
        return shapes.stream().allMatch(shape -> locality.unit(shape.unit()).isPresent())
                ? this
                : new LocalityShapes(
                        fictitious,
                        source,
                        shapes.stream()
                                .filter(shape -> locality.unit(shape.unit()).isPresent())
                                .toList());
    }

    public Optional<UnitShape> of(String unit) {
        return shapes.stream().filter(shape -> shape.unit().equals(unit)).findFirst();
    }

    /** The nearest one above that unit that is drawn. */
    public Optional<UnitShape> above(Locality locality, String unit) {
        return locality.lineOf(unit).stream()
                .skip(1)
                .map(Unit::code)
                .flatMap(code -> of(code).stream())
                .findFirst();
    }

    /** That of the unit, or of the nearest one above it that is drawn. */
    Optional<UnitShape> around(Locality locality, String unit) {
        return locality.unit(unit).stream()
                .flatMap(known -> locality.lineOf(known.code()).stream())
                .map(Unit::code)
                .flatMap(code -> of(code).stream())
                .findFirst();
    }

    /** Whether nothing smaller is drawn inside it: its ground can be coloured, and its count stands on it. */
    public boolean isSmallest(Locality locality, UnitShape shape) {
        return shapes.stream()
                .noneMatch(
                        other -> !other.unit().equals(shape.unit()) && locality.isWithin(other.unit(), shape.unit()));
    }

    /** Between which degrees all of it lies. */
    Envelope bounds() {
        var bounds = new Envelope();
        shapes.forEach(shape -> bounds.expandToInclude(shape.outline().getEnvelopeInternal()));
        return bounds;
    }
}
