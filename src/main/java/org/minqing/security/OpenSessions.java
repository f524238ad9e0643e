package org.minqing.security;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Whether a session still stands, for pages that stay open: asked without using it, so that looking keeps nobody signed in. */
@Component
public class OpenSessions {

    // Resolved late: tests of single pages have none.
    private final ObjectProvider<SessionRepository<? extends Session>> sessions;
    private final PresentStaff present;
    private final SessionLimits limits;
    private final InstantSource clock = InstantSource.system();

    OpenSessions(
            ObjectProvider<SessionRepository<? extends Session>> sessions, PresentStaff present, SessionLimits limits) {
        this.sessions = sessions;
        this.present = present;
        this.limits = limits;
    }

    /**
     * Whether that session is this person's, with the password that he signed in with; past what is remembered, because a page
     * that stays open would otherwise hear for a while what is not its reader's any more.
     */
    public boolean stands(String id, String person) {
        var session = sessions.getObject().findById(id);
        if (session == null || session.isExpired() || !person.equals(session.getAttribute(StaffSessions.PERSON))) {
            return false;
        }
        var since = Instant.ofEpochMilli(Long.parseLong(session.getAttribute(StaffSessions.SINCE)));
        return !limits.tooOld(since, clock.instant())
                && present.readAnew(person)
                        .filter(now -> now.stamp().equals(session.getAttribute(StaffSessions.STAMP)))
                        .isPresent();
    }
}
