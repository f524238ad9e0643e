package org.minqing.desk.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;

/** A resident who has lost his tracking code gets another from whoever answers his call, and the old one is nobody's. */
@MinqingTest
class CodeReissueTest extends AppealRules {

    private static final String WHY = "{\"purpose\":\"短信删了，姓名电话已核对\"}";

    private AppealCase appeal;
    private String old;

    @BeforeEach
    void anAppealWhoseCodeIsLost() {
        appeal = anAppeal().signed("丢码居民", "0911-555-0401").submitted();
        old = appeal.appeal("tracking_code");
    }

    private Api.Answer asked(String person, String body) {
        return appeal.desk(person).post("/api/appeals/" + appeal.number() + "/code", body);
    }

    @Test
    void whoeverAnswersCallsGivesAnotherAndTheOldOneDiesAtOnce() {
        for (var person : List.of("registrar", "caller", "dispatcher")) {
            var before = appeal.appeal("tracking_code");
            var code = asked(person, WHY).json().path("trackingCode").asText();
            assertThat(code).matches("[0-9A-Z]{16}").isNotEqualTo(before);
            Stored.alike(api.get("/api/track/" + before), api.get("/api/track/AAAAAAAAAAAAAAAA"));
            assertThat(api.get("/api/track/" + code).json().path("number").asText())
                    .isEqualTo(appeal.number());
        }
        api.post("/api/track/" + appeal.appeal("tracking_code") + "/withdrawal", "{}");
    }

    /** He would otherwise not know that somebody else may have it. */
    @Test
    void itIsOnTheTimelineThatTheResidentReadsAndAmongTheLooks() {
        var code = asked("registrar", WHY).json().path("trackingCode").asText();
        assertThat(api.get("/api/track/" + code).raw().body()).contains("核对身份后补发查询码，原来的查询码作废");
        assertThat(Session.of(api, "ganshui-auditor")
                        .send("GET", "/desk/contact-looks?appeal=" + appeal.number(), null, "text/html")
                        .body())
                .contains("短信删了，姓名电话已核对", "补发查询码")
                .doesNotContain(code);
        api.post("/api/track/" + code + "/withdrawal", "{}");
    }

    @Test
    void thePageShowsItOnceAndKeepsWhatWasTyped() {
        var session = Session.of(api, "ganshui-registrar");
        var path = "/desk/appeals/" + appeal.number() + "/code";
        assertThat(session.send("GET", path, null, "text/html").body()).contains("先核实是不是本人");
        var empty = session.submit(path, "purpose=+");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("purpose-problem");
        assertThat(appeal.appeal("tracking_code")).isEqualTo(old);
        var shown = session.submit(path, "purpose=a").body();
        var code = appeal.appeal("tracking_code");
        assertThat(shown).contains(code.replaceAll("(.{4})(?=.)", "$1 "));
        assertThat(session.send("GET", path, null, "text/html").body()).doesNotContain(code.substring(0, 4) + " ");
        api.post("/api/track/" + code + "/withdrawal", "{}");
    }

    @Test
    void nobodyElseGivesOneOut() {
        for (var person : List.of("grid-01", "supervisor", "auditor", "safety")) {
            Stored.problem(asked(person, WHY), 404);
        }
        Stored.problem(api.as("matou-dispatcher").post("/api/appeals/" + appeal.number() + "/code", WHY), 404);
        Stored.problem(asked("registrar", "{}"), 400, "purpose");
        assertThat(appeal.appeal("tracking_code")).isEqualTo(old);
    }

    /** Who has the code rates in the resident's name. */
    @Test
    void whoeverHandledItGivesNoneOut() {
        jdbc.sql("""
                insert into appeal_event (appeal, at, kind, actor, actor_as, text, public)
                values (?, now(), 'responded', 'ganshui-dispatcher', '派单员', '响应', false)""").param(appeal.number()).update();
        Stored.problem(asked("dispatcher", WHY), 409);
        assertThat(appeal.appeal("tracking_code")).isEqualTo(old);
    }

    @Test
    void whoMayNotKnowTheResidentCannotMakeSureThatItIsHe() {
        jdbc.sql("update appeal_contact set anonymous = true where appeal = ?")
                .param(appeal.number())
                .update();
        Stored.problem(asked("dispatcher", WHY), 404);
        assertThat(asked("caller", WHY).status()).isEqualTo(200);
        api.post("/api/track/" + appeal.appeal("tracking_code") + "/withdrawal", "{}");
    }

    /** Whoever has kept the first request is not shown the code that was given to the resident since. */
    @Test
    void theFirstRequestSentAgainDoesNotTellTheNewCode() throws Exception {
        var body = """
                {"locality":"ganshui","channel":"phone","category":"other","title":"丢码","description":"丢了查询码"}""";
        var first = submit(body);
        var code = first.path("trackingCode").asText();
        assertThat(submit(body).path("trackingCode").asText()).isEqualTo(code);
        var other = api.as("ganshui-caller")
                .post("/api/appeals/" + first.path("number").asText() + "/code", WHY)
                .json()
                .path("trackingCode")
                .asText();
        assertThat(submit(body).path("trackingCode").isNull()).isTrue();
        api.post("/api/track/" + other + "/withdrawal", "{}");
    }

    private JsonNode submit(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(api.base() + "/api/appeals"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a-key-that-nobody-hits-on-by-chance-0401")
                .header("Client-Secret", "a-secret-that-nobody-knows-but-himself-0401")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    @Test
    void alsoAfterTheEndBecauseHeMayStillAskForAReview() {
        assertThat(appeal.withdrawn().status()).isEqualTo("WITHDRAWN");
        var code = asked("caller", WHY).json().path("trackingCode").asText();
        assertThat(api.get("/api/track/" + code).status()).isEqualTo(200);
    }
}
