package org.minqing.reorganisation;

import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who keeps the tree of his locality: {@code reorganisation.yml}. */
@Component
class ReorganisationRules {

    private record File(List<String> keep, int daysAhead, int longestName) {}

    private final File file;

    /** @throws IllegalStateException naming the field, if the file cannot be used */
    @Autowired
    ReorganisationRules(Localities localities) {
        this(new PolicyFile("reorganisation.yml"), localities);
    }

    ReorganisationRules(PolicyFile policy, Localities localities) {
        file = policy.read(File.class);
        file.keep().stream()
                .filter(post -> localities.all().stream()
                        .noneMatch(locality -> locality.post(post).isPresent()))
                .findFirst()
                .ifPresent(post -> wrong("no locality has the post " + post));
        from("daysAhead", file.daysAhead(), 1, 400);
        from("longestName", file.longestName(), 4, 100);
    }

    private static void from(String field, int value, int least, int most) {
        if (value < least || value > most) {
            wrong(field + " is " + least + " to " + most);
        }
    }

    private static void wrong(String what) {
        throw new IllegalStateException("reorganisation.yml: " + what);
    }

    boolean keeps(String post) {
        return file.keep().contains(post);
    }

    int daysAhead() {
        return file.daysAhead();
    }

    /** Characters, as people count them. */
    int longestName() {
        return file.longestName();
    }
}
