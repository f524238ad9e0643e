package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.appeal.Limits;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Stored;

/** A table of time limits that cannot be applied is refused when it comes, and stores nothing if it comes all the same. */
@MinqingTest
class LimitTableTest extends AppealRules {

    private static final Map<String, String> GOOD = Map.of(
            "acceptWithin", "PT4H",
            "acceptCalendar", "workingHours",
            "respondWithin", "PT24H",
            "respondCalendar", "running",
            "resolveWithin", "P5D",
            "resolveCalendar", "workingDays",
            "answerWithin", "P7D");

    @ParameterizedTest
    @CsvSource({
        "respondWithin, -PT1H, respondWithin",
        "respondWithin, PT0S, respondWithin",
        "respondWithin, '', respondWithin",
        "resolveWithin, 5 days, resolveWithin",
        "acceptCalendar, lunar, acceptWithin",
        "respondWarnBefore, PT25H, respondWithin",
        "respondWarnBefore, -PT1H, respondWithin",
        "answerWithin, -P1D, 评价期限"
    })
    void aCellThatCannotBeALimitIsNamed(String output, String cell, String named) {
        assertThat(read(GOOD).respond().within()).hasHours(24);
        var bad = new HashMap<>(GOOD);
        bad.put(output, cell);
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private static Limits read(Map<String, String> cells) {
        return new TimeLimitCells(name -> cells.getOrDefault(name, "")).limits();
    }

    @ParameterizedTest
    @CsvSource({"\"PT24H\", \"-PT24H\"", "\"PT24H\", \"\""})
    void aTableThatIsBrokenWhileTheProgramRunsStoresNothingAndNamesThePhone(String good, String broken)
            throws IOException {
        var stored = new Stored(jdbc);
        var before = stored.rows();
        var table = Files.readString(Path.of("dmn/time-limits.dmn")).replace(good, broken);
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("dmn/time-limits.dmn", table)
                .deploy();
        try {
            var answer = api.submit("""
                    {"locality":"ganshui","channel":"phone","category":"other","title":"楼道堆物","description":"楼道堆了杂物",
                     "location":{"unit":"ganshui-erju-01"}}""");
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(503);
            assertThat(answer.json().path("detail").asText()).contains("没有保存", "023-0000-0001");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
        assertThat(stored.rows()).isEqualTo(before);
        anAppeal().submitted().withdrawn();
    }

    @Test
    void theShippedTablesCanBeApplied() {
        new DecisionCatalogue().checkRules();
    }
}
