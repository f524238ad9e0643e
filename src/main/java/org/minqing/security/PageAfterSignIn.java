package org.minqing.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Where somebody goes on after signing in. It is kept in a cookie: whoever has not signed in has no session, however many
 * pages he asks for. The cookie is not trusted; whatever is in it leads to this site and nowhere else.
 */
final class PageAfterSignIn {

    static final String COOKIE = "AFTER-SIGN-IN";

    private static final int LONGEST = 2000;

    /** A path of this site: not the name of another one, in none of the ways in which browsers read one. */
    private static final Pattern OURS = Pattern.compile("/(?!/)[!-\\[\\]-~]{0," + LONGEST + "}");

    private PageAfterSignIn() {}

    static void keep(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (OURS.matcher(address).matches()) {
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
            response.addHeader("Set-Cookie", cookie(request, text, 30 * 60));
        }
    }

    /** Empty if he came to sign in, or if the cookie was tampered with. It is used once. */
    static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        var kept = WebUtils.getCookie(request, COOKIE);
        if (kept == null) {
            return Optional.empty();
        }
        response.addHeader("Set-Cookie", cookie(request, "", 0));
        return Optional.of(kept)
                .map(Cookie::getValue)
                .flatMap(PageAfterSignIn::decoded)
                .filter(address -> OURS.matcher(address).matches());
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Sent to the sign-in alone. */
    private static String cookie(HttpServletRequest request, String value, int seconds) {
        return ResponseCookie.from(COOKIE, value)
                .path("/sign-in")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
