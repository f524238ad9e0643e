package org.minqing.security;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long somebody stays signed in. */
@Component
public class SessionLimits {

    private final Duration idle;
    private final Duration longest;

    /** @throws IllegalStateException if one of them is not positive, or nobody could reach the longer one */
    SessionLimits(
            @Value("${server.servlet.session.timeout:PT30M}") Duration idle,
            @Value("${minqing.sessions.longest:PT12H}") Duration longest) {
        if (idle.toMinutes() < 1 || longest.compareTo(idle) < 0) {
            throw new IllegalStateException("server.servlet.session.timeout is " + idle
                    + " and minqing.sessions.longest is " + longest
                    + ": the first is a minute or more, the second not shorter than the first");
        }
        this.idle = idle;
        this.longest = longest;
    }

    /** So long without doing anything. */
    public Duration idle() {
        return idle;
    }

    /** Whether a session that began then is too old now, whatever was done. */
    boolean tooOld(Instant since, Instant now) {
        return !now.isBefore(since.plus(longest));
    }

    /** So long since signing in, whatever is done. */
    public Duration longest() {
        return longest;
    }
}
