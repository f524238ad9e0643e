package org.minqing.position;

/**
 * A point on the ground, as it was taken.
 *
 * @param lng degrees east of Greenwich in that system
 * @param lat degrees north of the equator in that system
 */
public record Position(double lng, double lat, CoordinateSystem system) {

    /** @throws IllegalArgumentException if there are no such degrees */
    public Position {
        if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("No position: " + lng + " east, " + lat + " north");
        }
    }

    /** The same point in another system. There and back errs by less than a metre; far from China all systems are one. */
    public Position in(CoordinateSystem other) {
        if (other == system) {
            return this;
        }
        var shifted = switch (system) {
            case WGS84 -> Shift.GCJ02.of(lng, lat);
            case GCJ02 -> new double[] {lng, lat};
            case BD09 -> Shift.BD09.back(lng, lat);
        };
        var there = switch (other) {
            case WGS84 -> Shift.GCJ02.back(shifted[0], shifted[1]);
            case GCJ02 -> shifted;
            case BD09 -> Shift.BD09.of(shifted[0], shifted[1]);
        };
        return new Position(there[0], there[1], other);
    }
}
