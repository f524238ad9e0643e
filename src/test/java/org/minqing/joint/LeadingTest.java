package org.minqing.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** What a lead does with co-handlers, by whichever door, and who does it not. */
@MinqingTest
class LeadingTest extends AppealRules {

    private static final String AGRICULTURE = "shibu-agriculture-agriculture";
    private static final String CIVIL = "shibu-livelihood-civil-affairs";

    private AppealCase aBoundary() {
        return anAppeal()
                .from("shibu")
                .at("shibu-jijiahe-01")
                .about("land")
                .submitted()
                .respondedBy("grid-02");
    }

    @Test
    void theLeadAsksOneMorePostWhichReadsWhatItIsAsked() {
        var appeal = aBoundary();
        assertThat(ask(appeal, "construction", CIVIL, "这户是不是低保户").status()).isEqualTo(200);
        var task = appeal.desk("livelihood").task("giveOpinion", appeal.number());
        var page = Session.of(api, "shibu-livelihood")
                .send("GET", "/desk/tasks/" + task.path("id").asText(), null, "text/html")
                .body();
        assertThat(page).contains("这户是不是低保户", "不属本单位职责");
        assertThat(ask(appeal, "construction", CIVIL, "再问一次").status()).isEqualTo(400);
    }

    @Test
    void whoLeadsOrMayNotKnowOrIsNobodyIsNotAsked() {
        var appeal = aBoundary();
        for (var coHandler : List.of(
                "shibu-construction-housing-construction", "shibu-call-back-call-back", "matou", "", AGRICULTURE)) {
            var answer = ask(appeal, "construction", coHandler, "请说明");
            assertThat(answer.status()).as(coHandler).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("coHandler");
        }
        assertThat(ask(appeal, "construction", CIVIL, " ")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("jointQuestion");
        assertThat(act(appeal, "construction", "{\"action\":\"other\",\"coHandler\":\"" + CIVIL + "\"}")
                        .status())
                .isEqualTo(400);
        var branch = anAppeal().from("shibu").at("shibu-jijiahe-01").submitted().respondedBy("grid-02");
        assertThat(ask(branch, "secretary-jijiahe", CIVIL, "请说明").status()).isEqualTo(409);
    }

    /** Work that is given to somebody lets him see the appeal: so it is not given to whoever may not. */
    @Test
    void inConfidenceNobodyIsAskedWhoMayNotReadIt() {
        var appeal = anAppeal()
                .from("matou")
                .at("matou-qianjin-1-01")
                .about("petition")
                .submitted()
                .aboutNobodyBy("safety")
                .respondedBy("safety");
        assertThat(appeal.allTasks()).hasSize(1);
        var asked = appeal.desk("safety")
                .post(
                        "/api/appeals/" + appeal.number() + "/joint",
                        "{\"action\":\"ask\",\"coHandler\":\"matou-construction-housing-construction\",\"jointQuestion\":\"请说明\"}");
        assertThat(asked.status()).isEqualTo(400);
        assertThat(asked.json().at("/errors/0/field").asText()).isEqualTo("coHandler");
        assertThat(appeal.desk("construction")
                        .get("/api/appeals/" + appeal.number())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLeadRemindsNotMoreOftenThanTheTableSays() {
        var appeal = aBoundary();
        assertThat(remind(appeal).status()).isEqualTo(409);
        time.pass("PT24H");
        assertThat(remind(appeal).status()).isEqualTo(200);
        var refused = remind(appeal);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.raw().body()).contains("3月3日 09:00 已经催过，3月4日 09:00 以后可以再催");
        time.pass("PT24H");
        assertThat(remind(appeal).status()).isEqualTo(200);
        assertThat(appeal.opinionBy("livelihood", "agreed")
                        .desk("construction")
                        .post("/api/appeals/" + appeal.number() + "/joint", body("remind"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theLeadAndTheDispatcherReleaseWhoIsNotNeededWithAReason() {
        var appeal = aBoundary();
        assertThat(act(appeal, "construction", body("release"))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("reason");
        var released = act(
                appeal,
                "dispatcher",
                "{\"action\":\"release\",\"coHandler\":\"" + AGRICULTURE + "\",\"reason\":\"不涉及耕地\"}");
        assertThat(released.status()).as(released.raw().body()).isEqualTo(200);
        assertThat(appeal.desk("livelihood").hasTask("giveOpinion", appeal.number()))
                .isFalse();
        // Who was released by somebody is not asked again in this round.
        appeal.progressedBy("construction");
        assertThat(appeal.desk("livelihood").hasTask("giveOpinion", appeal.number()))
                .isFalse();
        appeal.opinionBy("safety", "agreed");
        assertThat(appeal.triesToHandle("construction", null).status()).isEqualTo(200);
        assertThat(remind(appeal).status()).isEqualTo(404);
    }

    @Test
    void coHandlersAndStrangersDoNotLead() {
        var appeal = aBoundary();
        time.pass("PT24H");
        for (var person : List.of("livelihood", "safety", "grid-02", "grid-01", "caller", "auditor", "supervisor")) {
            assertThat(act(appeal, person, body("remind")).status()).as(person).isEqualTo(404);
            var page = Session.of(api, "shibu-" + person)
                    .submit("/desk/appeals/" + appeal.number() + "/joint", "action=remind&coHandler=" + AGRICULTURE);
            assertThat(page.statusCode()).as(person).isEqualTo(404);
        }
        assertThat(api.as("matou-dispatcher")
                        .post("/api/appeals/" + appeal.number() + "/joint", body("remind"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageShowsWhoHasAnsweredAndLetsTheLeadAct() {
        var appeal = aBoundary().opinionBy("safety", "needs");
        time.pass("PT24H");
        var session = Session.of(api, "shibu-construction");
        var path = "/desk/appeals/" + appeal.number();
        assertThat(session.get(path).body())
                .contains("会办情况", "有要求或条件", "管线由我们改", "概算 3 万元", "待提出", "催办", "另请单位会办", "民政服务岗");
        var ask = session.submit(path + "/joint", "action=ask&coHandler=" + CIVIL + "&jointQuestion=");
        assertThat(ask.statusCode()).isEqualTo(400);
        assertThat(ask.body()).contains("必填");
        assertThat(session.submit(path + "/joint", "action=ask&coHandler=" + CIVIL + "&jointQuestion=" + utf("是否低保"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(session.submit(path + "/joint", "action=remind&coHandler=" + AGRICULTURE)
                        .statusCode())
                .isEqualTo(303);
        assertThat(session.submit(path + "/joint", "action=release&coHandler=" + AGRICULTURE + "&reason=" + utf("不涉及"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(session.get(path).body()).contains("不再需要", "是否低保");
        assertThat(Session.of(api, "shibu-livelihood").get(path).body())
                .contains("会办情况")
                .doesNotContain("另请单位会办", "value=\"remind\"");
    }

    private Api.Answer ask(AppealCase appeal, String person, String coHandler, String question) {
        return act(
                appeal,
                person,
                "{\"action\":\"ask\",\"coHandler\":\"" + coHandler + "\",\"jointQuestion\":\"" + question + "\"}");
    }

    private Api.Answer remind(AppealCase appeal) {
        return act(appeal, "construction", body("remind"));
    }

    private static String body(String action) {
        return "{\"action\":\"" + action + "\",\"coHandler\":\"" + AGRICULTURE + "\"}";
    }

    private static Api.Answer act(AppealCase appeal, String person, String body) {
        return appeal.desk(person).post("/api/appeals/" + appeal.number() + "/joint", body);
    }

    private static String utf(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
