package org.minqing.process.decisions;

import java.util.Arrays;

/** What a rule of a decision table is, as its description says in its first word: the table itself tells officials and program. */
enum Mark {
    LAW("【法定】"),
    DANGER("【危险】"),
    NONE("");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    static Mark of(String description) {
        return Arrays.stream(values())
                .filter(mark -> description.startsWith(mark.word))
                .findFirst()
                .orElseThrow();
    }

    String word() {
        return word;
    }
}
