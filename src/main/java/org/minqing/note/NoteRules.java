package org.minqing.note;

import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How many notes an appeal has room for, and how long one may be: the rules of {@code notes.yml}. */
@Component
public class NoteRules {

    private record File(int most, int longest) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    @Autowired
    NoteRules() {
        this(new PolicyFile("notes.yml"));
    }

    NoteRules(PolicyFile policy) {
        file = policy.read(File.class);
        if (file.most() < 1 || file.most() > 1000 || file.longest() < 20 || file.longest() > 2000) {
            throw new IllegalStateException("notes.yml: most is 1 to 1000, longest is 20 to 2000 characters");
        }
    }

    /** On one appeal, withdrawn ones too. */
    int most() {
        return file.most();
    }

    /** Characters, as people count them. */
    public int longest() {
        return file.longest();
    }
}
