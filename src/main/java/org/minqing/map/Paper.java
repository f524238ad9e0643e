package org.minqing.map;

import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Where on a picture a point of the ground is: over a town the earth is flat, and a degree east is shorter than one north. */
final class Paper {

    private final Envelope ground;
    private final double left;
    private final double top;
    private final double perDegreeEast;
    private final double perDegreeNorth;

    /** The ground is put in the middle of that place, as large as it goes. */
    Paper(Envelope ground, double left, double top, double width, double height) {
        this.ground = new Envelope(ground);
        this.ground.expandBy(Math.max(ground.getWidth() * 0.02, 1e-5), Math.max(ground.getHeight() * 0.02, 1e-5));
        var shorter = Math.cos(Math.toRadians(ground.centre().y));
        perDegreeNorth = Math.min(width / (this.ground.getWidth() * shorter), height / this.ground.getHeight());
        perDegreeEast = perDegreeNorth * shorter;
        this.left = left + (width - this.ground.getWidth() * perDegreeEast) / 2;
        this.top = top + (height - this.ground.getHeight() * perDegreeNorth) / 2;
    }

    boolean shows(double lng, double lat) {
        return ground.contains(lng, lat);
    }

    double x(double lng) {
        return left + (lng - ground.getMinX()) * perDegreeEast;
    }

    double y(double lat) {
        return top + (ground.getMaxY() - lat) * perDegreeNorth;
    }

    /** The outline with its holes, as the data of a path. */
    String path(Polygon polygon) {
        var path = new StringBuilder(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            path.append(ring(polygon.getInteriorRingN(i)));
        }
        return path.toString();
    }

    /** Marks of about that radius, as the data of a path; a circle too, so that all are drawn alike. */
    static String mark(MapRules.Form form, double x, double y, double r) {
        BiFunction<Double, Double, String> at = (dx, dy) -> Svg.n(x + dx * r) + " " + Svg.n(y + dy * r);
        return switch (form) {
            case CIRCLE ->
                "M" + at.apply(-1.0, 0.0) + "a" + Svg.n(r) + " " + Svg.n(r) + " 0 1 0 " + Svg.n(2 * r) + " 0a"
                        + Svg.n(r) + " " + Svg.n(r) + " 0 1 0 " + Svg.n(-2 * r) + " 0Z";
            case TRIANGLE -> "M" + at.apply(0.0, -1.2) + "L" + at.apply(1.15, 0.85) + "L" + at.apply(-1.15, 0.85) + "Z";
            case SQUARE ->
                "M" + at.apply(-0.9, -0.9) + "L" + at.apply(0.9, -0.9) + "L" + at.apply(0.9, 0.9) + "L"
                        + at.apply(-0.9, 0.9) + "Z";
            case DIAMOND ->
                "M" + at.apply(0.0, -1.3) + "L" + at.apply(1.3, 0.0) + "L" + at.apply(0.0, 1.3) + "L"
                        + at.apply(-1.3, 0.0) + "Z";
            case CROSS ->
                "M" + at.apply(-1.0, -0.35) + "H" + Svg.n(x - 0.35 * r) + "V" + Svg.n(y - r) + "H" + Svg.n(x + 0.35 * r)
                        + "V" + Svg.n(y - 0.35 * r) + "H" + Svg.n(x + r) + "V" + Svg.n(y + 0.35 * r) + "H"
                        + Svg.n(x + 0.35 * r) + "V" + Svg.n(y + r) + "H" + Svg.n(x - 0.35 * r) + "V"
                        + Svg.n(y + 0.35 * r) + "H" + Svg.n(x - r) + "Z";
        };
    }

    private String ring(LineString ring) {
        var path = new StringBuilder();
        for (Coordinate corner : ring.getCoordinates()) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Svg.n(x(corner.x)))
                    .append(' ')
                    .append(Svg.n(y(corner.y)));
        }
        return path.append('Z').toString();
    }
}
