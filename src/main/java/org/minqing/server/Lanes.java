package org.minqing.server;

import java.util.Set;
import org.apache.coyote.Request;

/**
 * Which requests are worked on beside which. Whoever hands in or signs in may be anybody, and each costs the database or a
 * password hash: they have places of their own, so that a flood of them waits for itself and nobody else for it.
 */
final class Lanes {

    private static final Set<String> ANYBODYS = Set.of("/submit", "/api/appeals", "/sign-in");

    /** Never waits. */
    private final Lane health = new Lane(Integer.MAX_VALUE);

    final Lane anybody;
    final Lane others;

    Lanes(int anybody, int others) {
        this.anybody = new Lane(anybody);
        this.others = new Lane(others);
    }

    Lane of(Request request) {
        var path = request.requestURI().toString();
        if (path.equals(HealthFilter.PATH)) {
            return health;
        }
        // Nobody of ours writes these signs in such a path; they may hide one of the names above.
        var disguised = path.indexOf('%') >= 0 || path.indexOf(';') >= 0 || path.contains("//") || path.contains("/.");
        var posted = !"GET".equals(request.method().toString());
        return posted && (disguised || ANYBODYS.contains(path)) ? anybody : others;
    }
}
