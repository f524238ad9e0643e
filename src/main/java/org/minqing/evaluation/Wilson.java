package org.minqing.evaluation;

/**
 * The score interval for a proportion, without continuity correction: E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", Journal of the American Statistical Association 22 (1927) 209–212; method 3 of
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872. Unlike the interval of the text books it stays between 0 and 1
 * and means something for few cases and for rates of 0 and 1.
 */
final class Wilson {

    private Wilson() {}

    /** Where the true proportion may lie, between 0 and 1. */
    record Interval(double low, double high) {

        boolean contains(double proportion) {
            return low <= proportion && proportion <= high;
        }
    }

    /**
     * @param error probability that the interval misses the true proportion, shared by both sides
     * @throws IllegalArgumentException if there are no cases, or more hits than cases
     */
    static Interval interval(long hits, long cases, double error) {
        if (cases <= 0 || hits < 0 || hits > cases) {
            throw new IllegalArgumentException(hits + " of " + cases + " is no proportion");
        }
        var z = NormalQuantile.of(1 - error / 2);
        double n = cases;
        var p = hits / n;
        var middle = p + z * z / (2 * n);
        var half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        var scale = 1 + z * z / n;
        // At the ends the formula gives 0 and 1 but for rounding.
        return new Interval(
                hits == 0 ? 0 : (middle - half) / scale, hits == cases ? 1 : Math.min(1, (middle + half) / scale));
    }
}
