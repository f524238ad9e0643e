package org.minqing.roster;

import java.time.Duration;
import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyCheck;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who keeps the roster, and how far: {@code roster.yml}. */
@Component
public class RosterRules {

    private record File(List<String> keep, int longestHours, int daysAhead, int weeks, int daysShown) {}

    private final File file;

    /** @throws IllegalStateException naming the field, if the file cannot be used */
    @Autowired
    RosterRules(Localities localities) {
        this(new PolicyFile("roster.yml"), localities);
    }

    RosterRules(PolicyFile policy, Localities localities) {
        file = policy.read(File.class);
        var check = new PolicyCheck("roster.yml");
        localities.requirePosts(check, file.keep());
        check.between("longestHours", file.longestHours(), 1, 72);
        check.between("daysAhead", file.daysAhead(), 1, 400);
        check.between("weeks", file.weeks(), 1, 53);
        check.between("daysShown", file.daysShown(), 1, 62);
    }

    /** Whether holders of that post keep the roster of their locality. */
    boolean keeps(String post) {
        return file.keep().contains(post);
    }

    Duration longest() {
        return Duration.ofHours(file.longestHours());
    }

    int daysAhead() {
        return file.daysAhead();
    }

    public int weeks() {
        return file.weeks();
    }

    int daysShown() {
        return file.daysShown();
    }
}
