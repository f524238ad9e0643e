package org.minqing.process.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tries out a field's conditions with every combination of the choices that they ask for. */
final class Combinations {

    private static final int MOST = 1000;
    private static final Pattern WORDS_IN_QUOTES = Pattern.compile("\"[^\"]*\"");

    private final FieldRule rule;
    private final List<FormField> on;
    private final Map<String, Object> answers = new HashMap<>();
    private final List<List<String>> shown = new ArrayList<>();

    private Combinations(FieldRule rule, List<FormField> on, List<FieldRule> form) {
        this.rule = rule;
        this.on = on;
        form.forEach(other -> answers.put(other.field().key(), null));
    }

    /** Null if the field is always shown, or if a condition asks for something that is not picked from a fixed list. */
    static ShownWhen of(FieldRule rule, List<FieldRule> form) {
        var on = form.stream()
                .map(FieldRule::field)
                .filter(field -> asksFor(rule, field.key()))
                .toList();
        if (on.isEmpty() || on.stream().anyMatch(field -> choices(field).isEmpty())) {
            return null;
        }
        var many = on.stream().mapToLong(field -> choices(field).size() + 1).reduce(1, Math::multiplyExact);
        if (many > MOST) {
            throw new IllegalArgumentException("Field " + rule.field().key() + " depends on too many choices");
        }
        var combinations = new Combinations(rule, on, form);
        combinations.tryOut(List.of());
        return new ShownWhen(on.stream().map(FormField::key).toList(), combinations.shown);
    }

    private static boolean asksFor(FieldRule rule, String key) {
        var word = Pattern.compile("\\b" + key + "\\b");
        return rule.hiddenBy().stream()
                .anyMatch(hide -> word.matcher(WORDS_IN_QUOTES.matcher(hide).replaceAll(""))
                        .find());
    }

    private static List<String> choices(FormField field) {
        return switch (field.type()) {
            case "radio", "select" ->
                field.options().stream().map(FormField.Option::value).toList();
            case "checkbox" -> List.of("true");
            default -> List.of();
        };
    }

    private void tryOut(List<String> made) {
        if (made.size() == on.size()) {
            if (!HideConditions.hidden(rule, answers)) {
                shown.add(made);
            }
            return;
        }
        var field = on.get(made.size());
        tryOut(made, field, "", null);
        choices(field).forEach(c -> tryOut(made, field, c, field.type().equals("checkbox") ? (Object) true : c));
    }

    private void tryOut(List<String> made, FormField field, String choice, Object answer) {
        answers.put(field.key(), answer);
        var more = new ArrayList<>(made);
        more.add(choice);
        tryOut(List.copyOf(more));
    }
}
