package org.minqing.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * A session that is not written with every request only because somebody was there: a page of Tasklist asks for fifty files,
 * and each would wait for the disk of the database. Once in a while is often enough.
 */
final class SeldomTouched implements Session {

    /** So much of the time since the last request may be missing in the table. */
    static final Duration UNWRITTEN = Duration.ofMinutes(1);

    private final Session session;

    private SeldomTouched(Session session) {
        this.session = session;
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (Duration.between(session.getLastAccessedTime(), now).abs().compareTo(UNWRITTEN) >= 0) {
            session.setLastAccessedTime(now);
        }
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        return session.changeSessionId();
    }

    @Override
    public <T> T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }

    /** Keeps its sessions elsewhere. */
    static final class Repository implements SessionRepository<SeldomTouched> {

        private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

        private final SessionRepository<Session> sessions;

        /** The kind of session that a library keeps is its secret; it gets back what it gave. */
        @SuppressWarnings("unchecked")
        Repository(SessionRepository<? extends Session> sessions) {
            this.sessions = (SessionRepository<Session>) sessions;
        }

        @Override
        public SeldomTouched createSession() {
            return new SeldomTouched(sessions.createSession());
        }

        @Override
        public void save(SeldomTouched touched) {
            sessions.save(touched.session);
        }

        @Override
        public SeldomTouched findById(String id) {
            // What no session is called may be something over which the database stumbles.
            var found = ID.matcher(id).matches() ? sessions.findById(id) : null;
            return found == null ? null : new SeldomTouched(found);
        }

        @Override
        public void deleteById(String id) {
            sessions.deleteById(id);
        }
    }
}
