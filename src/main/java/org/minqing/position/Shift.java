package org.minqing.position;

/**
 * The shifts between the systems, as they are published in many open programs; the official ones are secret, and these agree with
 * what map services answer to within a few metres. The way back is found by going there again and again.
 */
enum Shift {
    /** From WGS-84. */
    GCJ02 {
        @Override
        double[] of(double lng, double lat) {
            if (farFromChina(lng, lat)) {
                return new double[] {lng, lat};
            }
            var x = lng - 105;
            var y = lat - 35;
            var root = Math.sqrt(Math.abs(x));
            var wave = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
            var north = -100
                    + 2 * x
                    + 3 * y
                    + 0.2 * y * y
                    + 0.1 * x * y
                    + 0.2 * root
                    + (wave
                                    + 20 * Math.sin(y * Math.PI)
                                    + 40 * Math.sin(y / 3 * Math.PI)
                                    + 160 * Math.sin(y / 12 * Math.PI)
                                    + 320 * Math.sin(y / 30 * Math.PI))
                            * 2
                            / 3;
            var east = 300
                    + x
                    + 2 * y
                    + 0.1 * x * x
                    + 0.1 * x * y
                    + 0.1 * root
                    + (wave
                                    + 20 * Math.sin(x * Math.PI)
                                    + 40 * Math.sin(x / 3 * Math.PI)
                                    + 150 * Math.sin(x / 12 * Math.PI)
                                    + 300 * Math.sin(x / 30 * Math.PI))
                            * 2
                            / 3;
            var angle = Math.toRadians(lat);
            var bulge = 1 - FLATTENING * Math.sin(angle) * Math.sin(angle);
            var perDegreeNorth = AXIS * (1 - FLATTENING) / (bulge * Math.sqrt(bulge)) * Math.PI / 180;
            var perDegreeEast = AXIS / Math.sqrt(bulge) * Math.cos(angle) * Math.PI / 180;
            return new double[] {lng + east / perDegreeEast, lat + north / perDegreeNorth};
        }
    },
    /** From GCJ-02. */
    BD09 {
        @Override
        double[] of(double lng, double lat) {
            if (farFromChina(lng, lat)) {
                return new double[] {lng, lat};
            }
            var distance = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * WAVES);
            var angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * WAVES);
            return new double[] {distance * Math.cos(angle) + 0.0065, distance * Math.sin(angle) + 0.006};
        }
    };

    /** Of the ellipsoid of Krasovsky (1940): its half axis in metres, and its first eccentricity, squared. */
    private static final double AXIS = 6_378_245.0;

    private static final double FLATTENING = 0.00669342162296594323;
    private static final double WAVES = Math.PI * 3000 / 180;
    /** A millimetre or less. */
    private static final double NEAR_ENOUGH = 1e-9;

    private static final int MOST_TURNS = 50;

    /** Degrees east and north after the shift. */
    abstract double[] of(double lng, double lat);

    /** Degrees east and north before the shift. */
    double[] back(double lng, double lat) {
        var east = lng;
        var north = lat;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            var there = of(east, north);
            var missesEast = there[0] - lng;
            var missesNorth = there[1] - lat;
            east -= missesEast;
            north -= missesNorth;
            if (Math.abs(missesEast) < NEAR_ENOUGH && Math.abs(missesNorth) < NEAR_ENOUGH) {
                break;
            }
        }
        return new double[] {east, north};
    }

    /** Where nothing is shifted, as the map services have it. */
    private static boolean farFromChina(double lng, double lat) {
        return lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271;
    }
}
