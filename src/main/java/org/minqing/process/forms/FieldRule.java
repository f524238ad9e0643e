package org.minqing.process.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One field and everything its answer is held against. Absent limits are null. */
record FieldRule(
        FormField field,
        Integer minLength,
        Pattern pattern,
        BigDecimal min,
        BigDecimal max,
        Integer decimalDigits,
        List<String> hiddenBy) {

    FieldRule {
        hiddenBy = List.copyOf(hiddenBy);
    }

    /** The codes that may be answered here; a list that the caller did not supply allows nothing. */
    Set<String> allowed(Map<String, List<String>> choices) {
        if (field.valuesKey() != null) {
            return Set.copyOf(choices.getOrDefault(field.valuesKey(), List.of()));
        }
        return field.options().stream().map(FormField.Option::value).collect(Collectors.toSet());
    }
}
