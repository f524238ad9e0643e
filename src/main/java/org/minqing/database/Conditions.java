package org.minqing.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The conditions of a query, of which only those are written that were asked for: one plan for all of them would be bad for
 * most.
 */
public final class Conditions {

    private static final Pattern NAME = Pattern.compile("(?<!:):(\\w+)");

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /**
     * @param condition SQL with the value as a named parameter, such as {@code x.unit = any (:units)}
     * @param value     null if nothing was asked for. Moments, constants and lists of texts are turned into what the
     *                  driver knows
     * @throws IllegalArgumentException if the condition has no parameter, or one that another condition has
     */
    public Conditions when(String condition, Object value) {
        if (value != null && values.put(name(condition), column(value)) != null) {
            throw new IllegalArgumentException("Two conditions have the same parameter: " + condition);
        }
        return when(condition, value != null);
    }

    /** @param condition SQL without parameters */
    public Conditions when(String condition, boolean wanted) {
        if (wanted) {
            asked.add(condition);
        }
        return this;
    }

    /** To stand behind another condition: each with {@code and} in front; empty if nothing was asked for. */
    public String and() {
        return String.join("", asked.stream().map(" and "::concat).toList());
    }

    /** What the parameters of {@link #and()} stand for. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private static String name(String condition) {
        var name = NAME.matcher(condition);
        if (!name.find()) {
            throw new IllegalArgumentException("The condition has no parameter: " + condition);
        }
        return name.group(1);
    }

    private static Object column(Object value) {
        if (value instanceof Instant at) {
            return TimeColumn.of(at);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof Collection<?> texts ? texts.toArray(String[]::new) : value;
    }
}
