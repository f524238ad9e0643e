package org.minqing.process.forms;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;

class FormValidatorTest {

    private static final FormSchema FORM = FormSchema.parse("""
            {"id": "sample", "type": "default", "schemaVersion": 16, "components": [
              {"type": "html", "content": "<p>{{appeal.title}}</p>"},
              {"type": "radio", "key": "action", "label": "处理意见", "defaultValue": "done",
               "values": [{"label": "办结", "value": "done"}, {"label": "退回", "value": "returned"}],
               "validate": {"required": true}},
              {"type": "textarea", "key": "result", "label": "办理情况",
               "validate": {"required": true, "minLength": 2, "maxLength": 10},
               "conditional": {"hide": "=action = \\"returned\\""}},
              {"type": "textarea", "key": "reason", "label": "退回理由",
               "validate": {"required": true, "minLength": 2, "maxLength": 10},
               "conditional": {"hide": "=action != \\"returned\\""}},
              {"type": "textfield", "key": "phone", "label": "联系电话",
               "validate": {"maxLength": 20, "pattern": "^[0-9+-]+$"}},
              {"type": "textfield", "key": "place", "label": "地点", "validate": {"maxLength": 40}},
              {"type": "select", "key": "post", "label": "岗位", "valuesKey": "posts"},
              {"type": "checklist", "key": "tags", "label": "标签",
               "values": [{"label": "甲", "value": "a"}, {"label": "乙", "value": "b"}]},
              {"type": "checkbox", "key": "agreed", "label": "同意"},
              {"type": "number", "key": "people", "label": "人数", "decimalDigits": 0,
               "validate": {"min": 0, "max": 1000000}},
              {"type": "group", "label": "其他", "conditional": {"hide": "=agreed != true"}, "components": [
                {"type": "textfield", "key": "inner", "label": "补充", "validate": {"maxLength": 10}},
                {"type": "textfield", "key": "innermost", "label": "再补充", "validate": {"maxLength": 10},
                 "conditional": {"hide": "=inner = null"}}]}
            ]}
            """);

    private static final Map<String, List<String>> CHOICES = Map.of("posts", List.of("city-management", "dispatcher"));

    @Test
    void acceptsACompleteFormAndKeepsTheOrderOfTheForm() {
        var accepted = validate(
                entry("people", 12),
                entry("tags", List.of("b", "a")),
                entry("post", "dispatcher"),
                entry("phone", "023-48000000"),
                entry("result", "已修好路灯"),
                entry("action", "done"),
                entry("agreed", false));

        assertThat(accepted)
                .containsExactly(
                        entry("action", "done"),
                        entry("result", "已修好路灯"),
                        entry("phone", "023-48000000"),
                        entry("post", "dispatcher"),
                        entry("tags", List.of("b", "a")),
                        entry("agreed", false),
                        entry("people", 12));
    }

    @Test
    void leavesOutWhatWasNotAnswered() {
        assertThat(valid("phone", null)).doesNotContainKey("phone");
        assertThat(valid("place", " \u3000\n\u00A0\u200B ")).doesNotContainKey("place");
        assertThat(valid("post", "")).doesNotContainKey("post");
        assertThat(valid("tags", List.of())).doesNotContainKey("tags");
    }

    @Test
    void doesNotFillInDefaultValues() {
        assertThat(problems(entry("result", "已修好")).stream().map(FieldProblem::field))
                .containsExactly("action");
    }

    @Test
    void takesBlanksOffBothEnds() {
        assertThat(valid("place", "\u3000 文化广场 东侧\u3000\n")).containsEntry("place", "文化广场 东侧");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${1+1}",
                "#{1+1}",
                "{{7*7}}",
                "<script>alert(1)</script>",
                "'; DROP TABLE x",
                "= 1 + 1",
                "\" or true or \"",
                "家\t东👨‍👩‍👧",
                "مرحبا"
            })
    void keepsWhatLooksLikeCodeAsPlainText(String text) {
        assertThat(valid("place", text)).containsEntry("place", text);
    }

    @Test
    void readsLineBreaksOfPlainHtmlForms() {
        assertThat(valid("result", "一\r\n二")).containsEntry("result", "一\n二");
    }

    @Test
    void countsCodePointsAndNotCharsOfJava() {
        assertThat(valid("result", "🙂".repeat(10))).containsEntry("result", "🙂".repeat(10));
        assertThat(refusal("result", "🙂".repeat(11)).zh()).isEqualTo("“办理情况”最多填写 10 个字，现有 11 个字。");
        assertThat(refusal("result", "🙂").en()).isEqualTo("result must have at least 2 characters.");
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                arguments("NUL in text", "result", "坏\0了"),
                arguments("escape sequence in text", "result", "坏\u001b[31m"),
                arguments("lone carriage return", "result", "一\r二"),
                arguments("next-line character", "result", "一\u0085二"),
                arguments("lone high surrogate", "result", "坏\ud83d了"),
                arguments("lone low surrogate", "result", "坏\ude42了"),
                arguments("lone surrogate at the end", "place", "坏\ud83d"),
                arguments("line break in a single line", "place", "一\n二"),
                arguments("too short", "result", "好"),
                arguments("too short without its blanks", "result", "  好  "),
                arguments("too long", "result", "一".repeat(11)),
                arguments("number for text", "place", 7),
                arguments("boolean for text", "place", true),
                arguments("object for text", "place", Map.of("type", "Object", "value", "x")),
                arguments("list for text", "place", List.of("x")),
                arguments("pattern missed", "phone", "一三九"),
                arguments("pattern met by a part only", "phone", "139${1}"),
                arguments("radio code unknown", "action", "approved"),
                arguments("radio label instead of code", "action", "办结"),
                arguments("radio code with a blank", "action", "done "),
                arguments("list for a radio", "action", List.of("done")),
                arguments("boolean for a radio", "action", true),
                arguments("select code not offered", "post", "auditor"),
                arguments("number for a select", "post", 1),
                arguments("text for a checklist", "tags", "a"),
                arguments("checklist code unknown", "tags", List.of("a", "c")),
                arguments("checklist code twice", "tags", List.of("a", "a")),
                arguments("null in a checklist", "tags", Arrays.asList("a", null)),
                arguments("list in a checklist", "tags", List.of(List.of("a"))),
                arguments("text for a checkbox", "agreed", "true"),
                arguments("number for a checkbox", "agreed", 1),
                arguments("text for a number", "people", "12"),
                arguments("boolean for a number", "people", true),
                arguments("fraction", "people", 1.5),
                arguments("below the least", "people", -1),
                arguments("above the most", "people", 1_000_001),
                arguments("not a number", "people", Double.NaN),
                arguments("infinite", "people", Double.POSITIVE_INFINITY),
                arguments("huge", "people", new BigInteger("9".repeat(400))),
                arguments("huge in a few bytes", "people", new BigDecimal("1e999999999")),
                arguments("tiny in a few bytes", "people", new BigDecimal("1e-999999999")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void refusesABadAnswerAndNamesItsField(String what, String key, Object answer) {
        var problem = refusal(key, answer);

        assertThat(problem.field()).isEqualTo(key);
        assertThat(problem.zh()).startsWith("“").endsWith("。").doesNotContain("null");
        assertThat(problem.en()).startsWith(key + " ").endsWith(".").doesNotContain("null");
    }

    @Test
    void refusesFieldsThatTheFormDoesNotHave() {
        assertThat(refusal("slaDueAt", "2099-01-01").zh()).isEqualTo("表单中没有这一项。");
        assertThat(refusal("appeal", Map.of()).field()).isEqualTo("appeal");
        assertThat(refusal("approved\r\nforged line" + "x".repeat(100), true).field())
                .startsWith("approved??forged line")
                .hasSize(61);
        assertThat(refusal("tier", null).field()).isEqualTo("tier");
    }

    @Test
    void namesOnlyTheFirstOfManyUnknownFields() {
        var flood = new HashMap<String, Object>();
        IntStream.range(0, 10_000).forEach(i -> flood.put("x" + i, i));

        assertThat(catchThrowableOfType(InvalidInput.class, () -> FormValidator.validate(FORM, flood, CHOICES))
                        .problems())
                .hasSizeLessThan(25);
    }

    @Test
    void namesEachRefusedField() {
        assertThat(problems(entry("phone", "x"), entry("people", "y"), entry("foo", "z")).stream()
                        .map(FieldProblem::field))
                .containsExactlyInAnyOrder("phone", "people", "foo", "action", "result");
    }

    @Test
    void saysNothingOfFieldsThatDependOnARefusedAnswer() {
        assertThat(problems(entry("action", "nonsense"))).hasSize(1);
    }

    @Test
    void requiresVisibleFieldsOnly() {
        assertThat(problems(entry("action", "done")))
                .containsExactly(new FieldProblem("result", "“办理情况”必须填写。", "result is required."));
        assertThat(problems(entry("action", "returned")))
                .containsExactly(new FieldProblem("reason", "“退回理由”必须填写。", "reason is required."));
        assertThat(problems(entry("action", "done"), entry("result", "  "))).hasSize(1);
    }

    @Test
    void refusesAnswersToHiddenFields() {
        assertThat(refusal("reason", "不归本岗").en()).isEqualTo("reason does not apply to the choice made.");
        assertThat(valid("reason", null)).doesNotContainKey("reason");
        assertThat(valid("reason", " ")).doesNotContainKey("reason");
    }

    @Test
    void hidesTheFieldsOfAHiddenGroup() {
        assertThat(refusal("inner", "补充").field()).isEqualTo("inner");
        assertThat(validate(
                        entry("action", "done"),
                        entry("result", "已修好"),
                        entry("agreed", true),
                        entry("inner", "一"),
                        entry("innermost", "二")))
                .containsEntry("innermost", "二");
    }

    @Test
    void allowsNothingWhereTheListOfChoicesIsMissing() {
        var answers = Map.<String, Object>of("action", "done", "result", "已修好", "post", "dispatcher");

        var refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> FormValidator.validate(FORM, answers, Map.of("units", List.of("dispatcher"))));

        assertThat(refusal.problems()).extracting(FieldProblem::field).containsExactly("post");
    }

    @Test
    void readsWholeNumbersHoweverTheyAreWritten() {
        assertThat(valid("people", 3.0)).containsEntry("people", 3);
        assertThat(valid("people", new BigDecimal("1e3"))).containsEntry("people", 1000);
        assertThat(valid("people", 0L)).containsEntry("people", 0);
    }

    @SafeVarargs
    private static LinkedHashMap<String, Object> validate(Map.Entry<String, ?>... answers) {
        return FormValidator.validate(FORM, mapOf(answers), CHOICES);
    }

    /** What is accepted when one answer is added to an otherwise good form. */
    private static Map<String, Object> valid(String key, Object answer) {
        return FormValidator.validate(FORM, goodButFor(key, answer), CHOICES);
    }

    /** The only problem of an otherwise good form. */
    private static FieldProblem refusal(String key, Object answer) {
        var refusal = catchThrowableOfType(
                InvalidInput.class, () -> FormValidator.validate(FORM, goodButFor(key, answer), CHOICES));
        assertThat(refusal).as("was accepted").isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        return refusal.problems().get(0);
    }

    @SafeVarargs
    private static List<FieldProblem> problems(Map.Entry<String, ?>... answers) {
        return catchThrowableOfType(InvalidInput.class, () -> validate(answers)).problems();
    }

    private static Map<String, Object> goodButFor(String key, Object answer) {
        var answers = new HashMap<String, Object>(Map.of("action", "done", "result", "已修好"));
        answers.put(key, answer);
        return answers;
    }

    @SafeVarargs
    private static Map<String, Object> mapOf(Map.Entry<String, ?>... entries) {
        var map = new HashMap<String, Object>();
        List.of(entries).forEach(e -> map.put(e.getKey(), e.getValue()));
        return map;
    }
}
