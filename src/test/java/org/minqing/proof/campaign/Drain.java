package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a long queue to become empty, and says how it stands every ten seconds. */
public final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger("campaign");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Drain() {}

    /**
     * Asks until so many are done.
     *
     * @throws IllegalStateException if nothing moved for three minutes
     */
    public static void until(String what, long all, LongSupplier done) throws InterruptedException {
        var said = Instant.now();
        var moved = Instant.now();
        long last = -1;
        for (long now = done.getAsLong(); now < all; now = done.getAsLong()) {
            if (now != last) {
                moved = Instant.now();
            } else if (moved.plus(PATIENCE).isBefore(Instant.now())) {
                throw new IllegalStateException(what + " stands still at " + now + " of " + all);
            }
            if (said.plusSeconds(10).isBefore(Instant.now())) {
                LOG.info("{}: {} of {}", what, now, all);
                said = Instant.now();
            }
            last = now;
            Thread.sleep(500);
        }
    }
}
