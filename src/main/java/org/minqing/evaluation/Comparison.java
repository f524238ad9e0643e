package org.minqing.evaluation;

/**
 * How units are compared, as {@code metrics.yml} says.
 *
 * @param confidence in per cent, between 50 and 100
 * @param fewest     a unit with fewer cases is not compared
 * @param settledOn  the day of the next month from which on a month is compared with others
 */
record Comparison(int confidence, int fewest, int settledOn) {

    Comparison {
        if (confidence <= 50 || confidence >= 100 || fewest < 1 || settledOn < 1 || settledOn > 28) {
            throw new IllegalArgumentException("metrics.yml compares units in a way that cannot be");
        }
    }

    /** The probability that an interval misses the true rate. */
    double error() {
        return 1 - confidence / 100.0;
    }
}
