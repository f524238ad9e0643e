package org.minqing.access;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** Why somebody in the field may look up how to reach a resident: one tap each, from {@code contact-purposes.yml}. */
@Component
public class ContactPurposes {

    private final List<String> texts;

    /** @throws IllegalStateException if the file cannot be used */
    ContactPurposes() {
        texts = List.copyOf(new PolicyFile("contact-purposes.yml").read(new TypeReference<List<String>>() {}));
    }

    /** In the order in which to offer them. */
    public List<String> texts() {
        return texts;
    }
}
