package org.minqing.card;

import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyCheck;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who stands on a card: {@code contact-card.yml}. */
@Component
class CardRules {

    private record File(List<String> posts, int most) {}

    private final File file;

    /** @throws IllegalStateException naming the field, if the file cannot be used */
    @Autowired
    CardRules(Localities localities) {
        this(new PolicyFile("contact-card.yml"), localities);
    }

    CardRules(PolicyFile policy, Localities localities) {
        file = policy.read(File.class);
        var check = new PolicyCheck("contact-card.yml");
        localities.requirePosts(check, file.posts());
        if (file.posts().isEmpty()) {
            throw check.wrong("posts: at least one");
        }
        check.between("most", file.most(), 1, 6);
    }

    /** Codes, in the order in which their holders are printed. */
    List<String> posts() {
        return file.posts();
    }

    int most() {
        return file.most();
    }
}
