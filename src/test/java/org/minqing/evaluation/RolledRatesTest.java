package org.minqing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** A unit answers for those below it; behind a grid stands one person, who has no rate. */
@MinqingTest
class RolledRatesTest extends AppealRules {

    private static final String JUNE = "?from=2026-06-01&to=2026-07-01&cutOff=2026-06-04T12:00";

    private static boolean told;

    /** Eleven of Erju, ten answered in time and one never; one more that is not due yet; one of Sanju. */
    @BeforeEach
    void twoGridsOfOneVillage() {
        if (!told) {
            told = true;
            time.begin("2026-06-01T09:00");
            for (int i = 0; i < 10; i++) {
                anAppeal().submitted().respondedBy("grid-01");
            }
            anAppeal().at("ganshui-erju-02").submitted();
            anAppeal().at("ganshui-sanju-01").submitted();
            time.pass("P3D");
            anAppeal().submitted();
        }
        time.set("2026-06-04T13:00");
    }

    @Test
    void aVillageHasTheCasesOfItsGridsAndAGridHasNoRate() {
        var units = rate("responseRate").path("units");
        assertThat(units).extracting(u -> u.path("unit").asText()).noneMatch(code -> code.matches(".*-\\d\\d"));
        var erju = unit(units, "ganshui-erju");
        assertThat(erju.path("numerator").asInt()).isEqualTo(10);
        assertThat(erju.path("denominator").asInt())
                .as("without what is not due yet")
                .isEqualTo(11);
        assertThat(erju.path("value").asText()).isEqualTo("90.9");
        assertThat(rate("responseRate").path("total").path("denominator").asInt())
                .isEqualTo(12);
    }

    @Test
    void ofTooFewCasesOnlyTheNumberIsTold() {
        var sanju = unit(rate("responseRate").path("units"), "ganshui-sanju");
        assertThat(sanju.path("standing").asText()).isEqualTo("tooFew");
        assertThat(sanju.path("denominator").asInt()).isEqualTo(1);
        for (var field : new String[] {"numerator", "value", "low", "high"}) {
            assertThat(sanju.path(field).isNull()).as(field).isTrue();
        }
        assertThat(Session.of(api, "ganshui-supervisor")
                        .get("/desk/rates" + JUNE)
                        .body())
                .contains("共 1", "90.9%", "10/11");
    }

    @Test
    void neitherTheMetricsNorTheTrendTellOfAGrid() {
        var metrics = api.as("ganshui-auditor").get("/api/sla/metrics" + JUNE).json();
        assertThat(metrics.path("units"))
                .extracting(u -> u.path("unit").asText())
                .noneMatch(code -> code.matches(".*-\\d\\d"));
        assertThat(metrics.path("digested").asText()).doesNotContain("ganshui-erju-01");
        var session = Session.of(api, "ganshui-supervisor");
        assertThat(session.get("/desk/rates/trend?unit=ganshui-erju-01").statusCode())
                .isEqualTo(400);
        assertThat(session.get("/desk/rates/trend?unit=ganshui-erju").body()).doesNotContain("ganshui-erju-01");
    }

    private JsonNode rate(String code) {
        for (var rate : api.as("ganshui-supervisor")
                .get("/api/evaluation/rates" + JUNE)
                .json()
                .path("rates")) {
            if (rate.path("code").asText().equals(code)) {
                return rate;
            }
        }
        throw new AssertionError(code);
    }

    private static JsonNode unit(JsonNode units, String code) {
        for (var unit : units) {
            if (unit.path("unit").asText().equals(code)) {
                return unit;
            }
        }
        throw new AssertionError(code + " in " + units);
    }
}
