package org.minqing.desk.tasks;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.desk.worklist.WorkItem;

/**
 * What somebody typed into the form of a task, as the browser sent it; {@link #answers} turns it into what the server checks.
 * Names that begin with an underscore are ours and no fields: no key of a form does.
 */
record Typed(Map<String, List<String>> values) {

    static Typed of(Map<String, List<String>> parameters) {
        var values = new LinkedHashMap<>(parameters);
        values.keySet().removeIf(name -> name.startsWith("_"));
        return new Typed(values);
    }

    /** The form as it opens, with choices that were made on the way to it. */
    static Typed presets(WorkItem task, Map<String, String> chosen) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : task.fields()) {
            var value = chosen.getOrDefault(field.key(), field.preset());
            if (value != null) {
                values.put(field.key(), List.of(value));
            }
        }
        return new Typed(values);
    }

    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** Empty if nothing was typed. */
    String one(String key) {
        return all(key).stream().findFirst().orElse("");
    }

    /** Whether a field belongs to the choices made; what a hidden field holds chooses nothing. */
    boolean shows(WorkItem task, WorkItem.Field field) {
        return shows(field, choices(task));
    }

    private static boolean shows(WorkItem.Field field, Map<String, String> choices) {
        var when = field.shownWhen();
        return when == null
                || when.answers()
                        .contains(when.on().stream()
                                .map(key -> choices.getOrDefault(key, ""))
                                .toList());
    }

    /** Which choices of the fields that decide about this one, one at a time, would make it disappear. */
    List<WorkItem.Choice> hiding(WorkItem task, WorkItem.Field field) {
        var hiding = new ArrayList<WorkItem.Choice>();
        if (field.shownWhen() != null && shows(task, field)) {
            for (var other : task.fields()) {
                if (field.shownWhen().on().contains(other.key())) {
                    var choices = choices(task);
                    other.choices().stream()
                            .filter(choice -> {
                                choices.put(other.key(), choice.value());
                                return !shows(field, choices);
                            })
                            .forEach(hiding::add);
                }
            }
        }
        return hiding;
    }

    private Map<String, String> choices(WorkItem task) {
        var choices = new LinkedHashMap<String, String>();
        for (var field : task.fields()) {
            if (shows(field, choices)) {
                choices.put(field.key(), one(field.key()));
            }
        }
        return choices;
    }

    /**
     * The answers to the fields that belong to the choices made, as JSON values. What is left blank is left out; what the form
     * does not know is kept, to be refused.
     */
    Map<String, Object> answers(WorkItem task) {
        var answers = new LinkedHashMap<String, Object>();
        values.forEach((key, sent) -> answers.put(key, sent.get(0)));
        for (var field : task.fields()) {
            answers.remove(field.key());
            var sent = all(field.key()).stream().filter(s -> !s.isBlank()).toList();
            if (!sent.isEmpty() && shows(task, field)) {
                answers.put(field.key(), answer(field.type(), sent));
            }
        }
        return answers;
    }

    /** What has no reading stays text or a list, for the check to name it. */
    private static Object answer(String type, List<String> sent) {
        return switch (type) {
            case "checklist", "taglist" -> sent;
            case "number" -> sent.size() == 1 ? number(sent.get(0)) : sent;
            case "checkbox" -> sent.equals(List.of("true")) ? true : sent;
            default -> sent.size() == 1 ? sent.get(0) : sent;
        };
    }

    private static Object number(String typed) {
        try {
            return new BigDecimal(
                    Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
        } catch (NumberFormatException noNumber) {
            return typed;
        }
    }
}
