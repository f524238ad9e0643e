package org.minqing.map.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.minqing.map.LocalityShapes;
import org.minqing.map.MapParts;
import org.minqing.map.MapView;
import org.minqing.map.UnitCount;
import org.minqing.organisation.Unit;
import org.minqing.position.CoordinateSystem;
import org.minqing.time.Times;

/**
 * A view for the script that draws it, and for programs. Positions are WGS-84, longitude first.
 *
 * @param elsewhere how many marks have no position
 */
record MapData(
        String asOf,
        boolean fictitious,
        List<MapParts.Figure> figures,
        List<MapParts.Symbol> symbols,
        List<Area> units,
        List<Point> marks,
        long elsewhere) {

    /**
     * A unit that is drawn.
     *
     * @param parent   the unit around it that is drawn; null for none
     * @param smallest whether nothing smaller is drawn inside it
     * @param figures null where it is none of the reader's
     * @param outline rings, the first one outside
     */
    record Area(
            String unit,
            String name,
            String parent,
            int depth,
            boolean smallest,
            Map<String, Integer> figures,
            List<List<double[]>> outline) {}

    record Point(
            String id,
            String unitName,
            double lng,
            double lat,
            String symbol,
            boolean pressing,
            String title,
            List<String> words,
            String href) {}

    static MapData of(MapView view) {
        var counts = view.counts().stream().collect(Collectors.toMap(UnitCount::unit, Function.identity()));
        var locality = view.locality();
        var areas = view.shapes().shapes().stream()
                .map(shape -> new Area(
                        shape.unit(),
                        locality.unit(shape.unit()).map(Unit::name).orElseThrow(),
                        view.shapes()
                                .above(locality, shape.unit())
                                .map(LocalityShapes.UnitShape::unit)
                                .orElse(null),
                        locality.lineOf(shape.unit()).size() - 1,
                        view.shapes().isSmallest(locality, shape),
                        counts.containsKey(shape.unit())
                                ? counts.get(shape.unit()).figures()
                                : null,
                        rings(shape.outline())))
                .toList();
        return new MapData(
                Times.iso(view.at()),
                view.shapes().fictitious(),
                view.layer().figures(),
                view.layer().symbols(view.locality()),
                areas,
                points(view),
                view.withoutPosition());
    }

    private static List<Point> points(MapView view) {
        var names = view.locality().units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        return view.marks().stream()
                .filter(mark -> mark.position() != null)
                .map(mark -> {
                    var at = mark.position().in(CoordinateSystem.WGS84);
                    return new Point(
                            mark.id(),
                            names.getOrDefault(mark.unit(), mark.unit()),
                            rounded(at.lng()),
                            rounded(at.lat()),
                            mark.symbol(),
                            mark.pressing(),
                            mark.title(),
                            mark.words(),
                            mark.href());
                })
                .toList();
    }

    /** To about a decimetre. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static List<List<double[]>> rings(Polygon outline) {
        var rings = new ArrayList<List<double[]>>();
        rings.add(ring(outline.getExteriorRing()));
        for (int i = 0; i < outline.getNumInteriorRing(); i++) {
            rings.add(ring(outline.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<double[]> ring(LineString ring) {
        return Stream.of(ring.getCoordinates())
                .map(corner -> new double[] {corner.x, corner.y})
                .toList();
    }
}
