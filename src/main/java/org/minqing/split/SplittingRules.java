package org.minqing.split;

import java.util.List;
import org.minqing.appeal.AppealNumber;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/**
 * The rules of {@code splitting.yml}.
 *
 * <p>Sub-cases of a confidential appeal would be read by units that may not know of the whole: that no file allows.
 */
@Component
public class SplittingRules {

    private static final List<String> SPLITTABLE = List.of("handle", "answer");

    private record File(int fewest, int most, List<String> tracks, int shortestGround) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    SplittingRules() {
        this(new PolicyFile("splitting.yml"));
    }

    SplittingRules(PolicyFile policy) {
        file = policy.read(File.class);
        if (file.fewest < 2 || file.most < file.fewest || file.most > AppealNumber.MOST_SUB_CASES) {
            throw new IllegalStateException(
                    "splitting.yml: 2 <= fewest <= most <= " + AppealNumber.MOST_SUB_CASES + " is required");
        }
        if (file.shortestGround < 1) {
            throw new IllegalStateException("splitting.yml: shortestGround is 1 or more");
        }
        if (!SPLITTABLE.containsAll(file.tracks)) {
            throw new IllegalStateException("splitting.yml: tracks are of " + SPLITTABLE);
        }
    }

    /** Into so many at least when it is split first; afterwards one more may be added. */
    public int fewest() {
        return file.fewest;
    }

    /** So many may be open at once. */
    public int most() {
        return file.most;
    }

    /** Characters of the ground for taking one out. */
    public int shortestGround() {
        return file.shortestGround;
    }

    boolean splits(String track) {
        return file.tracks.contains(track);
    }
}
