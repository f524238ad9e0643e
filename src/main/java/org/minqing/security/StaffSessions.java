package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * What a session keeps of whoever signed in: user id, since when, and the stamp of his password, each as text. Who that is
 * now is asked with every request. A session ends when it is too old, whatever its owner does; when he gets another
 * password; and when he has no account any more.
 */
@Component
class StaffSessions implements SecurityContextRepository {

    /** The name under which the library finds all sessions of one person. */
    static final String PERSON =
            "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME";

    /** Milliseconds since 1970, UTC. */
    static final String SINCE = "since";

    static final String STAMP = "stamp";

    private final PresentStaff present;
    private final SessionLimits limits;
    private final Clock clock = Clock.systemUTC();

    StaffSessions(PresentStaff present, SessionLimits limits) {
        this.present = present;
        this.limits = limits;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return find(holder.getRequest()).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public org.springframework.security.core.context.DeferredSecurityContext loadDeferredContext(
            HttpServletRequest request) {
        return new OnDemand(() -> find(request));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null
                && context.getAuthentication().getDetails() instanceof StaffAccount account) {
            var session = request.getSession();
            session.setAttribute(PERSON, account.member().userId());
            session.setAttribute(SINCE, String.valueOf(clock.millis()));
            session.setAttribute(STAMP, account.stamp());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }

    private Optional<SecurityContext> find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            if (request.getRequestedSessionId() != null) {
                EndedSession.AWAY.note(request);
            }
            return Optional.empty();
        }
        if (!(session.getAttribute(PERSON) instanceof String person)) {
            return Optional.empty();
        }
        var ended = tooOld(session) ? EndedSession.TOO_OLD : EndedSession.CHANGED;
        var account = present.find(person)
                .filter(now -> ended != EndedSession.TOO_OLD)
                .filter(now -> now.stamp().equals(session.getAttribute(STAMP)));
        if (account.isEmpty()) {
            ended.note(request);
            session.invalidate();
        }
        return account.map(now -> new SecurityContextImpl(SignedIn.as(now)));
    }

    private boolean tooOld(HttpSession session) {
        var since = Instant.ofEpochMilli(Long.parseLong((String) session.getAttribute(SINCE)));
        return limits.tooOld(since, clock.instant());
    }
}
