package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The token of the engine's web applications. A page of theirs sends it in a header that no page of others can send. It
 * follows from the session and needs no place in it.
 */
public final class EngineToken {

    /** Where the web applications look for it in the session. */
    public static final String IN_SESSION = "CAMUNDA_CSRF_TOKEN";

    /** The header in which their pages send it. */
    public static final String HEADER = "X-XSRF-TOKEN";

    private EngineToken() {}

    /** A digest: scripts read it, and must not find out the session from it. */
    public static String of(HttpSession session) {
        return DigestUtils.sha256Hex("token of " + session.getId());
    }

    /** Whether a request carries the token of its session. */
    public static boolean isSentIn(HttpServletRequest request) {
        var session = request.getSession(false);
        var sent = request.getHeader(HEADER);
        return session != null && sent != null && sent.equals(of(session));
    }
}
