package org.minqing.hints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeals;
import org.minqing.problem.Refusal;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a hint when an appeal is filed: who hears it, what is raised, and where it does not go. */
@MinqingTest
class HintedAppealTest extends Talk {

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    private static final String FALLEN_LINE = "村口的高压线被树压断掉在地上，还有火花";

    @Autowired
    AppealHints hints;

    @Autowired
    Appeals appeals;

    private ObjectNode saying(String words) {
        return sound().put("description", words);
    }

    @Test
    void whoFilesADangerHearsWhomToCallAndWhichCategoryFits() {
        var receipt = accepted(saying(FALLEN_LINE));
        assertThat(receipt.path("call").get(0).path("number").asText()).isEqualTo("119");
        assertThat(receipt.path("suggestedCategory").path("code").asText()).isEqualTo("power-supply");
        var page = Session.anonymous(api)
                .get("/track/" + receipt.path("trackingCode").asText() + "?new")
                .body();
        assertThat(page).contains("有人身危险请立即拨打119").contains("类别可能是“供电”").contains("可以更改");
        var later = Session.anonymous(api)
                .get("/track/" + receipt.path("trackingCode").asText())
                .body();
        assertThat(later).doesNotContain("有人身危险");
    }

    private String fact(String number, String name) {
        return jdbc.sql("select facts ->> ? from appeal where number = ?")
                .params(name, number)
                .query(String.class)
                .single();
    }

    @Test
    void anOrdinaryMatterIsFiledAsBefore() {
        var receipt = accepted(saying("火车站门口的路灯不亮"));
        assertThat(receipt.path("call")).isEmpty();
        assertThat(receipt.path("suggestedCategory").isNull()).isTrue();
        assertThat(hints.of(appeals.get(receipt.path("number").asText()))).isEmpty();
    }

    /** What a person said stands, whatever the words are. */
    @Test
    void aHintRaisesAndNeverLowers() {
        var number = accepted(saying(FALLEN_LINE)).path("number").asText();
        assertThat(fact(number, "danger")).isEqualTo("electricity");
        var said = saying("独居老人家停水了，村支书收了钱");
        said.withObject("/facts").put("danger", "fire").put("safetyRisk", true);
        var other = accepted(said).path("number").asText();
        assertThat(fact(other, "danger")).isEqualTo("fire");
        assertThat(fact(other, "safetyRisk")).isEqualTo("true");
        assertThat(fact(other, "vulnerable")).isEqualTo("true");
        assertThat(fact(other, "lineCut")).isEqualTo("true");
        assertThat(fact(other, "aboutStaff")).isEqualTo("true");
    }

    @Test
    void staffReadTheHintOnTheirPagesAndTheEngineKnowsNoWordOfIt() {
        var number = accepted(saying(FALLEN_LINE)).path("number").asText();
        var page =
                Session.of(api, "shibu-grid-01").get("/desk/appeals/" + number).body();
        assertThat(page).contains("系统提示").contains("→ 触电危险");
        var task =
                api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
        assertThat(Session.of(api, "shibu-grid-01").get("/desk/tasks/" + task).body())
                .contains("→ 触电危险");
        assertThat(stored.count("select count(*) from act_hi_varinst where position(? in text_) > 0", "高压线"))
                .isZero();
        assertThat(stored.count("select count(*) from act_ru_variable where position(? in text_) > 0", "高压线"))
                .isZero();
    }

    @Test
    void onlyAPersonLowersAndEverybodyReadsWhoAndWhy() {
        var number = accepted(saying(FALLEN_LINE)).path("number").asText();
        var by = new Actor("shibu-grid-01", "城西一组网格员");
        hints.lowered(number, "electric-shock", by, "是通信线");
        var noted = hints.of(appeals.get(number));
        assertThat(noted).anySatisfy(hint -> assertThat(hint.words()).endsWith("→ 触电危险（已由城西一组网格员认定不成立：是通信线）"));
        assertThat(hints.standing(appeals.get(number)).found())
                .extracting(Hint::group)
                .doesNotContain("electric-shock");
        assertThatThrownBy(() -> hints.lowered(number, "electric-shock", by, "再说一次"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> hints.lowered(number, "gas-leak", by, "没有")).isInstanceOf(Refusal.class);
    }

    @Test
    void hintsAreHeardBeforeAnythingIsFiledAndNothingIsKept() {
        var before = stored.count("select count(*) from appeal_hint where word = ?", "叫不醒");
        var answer = api.post("/api/hints", """
                {"locality":"shibu","title":"老人","description":"独居老人在家昏倒了叫不醒"}""");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("words").get(0).asText()).isEqualTo("有人身危险请立即拨打120（人员伤病）");
        // Which word it was is for staff; the title is made of his own.
        assertThat(answer.raw().body().replaceAll("\"suggestedTitle\":\"[^\"]*\"", ""))
                .doesNotContain("昏倒");
        assertThat(stored.count("select count(*) from appeal_hint where word = ?", "叫不醒"))
                .isEqualTo(before);
        Stored.problem(api.post("/api/hints", "{\"locality\":\"nowhere\",\"title\":\"a\"}"), 404);
        Stored.problem(api.post("/api/hints", "{\"title\":\"a\"}"), 404);
        Stored.problem(api.post("/api/hints", "{\"locality\":\"shibu\",\"words\":\"a\"}"), 400);
        Stored.problem(api.post("/api/hints", "{\"locality\":\"shibu\",\"title\":\"" + "火".repeat(2001) + "\"}"), 400);
    }
}
