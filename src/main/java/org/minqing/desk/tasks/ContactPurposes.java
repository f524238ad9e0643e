package org.minqing.desk.tasks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Why somebody in the field may look up how to reach a resident: one tap each, from {@code contact-purposes.yml}. */
@Component
class ContactPurposes {

    private final List<String> texts;

    /** @throws IllegalStateException if the file cannot be used */
    ContactPurposes() {
        try (var file = new ClassPathResource("contact-purposes.yml").getInputStream()) {
            texts = List.copyOf(new YAMLMapper().readValue(file, new TypeReference<List<String>>() {}));
        } catch (IOException e) {
            throw new IllegalStateException("contact-purposes.yml cannot be used: " + e.getMessage(), e);
        }
    }

    List<String> texts() {
        return texts;
    }
}
