package org.minqing.reorganisation;

import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyCheck;
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
        var check = new PolicyCheck("reorganisation.yml");
        localities.requirePosts(check, file.keep());
        check.between("daysAhead", file.daysAhead(), 1, 400);
        check.between("longestName", file.longestName(), 4, 100);
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
