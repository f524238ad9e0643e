package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The token of the engine's web applications. They give it to a session, and a page of theirs sends it in a header that no
 * page of others can send.
 */
public final class EngineToken {

    /** Where the web applications keep it in the session. */
    public static final String IN_SESSION = "CAMUNDA_CSRF_TOKEN";

    /** The header in which their pages send it. */
    public static final String HEADER = "X-XSRF-TOKEN";

    private EngineToken() {}

    /** Whether a request carries the token of its session. */
    public static boolean isSentIn(HttpServletRequest request) {
        var session = request.getSession(false);
        var sent = request.getHeader(HEADER);
        return session != null && sent != null && sent.equals(session.getAttribute(IN_SESSION));
    }
}
