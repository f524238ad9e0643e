package org.minqing.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** A phase lights when what it is called after has happened, on the resident's page and on the desk alike. */
@MinqingTest
class PhasesTest extends AppealRules {

    @Test
    void anOrdinaryAppealLightsOneAfterTheOther() {
        var appeal = anAppeal().submitted();
        assertPhases(appeal, "[群众点单] 组织派单 党员接单 群众评单 办结归档");
        appeal.claimedBy("grid-01");
        assertPhases(appeal, "群众点单+ [组织派单] 党员接单 群众评单 办结归档");
        appeal.respondedBy("grid-01");
        assertPhases(appeal, "群众点单+ 组织派单+ [党员接单] 群众评单 办结归档");
        appeal.handledBy("secretary-erju");
        assertPhases(appeal, "群众点单+ 组织派单+ 党员接单+ [群众评单] 办结归档");
        appeal.rated(SATISFIED);
        assertPhases(appeal, "群众点单+ 组织派单+ 党员接单+ 群众评单+ [办结归档]");
    }

    @Test
    void anAnsweredConsultationWasHandledAndWaitsForItsRating() {
        var appeal = anAppeal().ofType("consultation").submitted();
        assertPhases(appeal, "[群众点单] 组织派单 党员接单 群众评单 办结归档");
        appeal.answeredBy("registrar", "phone");
        assertPhases(appeal, "群众点单+ 组织派单+ 党员接单+ [群众评单] 办结归档");
    }

    @Test
    void praiseIsClosedAndNobodyWasAskedToRateIt() {
        var appeal = anAppeal().ofType("praise").submitted().praisePassedOnBy("registrar");
        assertPhases(appeal, "群众点单+ 组织派单+ 党员接单+ 群众评单 [办结归档]");
    }

    @Test
    void whatIsDoneAgainIsHandledAgainAndNotRated() {
        var appeal = anAppeal()
                .submitted()
                .respondedBy("grid-01")
                .handledBy("secretary-erju")
                .rated(DISSATISFIED);
        assertPhases(appeal, "群众点单+ 组织派单+ [党员接单] 群众评单 办结归档");
    }

    @Test
    void whatIsWithdrawnShowsThatAndNothingThatNeverHappened() {
        var atOnce = anAppeal().submitted().withdrawn();
        assertPhases(atOnce, "群众点单+ 组织派单 党员接单 群众评单 办结归档 已撤回");
        var later = anAppeal().submitted().respondedBy("grid-01").withdrawn();
        assertPhases(later, "群众点单+ 组织派单+ 党员接单+ 群众评单 办结归档 已撤回");
    }

    @Test
    void whatIsMergedShowsIntoWhat() {
        var original = anAppeal().submitted();
        var merged = anAppeal().submitted().mergedInto(original);
        assertPhases(merged, "群众点单+ 组织派单 党员接单 群众评单 办结归档 已合并办理");
    }

    /** Reached phases with a plus, the current one in brackets, and the end. */
    private static void assertPhases(AppealCase appeal, String expected) {
        var sheet = appeal.desk("supervisor").get("/api/appeals/" + appeal.number());
        assertThat(sheet.status()).isEqualTo(200);
        var progress = sheet.json().path("progress");
        assertThat(words(progress.path("phases"), progress.path("end"))).isEqualTo(expected);
        var tracked = tracked(appeal);
        assertThat(words(tracked.path("phases"), tracked.path("end"))).isEqualTo(expected);
    }

    private static JsonNode tracked(AppealCase appeal) {
        try {
            return new ObjectMapper().readTree(appeal.tracked());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String words(JsonNode phases, JsonNode end) {
        return StreamSupport.stream(phases.spliterator(), false)
                        .map(p -> p.path("current").asBoolean()
                                ? "[" + p.path("name").asText() + "]"
                                : p.path("name").asText() + (p.path("reached").asBoolean() ? "+" : ""))
                        .collect(Collectors.joining(" "))
                + (end.isNull() ? "" : " " + end.asText());
    }
}
