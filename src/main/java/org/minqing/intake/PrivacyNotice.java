package org.minqing.intake;

import java.util.List;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What residents are told of their personal data before they leave any, from {@code privacy-notice.yml}. */
@Component
public class PrivacyNotice {

    /** A heading and the sentences below it. */
    public record Part(String head, List<String> words) {}

    private record File(String version, List<String> earlier, List<Part> parts) {}

    private static final String VERSION = "[0-9]{4}-[0-9]{2}(-[0-9]{1,2})?";

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    @Autowired
    PrivacyNotice() {
        this(new PolicyFile("privacy-notice.yml"));
    }

    PrivacyNotice(PolicyFile policy) {
        file = policy.read(File.class);
        if (!file.version().matches(VERSION)
                || !file.earlier().stream().allMatch(version -> version.matches(VERSION))
                || file.earlier().contains(file.version())) {
            throw new IllegalStateException(
                    "privacy-notice.yml: a version is a month such as 2026-12 or a day, and earlier ones are others");
        }
        if (file.parts().isEmpty()
                || file.parts().stream().anyMatch(part -> part.words().isEmpty())) {
            throw new IllegalStateException("privacy-notice.yml: parts: something must be said, and below each head");
        }
    }

    /** Of the one that is shown now. */
    public String version() {
        return file.version();
    }

    /** In the order in which they are read. */
    public List<Part> parts() {
        return List.copyOf(file.parts());
    }

    /** Whether it is shown now, or was, on a page that may still be open. */
    boolean knows(String version) {
        return file.version().equals(version) || file.earlier().contains(version);
    }
}
