package org.minqing.organisation;

/**
 * Between which degrees a locality lies, generously: a position outside was not taken there.
 *
 * @param west  degrees east of Greenwich, like {@code east}
 * @param south degrees north of the equator, like {@code north}
 */
public record Extent(double west, double south, double east, double north) {

    static final Extent ANYWHERE = new Extent(-180, -90, 180, 90);

    /** @throws IllegalArgumentException if nothing lies between them */
    public Extent {
        if (!(west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90)) {
            throw new IllegalArgumentException("extent: west < east and south < north, in degrees");
        }
    }

    public boolean holds(double lng, double lat) {
        return west <= lng && lng <= east && south <= lat && lat <= north;
    }
}
