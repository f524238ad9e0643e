package org.minqing.process.task;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.process.forms.FormField;
import org.minqing.process.forms.FormSchema;

/** What a person filled in, checked against the form. */
public record Answers(FormSchema form, Map<String, Object> values) {

    /** The text or code of a field; null if it was left empty. */
    public String text(String key) {
        return (String) values.get(key);
    }

    /** The attachments that a field names; none if it was left empty. */
    @SuppressWarnings("unchecked")
    public List<UUID> files(String key) {
        return (List<UUID>) values.getOrDefault(key, List.of());
    }

    public boolean yes(String key) {
        return "yes".equals(values.get(key)) || Boolean.TRUE.equals(values.get(key));
    }

    public int number(String key) {
        var value = values.get(key);
        return value == null ? 0 : new java.math.BigDecimal(value.toString()).intValueExact();
    }

    /** The Chinese label of the choice that was made. */
    public String label(String key) {
        return form.fields().stream()
                .filter(field -> field.key().equals(key))
                .flatMap(field -> field.options().stream())
                .filter(option -> option.value().equals(values.get(key)))
                .map(FormField.Option::label)
                .findFirst()
                .orElseGet(() -> text(key));
    }
}
