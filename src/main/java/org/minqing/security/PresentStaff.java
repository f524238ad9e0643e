package org.minqing.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who somebody is at this moment, asked with every request: for sessions, for programs and inside the engine alike. What is
 * older than some seconds is read anew, so that whoever is deleted, closed, given a new password or another post feels it on
 * every node within {@link #OLDEST}.
 */
@Component
class PresentStaff {

    static final Duration OLDEST = Duration.ofSeconds(15);

    private final LoadingCache<String, Optional<StaffAccount>> known;
    private final StaffDirectory directory;

    PresentStaff(StaffDirectory directory, ObjectProvider<Ticker> ticker) {
        this.directory = directory;
        known = Caffeine.newBuilder()
                .expireAfterWrite(OLDEST)
                .maximumSize(5000)
                .ticker(ticker.getIfAvailable(Ticker::systemTicker))
                .build(directory::account);
    }

    /** Empty if he has no account any more. */
    Optional<StaffAccount> find(String userId) {
        return known.get(userId);
    }

    /** The same past what is remembered, for whoever comes in just now. */
    Optional<StaffAccount> readAnew(String userId) {
        var now = directory.account(userId);
        known.put(userId, now);
        return now;
    }
}
