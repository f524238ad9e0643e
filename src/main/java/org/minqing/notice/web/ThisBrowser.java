package org.minqing.notice.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Sender;
import org.minqing.notice.channel.Senders;
import org.minqing.notice.push.OwnBrowsers;
import org.minqing.security.StaffMember;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The browser in which somebody reads: known again by a cookie of its own, which outlives a session, so that signing out ends
 * what it is told.
 */
@Component
class ThisBrowser {

    static final String COOKIE = "PUSH-BROWSER";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration KEPT = Duration.ofDays(400);

    /**
     * How it stands with telephones.
     *
     * @param key   what a browser must be given; empty where the locality pushes nothing
     * @param here  whether this browser tells him
     * @param count how many do
     */
    record Push(String key, boolean here, int count) {}

    private final OwnBrowsers browsers;
    private final Senders senders;

    ThisBrowser(OwnBrowsers browsers, Senders senders) {
        this.browsers = browsers;
        this.senders = senders;
    }

    /** Empty where the locality pushes nothing, and for whoever works in none. */
    String key(StaffMember person) {
        return person.locality() == null
                ? ""
                : senders.find(person.locality(), Channel.PUSH)
                        .map(Sender::publicKey)
                        .orElse("");
    }

    Push of(StaffMember person, String token) {
        var key = key(person);
        var here = token != null && !key.isEmpty() && browsers.here(person.userId(), key, token);
        return new Push(key, here, browsers.count(person.userId()));
    }

    static String newToken() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** No script reads it, and it goes wherever one can sign out. */
    static ResponseCookie cookie(String token, boolean secure) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(token.isEmpty() ? Duration.ZERO : KEPT)
                .build();
    }
}
