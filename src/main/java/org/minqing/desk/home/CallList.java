package org.minqing.desk.home;

import org.minqing.access.ContactPurposes;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** What a call-back is in the list of tasks, and what is written down when its number is looked up: {@code call-list.yml}. */
@Component
class CallList {

    private record File(String form, String purpose) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used, or names a purpose that the others do not know */
    CallList(ContactPurposes purposes) {
        file = new PolicyFile("call-list.yml").read(File.class);
        if (file.form() == null || file.purpose() == null || file.purpose().isBlank()) {
            throw new IllegalStateException("call-list.yml: form and purpose are needed");
        }
        if (!purposes.texts().contains(file.purpose())) {
            throw new IllegalStateException("call-list.yml: contact-purposes.yml has no purpose " + file.purpose());
        }
    }

    String form() {
        return file.form();
    }

    String purpose() {
        return file.purpose();
    }
}
