package org.minqing.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.WorkItem.Choice;
import org.minqing.desk.worklist.WorkItem.ShownWhen;

class TypedTest {

    private static final WorkItem TASK = TaskSamples.task(
            TaskSamples.field("action", "radio", null, new Choice("done", "办完"), new Choice("change", "调整")),
            TaskSamples.field(
                    "change",
                    "radio",
                    new ShownWhen(List.of("action"), List.of(List.of("change"))),
                    new Choice("extend", "延期"),
                    new Choice("resume", "恢复")),
            TaskSamples.field(
                    "days",
                    "number",
                    new ShownWhen(
                            List.of("action", "change"), List.of(List.of("change", ""), List.of("change", "extend")))),
            TaskSamples.field("agreed", "checkbox", null),
            TaskSamples.field("tags", "checklist", null, new Choice("a", "甲"), new Choice("b", "乙")),
            TaskSamples.field("at", "datetime", null),
            TaskSamples.field("note", "textarea", null));

    @Test
    void eachKindOfFieldBecomesTheJsonValueThatTheServerChecks() {
        assertThat(answers(
                        "action",
                        "change",
                        "change",
                        "extend",
                        "days",
                        " １２ ",
                        "agreed",
                        "true",
                        "tags",
                        "a",
                        "at",
                        "2026-11-22T10:30",
                        "note",
                        "好"))
                .containsEntry("days", new BigDecimal("12"))
                .containsEntry("agreed", true)
                .containsEntry("tags", List.of("a"))
                .containsEntry("at", "2026-11-22T10:30")
                .containsEntry("note", "好")
                .hasSize(7);
    }

    @Test
    void whatCannotBeReadIsKeptForTheServerToName() {
        assertThat(answers("action", "change", "days", "三", "agreed", "on"))
                .containsEntry("days", "三")
                .containsEntry("agreed", List.of("on"));
        assertThat(Typed.of(Map.of("note", List.of("甲", "乙"))).answers(TASK)).containsEntry("note", List.of("甲", "乙"));
    }

    @Test
    void whatIsBlankIsNoAnswerAndWhatIsUnknownIsNotHidden() {
        assertThat(answers("note", " ", "days", "", "grade", "5", "_list", "late"))
                .isEqualTo(Map.of("grade", "5"));
    }

    @Test
    void whatDoesNotBelongToTheChoicesIsNotSent() {
        assertThat(answers("action", "done", "change", "extend", "days", "3")).isEqualTo(Map.of("action", "done"));
        // A hidden choice chooses nothing: days belong to "change" and not to the "extend" that is left from before.
        assertThat(answers("action", "change", "change", "resume", "days", "3"))
                .isEqualTo(Map.of("action", "change", "change", "resume"));
    }

    @Test
    void saysWithWhichChoicesAFieldIsNotAskedFor() {
        var typed = Typed.presets(TASK, Map.of("action", "change"));
        assertThat(typed.hiding(TASK, TASK.fields().get(2)))
                .extracting(Choice::label)
                .containsExactly("办完", "恢复");
    }

    private static Map<String, Object> answers(String... pairs) {
        var sent = new java.util.LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.put(pairs[i], List.of(pairs[i + 1]));
        }
        return Typed.of(sent).answers(TASK);
    }
}
