package org.minqing.card;

import java.util.List;
import org.minqing.organisation.Localities;
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
        file.posts().stream()
                .filter(post -> localities.all().stream()
                        .noneMatch(locality -> locality.post(post).isPresent()))
                .findFirst()
                .ifPresent(post -> wrong("no locality has the post " + post));
        if (file.posts().isEmpty()) {
            wrong("posts: at least one");
        }
        if (file.most() < 1 || file.most() > 6) {
            wrong("most is 1 to 6");
        }
    }

    private static void wrong(String what) {
        throw new IllegalStateException("contact-card.yml: " + what);
    }

    /** Codes, in the order in which their holders are printed. */
    List<String> posts() {
        return file.posts();
    }

    int most() {
        return file.most();
    }
}
