package org.minqing.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * A session that is not written with every request only because somebody was there: a page of Tasklist asks for fifty files,
 * and each would wait for the disk of the database. Once in a while is often enough.
 */
final class SeldomTouched<S extends Session> implements Session {

    /** So much of the time since the last request may be missing in the table. */
    static final Duration UNWRITTEN = Duration.ofMinutes(1);

    private final S session;

    private SeldomTouched(S session) {
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
    static final class Repository<S extends Session> implements SessionRepository<SeldomTouched<S>> {

        private final SessionRepository<S> sessions;

        Repository(SessionRepository<S> sessions) {
            this.sessions = sessions;
        }

        @Override
        public SeldomTouched<S> createSession() {
            return new SeldomTouched<>(sessions.createSession());
        }

        @Override
        public void save(SeldomTouched<S> touched) {
            sessions.save(touched.session);
        }

        @Override
        public SeldomTouched<S> findById(String id) {
            var found = sessions.findById(id);
            return found == null ? null : new SeldomTouched<>(found);
        }

        @Override
        public void deleteById(String id) {
            sessions.deleteById(id);
        }
    }
}
