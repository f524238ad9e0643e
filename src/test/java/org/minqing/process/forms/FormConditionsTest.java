package org.minqing.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which fields of our forms are shown after which answers. */
class FormConditionsTest {

    @ParameterizedTest
    @MethodSource("org.minqing.process.forms.FormFilesTest#names")
    void asksForNothingButAnswersOfItsOwnInConditions(String name) {
        var schema = schema(name);
        var answers = schema.fields().stream()
                .filter(f -> f.type().equals("radio"))
                .flatMap(f -> f.options().stream().map(o -> f.key() + " = \"" + o.value() + "\""))
                .collect(Collectors.toSet());
        for (var rule : schema.rules()) {
            assertThat(rule.hiddenBy())
                    .flatMap(hide -> List.of(hide.split(" (and|or) ")))
                    .allSatisfy(asked -> assertThat(answers).contains(asked.replace("!=", "=")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "respond-appeal, responded, action contactKind contactWith finding contactAt",
        "respond-appeal, responded contactKind=phone, action contactKind contactWith contactPhone finding contactAt",
        "respond-appeal, responded contactKind=visit, action contactKind contactWith finding contactAt",
        "handle-directly, contacted contactKind=phone, action contactKind contactWith contactPhone contactNote contactAt",
        "respond-appeal, notReached, action attemptKind contactAt",
        "respond-appeal, returned, action returnGround returnReason",
        "reroute-appeal, reroute, action respondUnit note",
        "reroute-appeal, assign, action holder note",
        "reroute-appeal, merge, action original note",
        "dispatch-appeal, dispatch, action post note",
        "dispatch-appeal, merge, action original note",
        "handle-directly, done, action result outcome evidenceKind",
        "handle-directly, done outcome=planned, action result outcome planUntil planReview",
        "handle-directly, done outcome=transferred, action result outcome evidenceKind receiver promise promiseBy",
        "handle-directly, done outcome=solved, action result outcome evidenceKind beforeFiles afterFiles",
        "handle-directly, done evidenceKind=document, action result outcome evidenceKind evidence proofFiles",
        "handle-directly, done evidenceKind=witness, action result outcome evidenceKind witnessName witnessReach",
        "handle-directly, done evidenceKind=figure, action result outcome evidenceKind figureWhat figureAmount figureUnit",
        "follow-plan, progress, action result",
        "follow-plan, move, action result newUntil",
        "follow-plan, done, action result outcome evidenceKind",
        "decide-plan, approved, action opinion",
        "supervise-plan, any, instruction nextReview",
        "handle-directly, progress, action result",
        "handle-directly, returned, action returnGround returnReason",
        "handle-with-department, done, action result withoutOpinions outcome evidenceKind",
        "handle-with-department, progress, action result",
        "handle-with-department, returned, action returnGround returnReason",
        "handle-under-supervision, done, action result supervisionNote withoutOpinions outcome evidenceKind",
        "handle-under-supervision, progress, action result supervisionNote",
        "handle-under-supervision, returned, action returnGround returnReason",
        "handle-directly, contacted, action contactKind contactWith contactNote contactAt",
        "handle-with-department, contacted, action contactKind contactWith contactNote contactAt",
        "handle-under-supervision, contacted, action contactKind contactWith contactNote contactAt",
        "check-contact, made, action basis",
        "check-contact, notMade, action basis measure",
        "handle-directly, arrived, action arrivalNote",
        "handle-directly, limitChange extend, action change changeReason days explanation",
        "handle-directly, limitChange pause, action change changeReason days explanation",
        "handle-directly, limitChange resume, action change",
        "handle-with-department, arrived, action arrivalNote",
        "handle-with-department, limitChange extend, action change changeReason days explanation",
        "handle-with-department, limitChange pause, action change changeReason days explanation",
        "handle-with-department, limitChange resume, action change",
        "handle-under-supervision, arrived, action arrivalNote",
        "handle-under-supervision, limitChange extend, action change changeReason days explanation",
        "handle-under-supervision, limitChange pause, action change changeReason days explanation",
        "handle-under-supervision, limitChange resume, action change",
        "call-resident, reached, action contacted answer grade comment",
        "call-resident, notReached, action",
        "approve-limit-change, approved, action opinion",
        "approve-limit-change, refused, action opinion",
        "review-dissatisfied, redo, action opinion",
        "review-dissatisfied, close, action opinion"
    })
    void showsOnlyWhatBelongsToTheAction(String name, String action, String visible) {
        var schema = schema(name);
        var answers = new HashMap<String, Object>();
        schema.fields().forEach(f -> answers.put(f.key(), null));
        var made = action.split(" ");
        answers.put("action", made[0]);
        if (made.length > 1) {
            var second = made[1].split("=");
            answers.put(second.length > 1 ? second[0] : "change", second[second.length - 1]);
        }

        var shown = schema.rules().stream()
                .filter(rule -> !HideConditions.hidden(rule, answers))
                .map(rule -> rule.field().key())
                .collect(Collectors.toSet());

        assertThat(shown).isEqualTo(new HashSet<>(Arrays.asList(visible.split(" "))));
    }

    private static FormSchema schema(String name) {
        return FormSchema.parse(FormFiles.onClassPath().get("forms/" + name + ".form"));
    }
}
