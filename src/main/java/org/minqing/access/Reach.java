package org.minqing.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;

/**
 * Among which appeals those of a member of staff are, as far as it can be said of all at once: which of them he may see
 * {@link AppealAccess#maySee} knows.
 *
 * @param all   whether he sees the whole locality
 * @param areas codes of the units in which he works, and of those below them
 * @param own   codes of the units that hold his posts
 * @param posts codes of these
 */
public record Reach(String locality, boolean all, Set<String> areas, Set<String> own, Set<String> posts) {

    /**
     * For a query of {@code appeal a}, where somebody does not see all: no appeal beside these is his, and which of these are,
     * he is asked for each. Its parameters are {@link #parameters()}.
     */
    public static final String HIS = """
            (a.unit = any (:areas) or a.respond_unit = any (:areas) or a.handling_unit = any (:own) or a.track = 'confidential'
             or string_to_array(a.assist_posts, ',') && :posts::text[] or string_to_array(a.danger_posts, ',') && :posts::text[]
             or exists (select from remit_return r where r.appeal = a.number and r.unit = any (:own)))""";

    /** Of {@link #HIS}. */
    public Map<String, Object> parameters() {
        return Map.of(
                "areas", areas.toArray(String[]::new),
                "own", own.toArray(String[]::new),
                "posts", posts.toArray(String[]::new));
    }

    static Reach of(Locality locality, boolean all, List<Holding> holdings) {
        var own = holdings.stream().map(h -> h.unit().code()).collect(Collectors.toSet());
        var areas = locality.areas().stream()
                .map(Unit::code)
                .filter(code -> locality.lineOf(code).stream().anyMatch(above -> own.contains(above.code())))
                .collect(Collectors.toSet());
        return new Reach(
                locality.code(),
                all,
                areas,
                own,
                holdings.stream().map(h -> h.post().code()).collect(Collectors.toSet()));
    }
}
