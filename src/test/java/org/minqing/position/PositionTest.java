package org.minqing.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same point in three kinds of degrees. */
class PositionTest {

    /** From the Pamir to the Ussuri, each half degree of China and some of the five localities. */
    private static List<double[]> points() {
        var points = new ArrayList<double[]>();
        for (double lng = 73.5; lng <= 135; lng += 0.5) {
            for (double lat = 18; lat <= 53.5; lat += 0.5) {
                points.add(new double[] {lng, lat});
            }
        }
        points.addAll(List.of(
                new double[] {106.85, 28.82},
                new double[] {110.1, 35.8},
                new double[] {119.1, 33.5},
                new double[] {111.37, 35.62},
                new double[] {115.53, 28.06}));
        return points;
    }

    @ParameterizedTest
    @EnumSource(CoordinateSystem.class)
    void thereAndBackErrsByLessThanAMetreAllOverChina(CoordinateSystem system) {
        assertThat(points()).hasSizeGreaterThan(8000).allSatisfy(point -> {
            for (var other : CoordinateSystem.values()) {
                var taken = new Position(point[0], point[1], system);
                assertThat(metres(taken, taken.in(other).in(system))).isLessThan(1);
            }
        });
    }

    @Test
    void theShiftIsAsLargeAsOnTheGround() {
        for (var point : points()) {
            var satellites = new Position(point[0], point[1], CoordinateSystem.WGS84);
            var shifted = satellites.in(CoordinateSystem.GCJ02);
            assertThat(metres(satellites, shifted)).isBetween(10.0, 1000.0);
            assertThat(metres(shifted, shifted.in(CoordinateSystem.BD09))).isBetween(500.0, 1300.0);
        }
    }

    /** What other programs with the same published formulas answer for the Square of Heavenly Peace. */
    @Test
    void thePublishedExampleComesOut() {
        var square = new Position(116.404, 39.915, CoordinateSystem.WGS84).in(CoordinateSystem.GCJ02);
        assertThat(square.lng()).isCloseTo(116.41024449916938, within(1e-6));
        assertThat(square.lat()).isCloseTo(39.91640428150164, within(1e-6));
        var baidu = new Position(116.404, 39.915, CoordinateSystem.GCJ02).in(CoordinateSystem.BD09);
        assertThat(baidu.lng()).isCloseTo(116.41036949371029, within(1e-6));
        assertThat(baidu.lat()).isCloseTo(39.92133699351021, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"2.3488, 48.8534", "-73.9857, 40.7484", "151.2, -33.86", "0, 0", "-180, 90"})
    void farFromChinaAPointIsLeftAlone(double lng, double lat) {
        for (var from : CoordinateSystem.values()) {
            for (var to : CoordinateSystem.values()) {
                assertThat(new Position(lng, lat, from).in(to)).isEqualTo(new Position(lng, lat, to));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"180.1, 0", "0, 90.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void whatIsNoPlaceOnEarthIsNoPosition(double lng, double lat) {
        assertThatThrownBy(() -> new Position(lng, lat, CoordinateSystem.WGS84))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double metres(Position one, Position other) {
        var east = (one.lng() - other.lng()) * 111_320 * Math.cos(Math.toRadians(one.lat()));
        var north = (one.lat() - other.lat()) * 111_320;
        return Math.hypot(east, north);
    }
}
