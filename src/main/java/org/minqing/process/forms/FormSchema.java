package org.minqing.process.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One form file, read once and safe to share between threads. */
public final class FormSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final List<FieldRule> rules;
    private final Map<String, ShownWhen> shownWhen = new HashMap<>();

    private FormSchema(String id, List<FieldRule> rules) {
        this.id = id;
        this.rules = List.copyOf(rules);
        rules.forEach(rule -> shownWhen.put(rule.field().key(), Combinations.of(rule, rules)));
    }

    /**
     * Reads a form.
     *
     * @param json the content of a {@code .form} file
     * @throws IllegalArgumentException if it is not a form, or uses something that the server could not check
     */
    public static FormSchema parse(String json) {
        try {
            var form = JSON.readTree(json);
            var id = form.path("id").asText();
            if (id.isEmpty() || !form.path("components").isArray()) {
                throw new IllegalArgumentException("Not a form: it needs an id and components");
            }
            return new FormSchema(id, new FormReader(id).read(form));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a form: it is not JSON", e);
        }
    }

    /** The form's id, which is what a user task's {@code camunda:formRef} names. */
    public String id() {
        return id;
    }

    /** The fields that carry answers, in the order of the form. */
    public List<FormField> fields() {
        return rules.stream().map(FieldRule::field).toList();
    }

    /** For which choices a field is shown; null if it always is, or if that depends on more than choices. */
    public ShownWhen shownWhen(String key) {
        return shownWhen.get(key);
    }

    List<FieldRule> rules() {
        return rules;
    }
}
