package org.minqing.evaluation;

/**
 * Quantiles of the standard normal distribution: algorithm AS 241, PPND7, of M. J. Wichura, Applied Statistics 37 (1988)
 * 477–484, right to about seven digits. The JDK has none.
 */
final class NormalQuantile {

    private NormalQuantile() {}

    /** @param p between 0 and 1, both excluded */
    static double of(double p) {
        var q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            var r = 0.180625 - q * q;
            return q
                    * ratio(r, new double[] {3.3871327179, 50.434271938, 159.29113202, 59.109374720}, new double[] {
                        1, 17.895169469, 78.757757664, 67.187563600
                    });
        }
        var r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
        var tail = r <= 5
                ? ratio(r - 1.6, new double[] {1.4234372777, 2.7568153900, 1.3067284816, 0.17023821103}, new double[] {
                    1, 0.73700164250, 0.12021132975
                })
                : ratio(r - 5, new double[] {6.6579051150, 3.0812263860, 0.42868294337, 0.017337203997}, new double[] {
                    1, 0.24197894225, 0.012258202635
                });
        return q < 0 ? -tail : tail;
    }

    private static double ratio(double x, double[] above, double[] below) {
        return polynomial(x, above) / polynomial(x, below);
    }

    private static double polynomial(double x, double[] coefficients) {
        var value = 0.0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
