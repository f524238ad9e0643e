package org.minqing.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.minqing.problem.TooMany;

/** Something that is limited: whoever does it takes from the buckets of his person, his address and his network. */
final class Act {

    private final LimitRules.Rate rate;
    private final Buckets buckets;
    private final String zh;
    private final String en;

    /** @param zh what was done too often, as a sentence; @param en the same */
    Act(LimitRules.Rate rate, TimeMeter clock, String zh, String en) {
        this.rate = rate;
        this.buckets = new Buckets(rate.time(), clock);
        this.zh = zh;
        this.en = en;
    }

    /** @throws TooMany if one of the buckets is empty; then none of them is touched */
    void take(Source source) {
        check(source);
        spend(source);
    }

    /** @throws TooMany as {@link #take}, which may come later */
    void check(Source source) {
        var wait = of(source).stream()
                .mapToLong(bucket -> bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                .max()
                .orElse(0);
        if (wait > 0) {
            throw new TooMany(Duration.ofNanos(wait), zh, en);
        }
    }

    void spend(Source source) {
        of(source).forEach(bucket -> bucket.tryConsume(1));
    }

    private List<Bucket> of(Source source) {
        var all = new ArrayList<Bucket>();
        if (rate.person() != null && source.person() != null) {
            // He may work at several places, with figures of their own.
            all.add(buckets.of("person " + source.person() + " " + source.times(), rate.person() * source.times()));
        }
        if (rate.address() != null) {
            all.add(buckets.of("address " + source.client().address(), rate.address() * source.times()));
        }
        if (rate.network() != null) {
            all.add(buckets.of("network " + source.client().network(), rate.network() * source.times()));
        }
        return all;
    }
}
