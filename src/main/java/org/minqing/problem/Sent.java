package org.minqing.problem;

import com.fasterxml.jackson.databind.JsonNode;

/** What a program sent as its body, and how it reads. Without {@link Fields} its fields are still to be checked. */
public record Sent(byte[] bytes, JsonNode json) {

    /**
     * The words in a field; empty if it is missing.
     *
     * @throws InvalidInput if it is there and no text: a number is not taken for words
     */
    public String words(String field) {
        var value = json.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new InvalidInput(field, "应为文字", "must be text");
        }
        return value.asText("").strip();
    }

    /** @throws InvalidInput if it is missing or neither of the two */
    public boolean truth(String field) {
        var value = json.path(field);
        if (!value.isBoolean()) {
            throw new InvalidInput(field, "应为 true 或 false", "must be true or false");
        }
        return value.booleanValue();
    }
}
