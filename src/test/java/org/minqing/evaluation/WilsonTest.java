package org.minqing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.Seed;

class WilsonTest {

    /** R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThatOfThePublishedTable(long hits, long cases, double low, double high) {
        var interval = Wilson.interval(hits, cases, 0.05);
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({
        "0.975, 1.9599640",
        "0.995, 2.5758293",
        "0.9995, 3.2905267",
        "0.5, 0",
        "0.025, -1.9599640",
        "0.999999999, 5.9978070"
    })
    void theQuantilesAreThoseOfTheTables(double p, double z) {
        assertThat(NormalQuantile.of(p)).isCloseTo(z, within(5e-6));
    }

    @Test
    void theIntervalStaysWithinAllAndNothingAndMirrorsItself() {
        for (long cases = 1; cases <= 60; cases++) {
            for (long hits = 0; hits <= cases; hits++) {
                var i = Wilson.interval(hits, cases, 0.05);
                var mirrored = Wilson.interval(cases - hits, cases, 0.05);
                assertThat(i.low()).isBetween(0.0, (double) hits / cases);
                assertThat(i.high()).isBetween((double) hits / cases, 1.0);
                assertThat(i.low()).isCloseTo(1 - mirrored.high(), within(1e-9));
            }
        }
    }

    @Test
    void whatIsNoProportionIsRefused() {
        assertThatThrownBy(() -> Wilson.interval(0, 0, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.interval(3, 2, 0.05)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Over true rates as they come, and not at the worst single one: that is what the interval promises. */
    @Test
    void onAverageTheIntervalHoldsTheTrueRateAsOftenAsItSays() {
        var random = new Random(Seed.usually(20261122));
        for (int cases : new int[] {5, 10, 30, 100, 300}) {
            var held = 0;
            var runs = 20_000;
            for (int run = 0; run < runs; run++) {
                var truth = 0.5 + 0.5 * random.nextDouble();
                held += Wilson.interval(Samples.hits(random, cases, truth), cases, 0.05)
                                .contains(truth)
                        ? 1
                        : 0;
            }
            System.getLogger("coverage").log(System.Logger.Level.INFO, cases + ": " + (double) held / runs);
            assertThat((double) held / runs).as(cases + " cases").isGreaterThanOrEqualTo(0.947);
        }
    }
}
