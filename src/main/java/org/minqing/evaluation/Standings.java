package org.minqing.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells units apart from the whole, or says that they cannot be told apart.
 *
 * <p>A unit stands above or below if its exact interval (C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404–413) does not
 * contain the rate of the whole. The interval of Wilson, which is shown, errs too often on one side when it is made as wide
 * as is needed here. Many units are compared at once, and chance alone would put one in twenty wrongly; so the probability of
 * an error is divided by the number of units that are compared (Bonferroni), and the probability that any of them is wrongly
 * put above or below stays under that of one interval. The whole contains the unit itself. That errs on the safe side: were
 * all rates equal, the difference between a unit of n and the whole of N cases would vary with p(1−p)(1/n − 1/N), less than
 * the unit alone, for which the interval is made.
 */
final class Standings {

    private Standings() {}

    /** Hits among the cases of a unit, or of the whole. */
    record Counts(long hits, long cases) {}

    /**
     * By unit, in the order of the units. One may lie within another: each is compared for itself.
     *
     * @param whole of the locality, with the cases of all units and of those that are not compared
     */
    static Map<String, Standing> of(Map<String, Counts> units, Counts whole, Comparison rule) {
        var standings = new LinkedHashMap<String, Standing>();
        var compared =
                units.values().stream().filter(u -> u.cases() >= rule.fewest()).count();
        units.forEach((code, unit) -> standings.put(code, of(unit, whole, rule, compared)));
        return standings;
    }

    private static Standing of(Counts unit, Counts whole, Comparison rule, long compared) {
        if (unit.cases() < rule.fewest()) {
            return Standing.TOO_FEW;
        }
        // A single unit has nobody to be compared with; and where nobody or everybody hits there is nothing to compare.
        if (compared < 2 || whole.hits() == 0 || whole.hits() == whole.cases()) {
            return Standing.NOT_DISTINGUISHABLE;
        }
        var rate = (double) whole.hits() / whole.cases();
        var side = rule.error() / compared / 2;
        // The exact interval ends where so few, or so many, hits become less likely than that.
        if (atMost(unit.hits(), unit.cases(), rate) < side) {
            return Standing.BELOW;
        }
        return atMost(unit.cases() - unit.hits(), unit.cases(), 1 - rate) < side
                ? Standing.ABOVE
                : Standing.NOT_DISTINGUISHABLE;
    }

    /** The probability of so few hits, or fewer, in so many cases; in logarithms, because its parts are very small. */
    private static double atMost(long hits, long cases, double rate) {
        var sum = 0.0;
        var log = cases * Math.log1p(-rate);
        for (long k = 0; k <= hits; k++) {
            sum += Math.exp(log);
            log += Math.log((double) (cases - k) / (k + 1)) + Math.log(rate / (1 - rate));
        }
        return sum;
    }
}
