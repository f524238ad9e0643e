package org.minqing.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** One bucket for each source of one kind of act. Kept in memory by each node; who is quiet long enough is forgotten. */
final class Buckets {

    private static final int MOST = 100_000;

    private final Cache<String, Bucket> buckets;
    private final Duration per;
    private final TimeMeter clock;

    Buckets(Duration per, TimeMeter clock) {
        this.per = per;
        this.clock = clock;
        // A bucket that nobody has touched for that time is full again.
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(per.multipliedBy(2))
                .build();
    }

    Bucket of(String source, int most) {
        return buckets.get(
                source,
                s -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                        .withCustomTimePrecision(clock)
                        .build());
    }
}
