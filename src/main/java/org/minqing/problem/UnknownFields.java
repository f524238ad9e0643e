package org.minqing.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields of a JSON object that nobody asked for. */
public final class UnknownFields {

    /** One request can hold tens of thousands of them; the answer names no more than these. */
    private static final int NAMED = 20;

    private UnknownFields() {}

    /** @param prefix the path of the object with a dot behind it, or empty for the body itself */
    public static List<FieldProblem> of(JsonNode object, String prefix, Set<String> known) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .limit(NAMED)
                .map(name -> new FieldProblem(prefix + name, "没有这个字段", "unknown field"))
                .toList();
    }
}
