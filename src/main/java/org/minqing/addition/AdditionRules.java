package org.minqing.addition;

import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How often and how much a resident may add: the rules of {@code additions.yml}. */
@Component
class AdditionRules {

    private record File(int most, int longest) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    @Autowired
    AdditionRules() {
        this(new PolicyFile("additions.yml"));
    }

    AdditionRules(PolicyFile policy) {
        file = policy.read(File.class);
        if (file.most() < 1 || file.most() > 50 || file.longest() < 20 || file.longest() > 2000) {
            throw new IllegalStateException("additions.yml: most is 1 to 50, longest is 20 to 2000 characters");
        }
    }

    /** So often for each resident. */
    int most() {
        return file.most();
    }

    /** Characters, as people count them. */
    int longest() {
        return file.longest();
    }
}
