package org.minqing.server;

import java.util.Set;
import org.apache.coyote.Request;

/**
 * Which requests are worked on beside which. Whoever hands in, signs in or looks up may be anybody, and the first two cost the
 * database or a password hash: they have places of their own, so that a flood waits for itself and nobody else for it.
 */
final class Lanes {

    private static final Set<String> COSTLY =
            Set.of("/submit", "/api/appeals", "/api/attachments", "/api/uploads", "/sign-in");

    /** Never waits. */
    private final Lane health = new Lane(Integer.MAX_VALUE);

    final Lane submissions;
    final Lane residents;
    final Lane others;

    Lanes(int submissions, int residents, int others) {
        this.submissions = new Lane(submissions);
        this.residents = new Lane(residents);
        this.others = new Lane(others);
    }

    Lane of(Request request) {
        var path = request.requestURI().toString();
        if (path.equals(HealthFilter.PATH)) {
            return health;
        }
        // Nobody of ours writes these signs in a path; they may hide one of the names.
        var disguised = path.indexOf('%') >= 0 || path.indexOf(';') >= 0 || path.contains("//") || path.contains("/.");
        var reads = "GET".equals(request.method().toString());
        if (!reads && (disguised || COSTLY.contains(path) || path.startsWith("/api/uploads/"))) {
            return submissions;
        }
        return disguised || ofResidents(path) ? residents : others;
    }

    private static boolean ofResidents(String path) {
        return path.equals("/")
                || path.equals("/submit")
                || path.equals("/track")
                || path.startsWith("/track/")
                || path.startsWith("/api/track/");
    }
}
