package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When to send a request so that its act falls on a given moment: as long before as half of the requests so far took to
 * come to their act, and a few milliseconds around that by chance.
 */
final class Moment {

    /** No request is sent earlier, however slow the machine is. */
    static final Duration EARLIEST = Duration.ofSeconds(3);

    private static final long MICROS_AROUND = 8000;

    private final AtomicLong leadMicros = new AtomicLong(TimeUnit.MILLISECONDS.toMicros(20));

    /** Waits until then. */
    void await(Instant moment) throws InterruptedException {
        var micros = ThreadLocalRandom.current().nextLong(-MICROS_AROUND, MICROS_AROUND) - leadMicros.get();
        TimeUnit.NANOSECONDS.sleep(
                Duration.between(Instant.now(), moment.plusNanos(micros * 1000)).toNanos());
    }

    /** Moves a little towards what was seen, so that it stays at the median. */
    void seen(Duration fromSendingToAct) {
        var micros = fromSendingToAct.toNanos() / 1000;
        leadMicros.updateAndGet(
                lead -> Math.min(EARLIEST.toNanos() / 1000, lead + Long.signum(micros - lead) * (500 + lead / 20)));
    }

    Duration lead() {
        return Duration.ofNanos(leadMicros.get() * 1000);
    }
}
