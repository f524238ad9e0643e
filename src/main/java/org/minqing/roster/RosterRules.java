package org.minqing.roster;

import java.time.Duration;
import java.util.List;
import org.minqing.organisation.Localities;
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
        file.keep().stream()
                .filter(post -> localities.all().stream()
                        .noneMatch(locality -> locality.post(post).isPresent()))
                .findFirst()
                .ifPresent(post -> wrong("no locality has the post " + post));
        from("longestHours", file.longestHours(), 1, 72);
        from("daysAhead", file.daysAhead(), 1, 400);
        from("weeks", file.weeks(), 1, 53);
        from("daysShown", file.daysShown(), 1, 62);
    }

    private static void from(String field, int value, int least, int most) {
        if (value < least || value > most) {
            wrong(field + " is " + least + " to " + most);
        }
    }

    private static void wrong(String what) {
        throw new IllegalStateException("roster.yml: " + what);
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
