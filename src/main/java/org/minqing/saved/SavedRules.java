package org.minqing.saved;

import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How many searches somebody may keep, and how long their names may be: the rules of {@code searches.yml}. */
@Component
class SavedRules {

    private record File(int most, int longest) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    @Autowired
    SavedRules() {
        this(new PolicyFile("searches.yml"));
    }

    SavedRules(PolicyFile policy) {
        file = policy.read(File.class);
        if (file.most() < 1 || file.most() > 100 || file.longest() < 5 || file.longest() > 60) {
            throw new IllegalStateException("searches.yml: most is 1 to 100, longest is 5 to 60 characters");
        }
    }

    int most() {
        return file.most();
    }

    /** Of a name, in characters, as people count them. */
    int longest() {
        return file.longest();
    }
}
