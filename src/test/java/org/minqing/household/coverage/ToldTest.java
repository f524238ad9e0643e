package org.minqing.household.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as their reader is told them. */
class ToldTest {

    private static final Told SEES = new Told(5, true);
    private static final Told COUNTS = new Told(5, false);

    private static List<Coverage.Place> places(long... households) {
        return Arrays.stream(households)
                .mapToObj(n -> new Coverage.Place("u" + n, "网格", new Figures(n, 0, 0, 0, 0)))
                .toList();
    }

    @Test
    void whoeverSeesThemIsToldEachNumber() {
        assertThat(Stream.of(0L, 1L, 4L, 5L).map(SEES::of)).containsExactly("0", "1", "4", "5");
        assertThat(SEES.sum(places(1, 40), Figures::households)).isEqualTo("41");
    }

    @Test
    void whoeverHasThemCountedIsNotToldOfFew() {
        assertThat(Stream.of(0L, 1L, 4L, 5L).map(COUNTS::of)).containsExactly("0", "少于 5", "少于 5", "5");
    }

    @ParameterizedTest(name = "{0}, {1}, {2} add up to {3}")
    @CsvSource({"3,40,30,约 70", "3,4,40,47", "0,40,30,70", "1,0,0,少于 5", "3,4,0,7"})
    void theSumDoesNotGiveAwayTheOnlyNumberThatIsHidden(long one, long two, long three, String told) {
        assertThat(COUNTS.sum(places(one, two, three), Figures::households)).isEqualTo(told);
    }

    @Test
    void aPartIsNotDrawnWhereItWouldTellHowManyThereAre() {
        assertThat(COUNTS.draws(new Figures(40, 10, 0, 0, 0))).isTrue();
        assertThat(COUNTS.draws(new Figures(40, 2, 0, 0, 0))).isFalse();
        assertThat(COUNTS.draws(new Figures(40, 38, 0, 0, 0))).isFalse();
        assertThat(COUNTS.draws(Figures.NONE)).isFalse();
        assertThat(SEES.draws(new Figures(3, 2, 0, 0, 0))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,NONE", "1,FEW", "29,FEW", "30,USUAL", "50,USUAL", "51,MANY"})
    void aLoadStandsBesideWhatIsUsual(long households, Load.Standing standing) {
        assertThat(Load.Standing.of(households, 30, 50)).isEqualTo(standing);
    }
}
