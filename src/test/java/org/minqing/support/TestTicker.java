package org.minqing.support;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** By which the application forgets who somebody is. A test lets that time pass without waiting for it. */
public class TestTicker implements Ticker {

    private final AtomicLong passed = new AtomicLong();

    @Override
    public long read() {
        return System.nanoTime() + passed.get();
    }

    public void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }
}
