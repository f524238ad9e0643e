package org.minqing.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import org.minqing.code.Coded;

/** How a unit stands to its whole locality, as far as its cases can tell. There is no order among units of one standing. */
public enum Standing implements Coded {
    ABOVE("above", "高于全%s"),
    BELOW("below", "低于全%s"),
    NOT_DISTINGUISHABLE("notDistinguishable", "难以区分"),
    TOO_FEW("tooFew", "件数太少"),
    /** The place itself, which supervises the others and is not set beside them. */
    OWN_LEVEL("ownLevel", "本级");

    private final String code;
    private final String words;

    Standing(String code, String words) {
        this.code = code;
        this.words = words;
    }

    @JsonValue
    @Override
    public String code() {
        return code;
    }

    /** @param level what kind of place the locality is, such as 镇 */
    public String words(String level) {
        return words.formatted(level);
    }
}
