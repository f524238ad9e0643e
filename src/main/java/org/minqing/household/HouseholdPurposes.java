package org.minqing.household;

import java.util.List;
import org.minqing.policy.PolicyFile;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Why somebody looks at what is sensitive: one tap each, or in his own words; {@code household-purposes.yml}. */
@Component
public class HouseholdPurposes {

    private static final int LONGEST = 200;

    private record File(String change, List<String> purposes) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used, or the purpose of a change is none of the others */
    @Autowired
    HouseholdPurposes() {
        this(new PolicyFile("household-purposes.yml"));
    }

    HouseholdPurposes(PolicyFile policy) {
        file = policy.read(File.class);
        if (file.purposes().isEmpty() || file.purposes().stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException("household-purposes.yml: purposes: at least one, and none of them empty");
        }
        if (!file.purposes().contains(file.change())) {
            throw new IllegalStateException("household-purposes.yml: change: purposes has no " + file.change());
        }
    }

    /** In the order in which to offer them. */
    public List<String> texts() {
        return List.copyOf(file.purposes());
    }

    /** Of whoever opens a person to change what is written of him. */
    public String change() {
        return file.change();
    }

    /** @throws InvalidInput if none is given, or it cannot be one */
    public static String read(String field, String typed) {
        var purpose = typed.strip();
        if (purpose.isEmpty()) {
            throw new InvalidInput(field, "请选择或写明查看原因", "is required");
        }
        TextRule.flaw(field, purpose, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return purpose;
    }
}
