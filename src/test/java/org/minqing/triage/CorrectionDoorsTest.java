package org.minqing.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.RESPOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Who may mend a judgement, by whichever door, and what is refused with nothing half written. */
@MinqingTest
class CorrectionDoorsTest extends AppealRules {

    private static final String GAS = """
            {"category":"safety-hazard","facts":{"danger":"gas","safetyRisk":true},"reason":"到现场闻到煤气味"}""";

    @Test
    void whoeverHasATaskOfItTheDispatcherAndSupervisorsMendIt() {
        for (var person : List.of("grid-01", "dispatcher", "supervisor", "secretary-erju")) {
            var appeal = anAppeal().submitted();
            var answer = correct(appeal, "ganshui-" + person, GAS);
            assertThat(answer.status()).as(person + answer.raw().body()).isEqualTo(200);
            assertThat(answer.json().path("urgency").asText()).isEqualTo("emergency");
            assertThat(answer.json().path("applied").asBoolean()).isTrue();
            assertThat(answer.json().path("waits").asBoolean()).isFalse();
        }
    }

    /** A task of another appeal is none of this one; whoever gave his own away has none any more. */
    @Test
    void nobodyElseDoesAndHearsWhatHeWouldHearOfAnAppealThatThereNeverWas() {
        var appeal = anAppeal().submitted();
        var before = kept(appeal);
        for (var person : List.of(
                "ganshui-grid-02", "ganshui-caller", "ganshui-registrar", "ganshui-auditor", "shibu-dispatcher")) {
            assertAlike(
                    correct(appeal, person, GAS),
                    api.as(person).post("/api/appeals/GS-20990101-0001/correction", GAS),
                    person);
            var session = Session.of(api, person);
            assertThat(session.get("/desk/appeals/" + appeal.number() + "/correction")
                            .statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(kept(appeal)).isEqualTo(before);
        var responded = anAppeal().submitted().respondedBy("grid-01");
        assertThat(correct(responded, "ganshui-grid-01", GAS).status()).isEqualTo(404);
    }

    @Test
    void thePersonItIsAboutDoesNeitherMendItNorDecideOnIt() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");
        assertThat(correct(appeal, "ganshui-grid-01", GAS).status()).isEqualTo(200);
        assertThat(correct(appeal, "ganshui-grid-01", """
                {"category":"other","facts":{"danger":"","safetyRisk":false},"reason":"没有泄漏"}""").status()).isEqualTo(200);
        for (var subject : List.of("ganshui-grid-01", "ganshui-supervisor")) {
            Session.of(api, "ganshui-dispatcher")
                    .submit("/desk/appeals/" + appeal.number() + "/subject", "subject=" + subject);
            assertThat(correct(appeal, subject, GAS).status()).isEqualTo(404);
        }
        assertThat(api.as("ganshui-supervisor").hasTask("approveCorrection", appeal.number()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"category":"no-such","reason":"写错了"}                    | category
            {"category":5,"reason":"写错了"}                            | category
            {"type":"no-such","reason":"写错了"}                        | type
            {"location":{"unit":"shibu-chengxi-1-01"},"reason":"写错了"} | location.unit
            {"location":{"unit":"ganshui-sanju-01","lng":1},"reason":"写错了"} | location.lng
            {"location":"ganshui-sanju-01","reason":"写错了"}           | location
            {"facts":{"danger":"dragons"},"reason":"写错了"}            | facts.danger
            {"facts":{"vulnerable":"yes"},"reason":"写错了"}            | facts.vulnerable
            {"facts":{"peopleAffected":-1},"reason":"写错了"}           | facts.peopleAffected
            {"facts":{"knownSince":"2026-01-01"},"reason":"写错了"}     | facts.knownSince
            {"facts":{"vulnerable":true},"knownSince":"2026-03-01T00:00:00+08:00","reason":"写错了"} | knownSince
            {"facts":{"vulnerable":true}}                               | reason
            {"facts":{"vulnerable":true},"reason":" "}                  | reason
            {"facts":{"vulnerable":true},"reason":7}                    | reason
            {"facts":{"vulnerable":false},"category":"other","reason":"没有改"} | correction
            {"reason":"没有改"}                                         | correction
            """)
    void whatDoesNotFitIsRefusedByNameAndNothingIsHalfWritten(String body, String field) {
        var appeal = anAppeal().submitted();
        var before = kept(appeal);
        var answer = correct(appeal, "ganshui-dispatcher", body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.json().path("errors").findValuesAsText("field")).contains(field);
        assertThat(kept(appeal)).isEqualTo(before);
    }

    /** The page shows what is known, and whoever sends it tells all that it shows. */
    @Test
    void thePageMendsInDangerWithOneChoiceAndEverythingElseBelowIt() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");
        var session = Session.of(api, "ganshui-grid-01");
        var path = "/desk/appeals/" + appeal.number() + "/correction";
        var task = appeal.tasks().get(0).getId();
        assertThat(session.get("/desk/tasks/" + task).body()).contains(path + "?task=" + task);
        assertThat(session.get(path + "?task=" + task).body()).contains("现场发现险情", "燃气泄漏", "更正研判");

        var missing = session.submit(path, "seen=0&facts.danger=gas&facts.safetyRisk=yes&reason=");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("必填");
        var sent = session.submit(
                path,
                "seen=0&task=" + task
                        + "&facts.danger=gas&facts.safetyRisk=yes&reason=%E9%97%BB%E5%88%B0%E7%85%A4%E6%B0%94");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location"))
                .hasValue("/desk/tasks/" + appeal.task(RESPOND).getId());
        assertThat(appeal.appeal("facts")).contains("\"danger\": \"gas\"");

        // The page that was opened before does not take it back.
        var stale = session.submit(
                path, "seen=0&whole=yes&type=help&category=other&location.unit=&reason=%E5%86%99%E9%94%99%E4%BA%86");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(appeal.appeal("facts")).contains("\"danger\": \"gas\"");

        var whole = session.submit(
                path,
                "seen=1&whole=yes&type=complaint&category=other&location.unit=&facts.danger=gas&facts.safetyRisk=yes"
                        + "&facts.vulnerable=yes&facts.peopleAffected=20&reason=%E5%B1%85%E6%B0%91%E8%A1%A5%E5%85%85");
        assertThat(whole.statusCode()).as(whole.body()).isEqualTo(303);
        assertThat(appeal.appeal("type")).isEqualTo("complaint");
        var card = session.get("/desk/appeals/" + appeal.number()).body();
        assertThat(card).contains("研判更正", "闻到煤气", "居民补充", "燃气泄漏");
        assertThat(session.get("/desk/appeals/" + appeal.number() + "/process").body())
                .contains("研判更正", "闻到煤气");
    }

    private Api.Answer correct(AppealCase appeal, String person, String body) {
        return api.as(person).post("/api/appeals/" + appeal.number() + "/correction", body);
    }

    /** With the records of corrections. */
    private List<Object> kept(AppealCase appeal) {
        return List.of(
                appeal.everythingKept(),
                jdbc.sql("select c::text from appeal_correction c where appeal = ?")
                        .param(appeal.number())
                        .query(String.class)
                        .list(),
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(appeal.number())
                        .count());
    }

    private static void assertAlike(Api.Answer known, Api.Answer unknown, String person) {
        assertThat(known.status()).as(person).isEqualTo(404);
        assertThat(known.raw().body().replaceAll("GS-[0-9-]+", ""))
                .isEqualTo(unknown.raw().body().replaceAll("GS-[0-9-]+", ""));
    }
}
