package org.minqing.support;

import java.util.Random;

/**
 * Where chance begins. {@code -Dminqing.seed=…} makes every test draw again what it drew in the run that printed that
 * number; how threads overtake each other is not drawn.
 */
public final class Seed {

    private static final Long GIVEN = Long.getLong("minqing.seed");

    private Seed() {}

    /** Another one in each run, and the one of the whole run once it is given. */
    public static long any() {
        return said(GIVEN == null ? new Random().nextLong() : GIVEN);
    }

    /** The same in each run, for what is true of most draws and not of every one, unless another is given. */
    public static long usually(long seed) {
        return said(GIVEN == null ? seed : GIVEN);
    }

    private static long said(long seed) {
        var test = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> !name.equals(Seed.class.getName()))
                        .findFirst());
        System.out.println("Seed of " + test.orElseThrow() + ": -Dminqing.seed=" + seed);
        return seed;
    }

    /** Whether somebody asks for the draws of an earlier run. */
    public static boolean isGiven() {
        return GIVEN != null;
    }
}
