package org.minqing.security;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of every answer of ours, for one that is given before Spring Security could set them. */
public final class SafeHeaders {

    private SafeHeaders() {}

    public static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", SecurityConfiguration.OWN_PAGES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }
}
