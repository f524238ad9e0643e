package org.minqing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.minqing.evaluation.Standings.Counts;
import org.minqing.support.Seed;

/** D11: units are told apart where their cases tell them apart, and nowhere else. Simulated with known truth. */
class StandingsTest {

    private static final Comparison RULE = new Comparison(95, 10, 16);
    private static final int MONTHS = 4_000;

    @Test
    void aUnitWithFewCasesIsNotComparedHoweverBadItLooks() {
        assertThat(standings(units(new int[] {0, 9}, new int[] {95, 100}, new int[] {94, 100}), RULE))
                .containsEntry("u0", Standing.TOO_FEW)
                .containsEntry("u1", Standing.NOT_DISTINGUISHABLE);
    }

    @Test
    void whatIsClearlyDifferentIsSaid() {
        assertThat(standings(units(new int[] {20, 100}, new int[] {90, 100}, new int[] {88, 100}), RULE))
                .containsEntry("u0", Standing.BELOW)
                .containsEntry("u1", Standing.ABOVE);
    }

    @Test
    void aSingleUnitIsComparedWithNobody() {
        assertThat(standings(units(new int[] {2, 100}), RULE)).containsEntry("u0", Standing.NOT_DISTINGUISHABLE);
    }

    /** All are equal, so whoever is put last is put there wrongly. A ranking always puts somebody last. */
    @Test
    void amongEqualsHardlyAnybodyIsPutBelowWhereARankingAlwaysPutsSomebody() {
        var random = new Random(Seed.usually(11));
        var wrong = 0;
        for (int month = 0; month < MONTHS; month++) {
            var units = drawn(random, 20, u -> 0.85);
            var standings = standings(units, RULE).values();
            wrong += standings.contains(Standing.BELOW) || standings.contains(Standing.ABOVE) ? 1 : 0;
        }
        report("equal units: somebody wrongly above or below in " + percent(wrong, MONTHS)
                + " of months, by raw ranking in 100%");
        assertThat((double) wrong / MONTHS).isLessThan(0.05);
    }

    /** One of twenty is really bad, and small units jump about. */
    @Test
    void theWrongUnitIsPutBelowFarLessOftenThanARankingPutsItLast() {
        var random = new Random(Seed.usually(12));
        int rankedWrong = 0;
        int putWrong = 0;
        int found = 0;
        for (int month = 0; month < MONTHS; month++) {
            var units = drawn(random, 20, u -> u == 7 ? 0.6 : 0.88);
            rankedWrong += last(units).equals("u7") ? 0 : 1;
            var standings = standings(units, RULE);
            putWrong += standings.entrySet().stream()
                            .anyMatch(e -> e.getValue() == Standing.BELOW
                                    && !e.getKey().equals("u7"))
                    ? 1
                    : 0;
            found += standings.get("u7") == Standing.BELOW ? 1 : 0;
        }
        report("one bad unit of twenty: wrong last place by raw ranking in " + percent(rankedWrong, MONTHS)
                + " of months, a wrong unit below in " + percent(putWrong, MONTHS) + ", the bad one found in "
                + percent(found, MONTHS));
        assertThat((double) putWrong / MONTHS).isLessThan(0.05);
        assertThat(putWrong).isLessThan(rankedWrong / 5);
        assertThat(found).as("the bad one is found in some months").isGreaterThan(MONTHS / 4);
    }

    private interface Truth {
        double of(int unit);
    }

    /** Units as towns have them: a few with many cases and many with few. */
    private static Map<String, Counts> drawn(Random random, int units, Truth truth) {
        var counts = new LinkedHashMap<String, Counts>();
        for (int u = 0; u < units; u++) {
            var cases = u == 7 ? 60 : 5 + (int) Math.round(Math.exp(random.nextGaussian() + 2.5));
            counts.put("u" + u, new Counts(Samples.hits(random, cases, truth.of(u)), cases));
        }
        return counts;
    }

    private static String last(Map<String, Counts> units) {
        return units.entrySet().stream()
                .min(Comparator.comparingDouble(
                        e -> (double) e.getValue().hits() / e.getValue().cases()))
                .orElseThrow()
                .getKey();
    }

    private static Map<String, Counts> units(int[]... counts) {
        var units = new LinkedHashMap<String, Counts>();
        for (int i = 0; i < counts.length; i++) {
            units.put("u" + i, new Counts(counts[i][0], counts[i][1]));
        }
        return units;
    }

    private static String percent(int n, int of) {
        return Math.round(1000.0 * n / of) / 10.0 + "%";
    }

    private static void report(String line) {
        System.getLogger("fairness").log(System.Logger.Level.INFO, line);
    }

    /** Of units that are the whole together. */
    private static Map<String, Standing> standings(Map<String, Counts> units, Comparison rule) {
        var whole = new Counts(
                units.values().stream().mapToLong(Counts::hits).sum(),
                units.values().stream().mapToLong(Counts::cases).sum());
        return Standings.of(units, whole, rule);
    }
}
