package org.minqing.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.problem.InvalidInput;

/** A browser that looks up what to show agrees with the server that checks what was sent. */
class ShownWhenTest {

    private static final String DOES_NOT_APPLY = "在当前选项下不需要填写";

    /** Every field that comes and goes, under every combination of every choice in the form, and not only of those it names. */
    @ParameterizedTest
    @MethodSource("org.minqing.process.forms.FormFilesTest#names")
    void aFieldIsShownForExactlyThoseChoicesWithWhichTheServerTakesIt(String name) {
        var schema = FormSchema.parse(FormFiles.onClassPath().get("forms/" + name + ".form"));
        var tried = 0;
        for (var choices : combinations(schema)) {
            var answers = new HashMap<String, Object>();
            schema.fields().forEach(field -> answers.put(field.key(), choices.get(field.key())));
            for (var rule : schema.rules()) {
                var key = rule.field().key();
                var shown = shown(schema, key, choices);
                assertThat(shown)
                        .as("%s of %s with %s", key, name, choices)
                        .isEqualTo(!HideConditions.hidden(rule, answers))
                        .isEqualTo(taken(schema, key, choices));
                tried++;
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(schema.fields().size());
    }

    @Test
    void namesOnlyWhatItDependsOn() {
        var schema = FormSchema.parse(FormFiles.onClassPath().get("forms/handle-directly.form"));
        assertThat(schema.shownWhen("action")).isNull();
        assertThat(schema.shownWhen("outcome")).isEqualTo(new ShownWhen(List.of("action"), List.of(List.of("done"))));
        assertThat(schema.shownWhen("planUntil"))
                .isEqualTo(new ShownWhen(List.of("action", "outcome"), List.of(List.of("done", "planned"))));
        assertThat(schema.shownWhen("days"))
                .isEqualTo(new ShownWhen(
                        List.of("action", "change"),
                        List.of(
                                List.of("limitChange", ""),
                                List.of("limitChange", "extend"),
                                List.of("limitChange", "pause"))));
    }

    @Test
    void aBoxMayDecideButTextNever() {
        var schema = FormSchema.parse("""
                {"id": "sample", "components": [
                  {"type": "checkbox", "key": "agreed", "label": "同意"},
                  {"type": "textfield", "key": "inner", "label": "补充", "conditional": {"hide": "=agreed != true"}},
                  {"type": "textfield", "key": "more", "label": "再补充", "conditional": {"hide": "=inner = null"}}]}
                """);
        assertThat(schema.shownWhen("inner")).isEqualTo(new ShownWhen(List.of("agreed"), List.of(List.of("true"))));
        assertThat(schema.shownWhen("more")).isNull();
    }

    @Test
    void refusesAFormWithMoreCombinationsThanAPageShouldCarry() {
        var form = new StringBuilder("{\"id\": \"wide\", \"components\": [");
        for (int i = 0; i < 5; i++) {
            form.append("{\"type\": \"radio\", \"key\": \"q%d\", \"values\": [".formatted(i))
                    .append("{\"value\": \"a\"}, {\"value\": \"b\"}, {\"value\": \"c\"}]},");
        }
        form.append("{\"type\": \"textfield\", \"key\": \"t\", \"conditional\":")
                .append(" {\"hide\": \"=q0 = q1 and q1 = q2 and q2 = q3 and q3 = q4\"}}]}");
        assertThatThrownBy(() -> FormSchema.parse(form.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many choices");
    }

    private static boolean shown(FormSchema schema, String key, Map<String, String> choices) {
        var when = schema.shownWhen(key);
        return when == null
                || when.answers()
                        .contains(when.on().stream()
                                .map(on -> choices.getOrDefault(on, ""))
                                .toList());
    }

    /** The other way round: whether the check says of an answer that it does not apply. */
    private static boolean taken(FormSchema schema, String key, Map<String, String> choices) {
        var answers = new HashMap<String, Object>(choices);
        var field = schema.fields().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow();
        answers.putIfAbsent(key, answer(field));
        try {
            FormValidator.validate(
                    schema,
                    answers,
                    Map.of(
                            "posts",
                            List.of("x"),
                            "units",
                            List.of("x"),
                            "holders",
                            List.of("x"),
                            "outcomes",
                            List.of("solved", "planned", "explained", "transferred", "notAdopted"),
                            "answers",
                            List.of("x"),
                            "colleagues",
                            List.of("x"),
                            "bodies",
                            List.of("x"),
                            "relayers",
                            List.of("x"),
                            "returnGrounds",
                            List.of("x")));
            return true;
        } catch (InvalidInput e) {
            return e.problems().stream().noneMatch(p -> p.field().equals(key) && p.zh().contains(DOES_NOT_APPLY));
        }
    }

    private static Object answer(FormField field) {
        return switch (field.type()) {
            case "number" -> 7;
            case "datetime" -> "2026-11-21T09:20";
            case "date" -> "2026-11-21";
            case "checkbox" -> true;
            case "taglist", "checklist" -> List.of("x");
            case "files" -> List.of("5c2a4a1e-0000-4000-8000-000000000001");
            case "radio", "select" ->
                field.options().isEmpty() ? "x" : field.options().get(0).value();
            // A number to call is no number of an appeal.
            default ->
                field.key().endsWith("Phone")
                        ? "000-0000-0000"
                        : field.key().matches(".*(Reason|Opinion)") ? "按职责清单，这件事不归本单位办理，请转给责任单位。" : "A-1";
        };
    }

    /** One choice or none for each radio group, where its field is taken at all; at most a few hundred. */
    private static List<Map<String, String>> combinations(FormSchema schema) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (var field : schema.fields()) {
            if (field.type().equals("radio")) {
                var before = all;
                all = new ArrayList<>(before);
                for (var option : field.options()) {
                    for (var made : before) {
                        if (shown(schema, field.key(), made)) {
                            var more = new HashMap<>(made);
                            more.put(field.key(), option.value());
                            all.add(more);
                        }
                    }
                }
            }
        }
        return all;
    }
}
