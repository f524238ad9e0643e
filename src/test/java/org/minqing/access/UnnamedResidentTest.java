package org.minqing.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** A resident who asked not to be named is known to few, and whoever works on his appeal reaches him through them or by his code. */
@MinqingTest
class UnnamedResidentTest extends Talk {

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    private static final String NAME = "欧阳保密";
    private static final String PHONE = "0911-555-0199";

    private String number;
    private String code;

    @BeforeEach
    void anAppealOfAResidentWhoStaysUnnamed() {
        var body = sound();
        body.putObject("resident").put("name", NAME).put("phone", PHONE).put("anonymous", true);
        var receipt = accepted(body);
        number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
    }

    @Test
    void hisNameIsReadByCallBackAndPetitionOfficeAloneAndEachLookIsKept() {
        for (var person : List.of(
                "shibu-grid-01",
                "shibu-secretary-chengxi",
                "shibu-dispatcher",
                "shibu-supervisor",
                "shibu-registrar")) {
            var answer = api.as(person).post("/api/appeals/" + number + "/contact", "{\"purpose\":\"核实\"}");
            assertThat(answer.status()).as(person).isEqualTo(200);
            assertThat(answer.raw().body()).as(person).doesNotContain(NAME, PHONE);
            var page = Session.of(api, person).submit("/desk/appeals/" + number + "/contact", "purpose=a");
            assertThat(page.body()).as(person).doesNotContain(NAME, PHONE).contains("姓名和电话只有回访员和信访接待岗看得到");
        }
        assertThat(looks()).isZero();
        for (var person : List.of("shibu-caller", "shibu-caller-2")) {
            assertThat(api.as(person)
                            .post("/api/appeals/" + number + "/contact", "{\"purpose\":\"代为联系\"}")
                            .raw()
                            .body())
                    .as(person)
                    .contains(NAME, PHONE);
        }
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void onThePhoneTheHandlerFindsAQuestionInPlaceOfTheName() {
        var task =
                api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
        var session = Session.of(api, "shibu-grid-01");
        assertThat(session.send("GET", "/desk/tasks/" + task, null, "text/html").body())
                .contains("向居民提问")
                .doesNotContain("/desk/tasks/" + task + "/contact");
        assertThat(session.submit(
                                "/desk/tasks/" + task + "/contact",
                                "_purpose=%E8%81%94%E7%B3%BB%E5%B1%85%E6%B0%91%E6%A0%B8%E5%AE%9E%E6%83%85%E5%86%B5")
                        .body())
                .doesNotContain(NAME, PHONE);
        assertThat(looks()).isZero();
    }

    @Test
    void theResidentAnswersWithHisCodeAndTheAnswerReachesTheTask() {
        asked("shibu-grid-01", "几号楼？");
        var question = tracked().path("questions").path(0);
        assertThat(question.path("question").asText()).isEqualTo("几号楼？");
        assertThat(question.path("who").asText()).isEqualTo("砖瓦窑沟第一网格网格员");
        var page = Session.anonymous(api);
        assertThat(page.get("/track/" + code).body()).contains("几号楼？");
        assertThat(page.submit(
                                "/track/" + code + "/answer",
                                "question=" + question.path("id").asText() + "&answer=3%E5%8F%B7%E6%A5%BC",
                                "/track/" + code)
                        .statusCode())
                .isEqualTo(303);
        assertThat(tracked().path("questions").path(0).path("answer").asText()).isEqualTo("3号楼");
        var task =
                api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
        assertThat(Session.of(api, "shibu-grid-01")
                        .send("GET", "/desk/tasks/" + task, null, "text/html")
                        .body())
                .contains("3号楼");
        assertThat(api.as("shibu-grid-01")
                        .get("/api/appeals/" + number)
                        .json()
                        .path("questions")
                        .path(0)
                        .path("answer")
                        .asText())
                .isEqualTo("3号楼");
        assertThat(stored.count("select count(*) from appeal_event where text like '%3号楼%' or text like '%几号楼%'"))
                .as("in the timeline, which more people read")
                .isZero();
    }

    @Test
    void whoMayCallHimPassesTheAnswerOn() {
        asked("shibu-grid-01", "方便上门的时间？");
        assertThat(Session.of(api, "shibu-caller").get("/desk/questions").body())
                .contains(number, "方便上门的时间？");
        assertThat(Session.of(api, "shibu-safety").get("/desk/questions").statusCode())
                .isEqualTo(200);
        assertThat(Session.of(api, "shibu-grid-01").get("/desk/questions").statusCode())
                .isEqualTo(404);
        var id = tracked().path("questions").path(0).path("id").asText();
        var blank =
                Session.of(api, "shibu-caller").submit("/desk/appeals/" + number + "/answer", "id=" + id + "&answer=");
        assertThat(blank.statusCode()).isEqualTo(400);
        assertThat(blank.body()).contains("answer-" + id + "-problem", "请写下答复");
        var answer = "{\"question\":\"" + id + "\",\"answer\":\"周三下午\"}";
        assertThat(api.as("shibu-grid-01")
                        .post("/api/appeals/" + number + "/answer", answer)
                        .status())
                .isEqualTo(404);
        assertThat(api.as("shibu-caller")
                        .post("/api/appeals/" + number + "/answer", answer)
                        .status())
                .isEqualTo(200);
        assertThat(api.as("shibu-grid-01")
                        .get("/api/appeals/" + number)
                        .json()
                        .path("questions")
                        .path(0)
                        .path("answeredAs")
                        .asText())
                .isEqualTo("党建工作办公室回访员");
        assertThat(Session.of(api, "shibu-caller").get("/desk/questions").body())
                .doesNotContain(number);
        stored.refused(409, () -> api.as("shibu-caller").post("/api/appeals/" + number + "/answer", answer));
        stored.refused(409, () -> api.post("/api/track/" + code + "/answer", answer));
    }

    @Test
    void whatCannotBeAskedOrAnsweredIsRefused() {
        var grid = api.as("shibu-grid-01");
        stored.refused(
                400, () -> grid.post("/api/appeals/" + number + "/question", "{\"question\":\" \"}"), "question");
        stored.refused(
                400,
                () -> grid.post("/api/appeals/" + number + "/question", "{\"question\":\"" + "长".repeat(301) + "\"}"),
                "question");
        stored.refused(
                404,
                () -> api.as("shibu-grid-02").post("/api/appeals/" + number + "/question", "{\"question\":\"在吗\"}"));
        stored.refused(
                404,
                () -> api.as("shibu-auditor").post("/api/appeals/" + number + "/question", "{\"question\":\"在吗\"}"));
        stored.refused(404, () -> api.post("/api/track/" + code + "/answer", "{\"question\":\"1\",\"answer\":\"x\"}"));
        stored.refused(404, () -> api.post("/api/track/" + code + "/answer", "{\"question\":\"x\",\"answer\":\"x\"}"));
        asked("shibu-grid-01", "一？");
        var id = tracked().path("questions").path(0).path("id").asText();
        stored.refused(
                400,
                () -> api.post("/api/track/" + code + "/answer", "{\"question\":\"" + id + "\",\"answer\":\"\"}"),
                "answer");
        var other = accepted(sound()).path("trackingCode").asText();
        stored.refused(
                404,
                () -> api.post("/api/track/" + other + "/answer", "{\"question\":\"" + id + "\",\"answer\":\"x\"}"));
        asked("shibu-grid-01", "二？");
        asked("shibu-grid-01", "三？");
        stored.refused(409, () -> grid.post("/api/appeals/" + number + "/question", "{\"question\":\"四？\"}"));
        assertThat(api.post("/api/track/" + code + "/withdrawal", "{}").status())
                .isEqualTo(200);
        stored.refused(409, () -> grid.post("/api/appeals/" + number + "/question", "{\"question\":\"四？\"}"));
        stored.refused(
                409,
                () -> api.post("/api/track/" + code + "/answer", "{\"question\":\"" + id + "\",\"answer\":\"x\"}"));
    }

    @Test
    void whoMayNotSeeHisNumberCannotHaveCalledItAndEntersTheOneThatHeCalled() {
        var called = """
                {"action":"responded","contactKind":"phone",%s"contactWith":"resident","finding":"已联系"}""";
        var blind = stored.refused(
                400,
                () -> api.as("shibu-grid-01").complete("respondAppeal", number, called.formatted("")),
                "contactPhone");
        assertThat(blind.raw().body()).contains("向居民提问").doesNotContain(PHONE);
        done("shibu-grid-01", "respondAppeal", number, called.formatted("\"contactPhone\":\"0911-555-0188\","));
        var again = """
                {"action":"contacted","contactKind":"phone","contactWith":"resident","contactNote":"说明了进展"}""";
        // Whoever works on it next does not see the number that somebody else found either.
        var withOthers = stored.count("select count(*) from contact_number where appeal = ?", number);
        assertThat(withOthers).isOne();
        stored.refused(
                400, () -> api.as("shibu-secretary-chengxi").complete("handleDirectly", number, again), "contactPhone");
        done(
                "shibu-secretary-chengxi",
                "handleDirectly",
                number,
                again.replace("\"phone\",", "\"phone\",\"contactPhone\":\"0911-555-0166\","));
        done("shibu-secretary-chengxi", "handleDirectly", number, again);
    }

    private void asked(String person, String question) {
        var answer = api.as(person).post("/api/appeals/" + number + "/question", "{\"question\":\"" + question + "\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private JsonNode tracked() {
        return api.get("/api/track/" + code).json();
    }

    private long looks() {
        return stored.count("select count(*) from contact_access where appeal = ?", number);
    }
}
