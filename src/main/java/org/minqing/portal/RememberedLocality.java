package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.minqing.organisation.Locality;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Where this browser filed last, so that nobody chooses his town twice. Its code and nothing of the person. */
final class RememberedLocality {

    static final String COOKIE = "LOCALITY";

    private static final Duration KEPT = Duration.ofDays(365);

    private RememberedLocality() {}

    static void remember(Locality locality, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, locality.code())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
