package org.minqing.evaluation;

import java.util.Random;

/** Cases by chance. */
final class Samples {

    private Samples() {}

    static int hits(Random random, int cases, double rate) {
        var hits = 0;
        for (int i = 0; i < cases; i++) {
            hits += random.nextDouble() < rate ? 1 : 0;
        }
        return hits;
    }
}
