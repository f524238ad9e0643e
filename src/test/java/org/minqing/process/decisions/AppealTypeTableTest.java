package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the type of an appeal may decide, and what it may not. */
class AppealTypeTableTest {

    private static final Map<String, String> GOOD = Map.of(
            "track", "answer",
            "rated", "yes",
            "answerPosts", "registrar,responsible",
            "outcomes", "explained",
            "skippedClocks", "arrive");

    private final DecisionCatalogue catalogue = new DecisionCatalogue();

    /** Law first, then danger and a cut line, and only then what somebody called it. */
    @Test
    void noTypeKeepsAnybodyInDangerWaitingForAnAnswerAtTheDesk() {
        var table = DecisionFile.named("appeal-type");
        for (var type : List.of("help", "complaint", "consultation", "suggestion", "report", "praise", "wish")) {
            for (var category : List.of("other", "gas", "petition")) {
                for (var danger : List.of("", "fire", "gas", "self-harm")) {
                    for (var flags = 0; flags < 4; flags++) {
                        var aboutStaff = (flags & 1) > 0;
                        var lineCut = (flags & 2) > 0;
                        var facts = Map.<String, Object>of(
                                "type", type,
                                "category", category,
                                "aboutStaff", aboutStaff,
                                "danger", danger,
                                "lineCut", lineCut);
                        var track = table.answer(facts).outputs().get("track");
                        if (aboutStaff || category.equals("petition") || type.equals("report")) {
                            assertThat(track).as("%s", facts).isEqualTo("confidential");
                        } else if (!danger.isEmpty() || lineCut) {
                            assertThat(track).as("%s", facts).isEqualTo("handle");
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "track, vote",
        "track, ''",
        "rated, maybe",
        "answerPosts, ''",
        "outcomes, ''",
        "outcomes, 'explained,forgotten'",
        "skippedClocks, resolve"
    })
    void aCellThatTheProgramDoesNotKnowIsNamed(String output, String cell) {
        new TypeCells(name -> GOOD.getOrDefault(name, "")).check();
        var bad = new HashMap<>(GOOD);
        bad.put(output, cell);
        assertThatThrownBy(() -> new TypeCells(name -> bad.getOrDefault(name, "")).check())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(output);
    }

    @Test
    void theResultsAreThoseOfTheTypeOnItsWay() {
        assertThat(catalogue.outcomesOf("ganshui", "suggestion", "handle")).contains("notAdopted");
        assertThat(catalogue.outcomesOf("ganshui", "praise", "thank")).containsExactly("thanked");
        // Praise about a danger is handled like everything else.
        assertThat(catalogue.outcomesOf("ganshui", "praise", "handle"))
                .contains("solved")
                .doesNotContain("thanked");
        assertThat(catalogue.outcomesOf("ganshui", "a type that was removed", "a way that was removed"))
                .contains("solved");
    }

    @Test
    void aTypeThatALocalityLeavesOutOfItsOwnTableIsNotTakenThere() {
        assertThat(catalogue.findType("ganshui", "wish")).isPresent();
        assertThat(catalogue.findType("xinanjie", "wish")).isEmpty();
    }
}
