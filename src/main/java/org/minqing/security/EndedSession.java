package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Why whoever had signed in has to do it again. */
enum EndedSession {
    /** He was away too long. Also one that ended before, whose cookie came once more. */
    AWAY("away"),
    /** So long ago that he signed in. */
    TOO_OLD("old"),
    /** He has another password, or no account any more. */
    CHANGED("changed");

    private final String code;

    EndedSession(String code) {
        this.code = code;
    }

    /** As the address of the sign-in page bears it. */
    String code() {
        return code;
    }

    void note(HttpServletRequest request) {
        request.setAttribute(EndedSession.class.getName(), this);
    }

    static Optional<EndedSession> of(HttpServletRequest request) {
        return Optional.ofNullable((EndedSession) request.getAttribute(EndedSession.class.getName()));
    }
}
