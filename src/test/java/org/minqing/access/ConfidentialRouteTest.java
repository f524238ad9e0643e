package org.minqing.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** Petitions, reports and what is about staff: who sees them before it is known whom they are about, and who afterwards. */
@MinqingTest
class ConfidentialRouteTest extends Talk {

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    private static final String NOBODY = """
            {"action":"none","reason":"是历史遗留的征地补偿问题"}""";

    /** Of Matou: everybody who works there. */
    private static final List<String> STAFF = Stream.of(
                    "grid-01",
                    "grid-02",
                    "secretary-qianjin",
                    "secretary-xinhe",
                    "volunteer",
                    "construction",
                    "livelihood",
                    "safety",
                    "dispatcher",
                    "caller",
                    "caller-2",
                    "supervisor",
                    "leader",
                    "registrar",
                    "auditor")
            .map(name -> "matou-" + name)
            .toList();

    @Test
    void untilItIsKnownWhomItIsAboutTheOfficeForPetitionsSeesItAlone() {
        var number = reported("村支书收了钱才给盖章");
        assertThat(seeing(number)).containsExactly("matou-safety");
        assertThat(api.as("matou-safety").hasTask("nameSubject", number)).isTrue();
    }

    @Test
    void afterwardsThoseSeeItWhoHaveToAndNeverWhomItIsAbout() {
        var number = reported("村支书收了钱才给盖章");
        done("matou-safety", "nameSubject", number, named("matou-secretary-qianjin"));
        assertThat(seeing(number))
                .containsExactly(
                        "matou-safety", "matou-dispatcher", "matou-supervisor", "matou-leader", "matou-auditor");
        assertThat(api.as("matou-safety").hasTask("respondAppeal", number)).isTrue();
    }

    @Test
    void whoGetsThePostThatIsComplainedAboutDoesNotSeeItEither() {
        var number = reported("督办室压着不办");
        done("matou-safety", "nameSubject", number, """
                {"action":"named","bodies":["matou-general-office"]}""");
        assertThat(seeing(number)).containsExactly("matou-safety", "matou-dispatcher", "matou-leader", "matou-auditor");
        jdbc.sql("insert into act_id_membership values ('matou-auditor', 'matou-general-office-supervisor')")
                .update();
        try {
            assertThat(seeing(number)).containsExactly("matou-safety", "matou-dispatcher", "matou-leader");
        } finally {
            jdbc.sql("delete from act_id_membership where user_id_ = 'matou-auditor' and group_id_ like '%supervisor'")
                    .update();
        }
    }

    @Test
    void anUnitThatIsNamedHidesItFromAllItsParts() {
        var number = reported("前进村的干部优亲厚友");
        done("matou-safety", "nameSubject", number, """
                {"action":"named","bodies":["matou-qianjin"]}""");
        assertThat(jdbc.sql("select person from subjects_of(?) person order by 1")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("matou-grid-01", "matou-secretary-qianjin", "matou-volunteer");
    }

    @Test
    void whereNobodyWhoWorksHereIsConcernedThatIsWrittenDownWithAReason() {
        var number = number(petition("多年前的征地补偿没有说法"));
        stored.refused(400, () -> named(number, "{\"action\":\"none\"}"), "reason");
        stored.refused(400, () -> named(number, "{\"action\":\"named\"}"), "people");
        done("matou-safety", "nameSubject", number, NOBODY);
        assertThat(seeing(number))
                .contains("matou-supervisor")
                .doesNotContain("matou-secretary-qianjin", "matou-grid-01");
    }

    /** Somebody else turns out to be concerned, when it has long been answered. */
    @Test
    void theOfficeForPetitionsNamesOthersLaterAndAHandlerNobody() {
        var number = number(petition("反映村里低保"));
        done("matou-safety", "nameSubject", number, named("matou-secretary-qianjin"));
        assertThat(Session.of(api, "matou-safety")
                        .submit("/desk/appeals/" + number + "/subject", "subject=matou-supervisor")
                        .statusCode())
                .isEqualTo(303);
        assertThat(seeing(number)).doesNotContain("matou-supervisor");
        var open = accepted(sound()).path("number").asText();
        assertThat(Session.of(api, "shibu-grid-01")
                        .get("/desk/appeals/" + open + "/subject")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyNamesHimselfNorHisOwnPost() {
        var number = number(petition("信访室不给登记"));
        stored.refused(400, () -> named(number, named("matou-safety")), "people");
        stored.refused(400, () -> named(number, "{\"action\":\"named\",\"bodies\":[\"matou-rule-of-law\"]}"), "bodies");
        stored.refused(400, () -> named(number, named("shibu-leader")), "people");
        stored.refused(400, () -> named(number, "{\"action\":\"named\",\"bodies\":[\"matou\"]}"), "bodies");
        assertThat(seeing(number)).containsExactly("matou-safety");
    }

    @Test
    void whoWroteItDownSeesItUnlessItIsAboutHim() {
        var session = Session.of(api, "matou-registrar");
        var start = session.post(
                "/camunda/api/engine/engine/default/process-definition/"
                        + jdbc.sql(
                                        "select id_ from act_re_procdef where key_ = 'appealHandling' order by version_ desc limit 1")
                                .query(String.class)
                                .single()
                        + "/submit-form",
                """
                {"variables":{"channel":{"value":"phone"},"category":{"value":"petition"},"title":{"value":"反映干部作风"},
                 "description":{"value":"办事推诿"},"accused":{"value":"村支书丁某"}}}""");
        assertThat(start.statusCode()).as(start.body()).isEqualTo(200);
        var number = jdbc.sql(
                        "select number from appeal where recorded_by = 'matou-registrar' order by submitted_at desc, number desc limit 1")
                .query(String.class)
                .single();
        assertThat(seeing(number)).containsExactlyInAnyOrder("matou-safety", "matou-registrar");
        done("matou-safety", "nameSubject", number, named("matou-registrar"));
        assertThat(seeing(number)).doesNotContain("matou-registrar");
    }

    @Test
    void whomTheResidentComplainsAboutIsReadByWhoFindsOutAndNobodyElse() {
        var body = petition("反映干部作风").put("accused", "村支书丁某某");
        var number = number(body);
        var task = api.as("matou-safety").task("nameSubject", number).path("id").asText();
        var safety = Session.of(api, "matou-safety");
        assertThat(safety.get("/camunda/api/engine/engine/default/task/" + task
                                + "/form-variables?variableNames=accused")
                        .body())
                .contains("村支书丁某某");
        assertThat(safety.send("GET", "/desk/tasks/" + task, null, "text/html").body())
                .contains("村支书丁某某");
        done("matou-safety", "nameSubject", number, named("matou-secretary-qianjin"));
        for (var person : STAFF) {
            var session = Session.of(api, person);
            assertThat(session.send("GET", "/desk/appeals/" + number, null, "text/html")
                                    .body()
                            + session.get("/api/appeals/" + number).body()
                            + session.get("/api/tasks").body())
                    .as(person)
                    .doesNotContain("丁某某");
        }
        assertThat(stored.count("select count(*) from appeal_event where text like '%丁某某%'")
                        + stored.count("select count(*) from act_hi_varinst where text_ like '%丁某某%'")
                        + stored.count(
                                "select count(*) from act_ge_bytearray where encode(bytes_, 'escape') like '%丁某某%'"))
                .isZero();
    }

    /** A resident who names somebody complains about him, whatever category he chose. */
    @Test
    void whoeverNamesSomebodyIsHeardInConfidence() {
        var body = sound().put("locality", "matou").put("accused", "网格员许某");
        body.putObject("location").put("unit", "matou-qianjin-1-01");
        assertThat(seeing(number(body))).containsExactly("matou-safety");
        stored.refused(
                400, () -> api.submit(sound().put("accused", "长".repeat(61)).toString()), "accused");
    }

    /** A supervisor must be able to ask why nothing happens; it is not the secretary of the village complained about. */
    @Test
    void whatIsLateOfItIsSupervisedByWhoeverTheRulesSay() {
        var number = number(petition("反映村里低保"));
        time.pass("P1D");
        assertThat(seeing(number)).containsExactly("matou-safety", "matou-supervisor");
        assertThat(api.as("matou-supervisor").hasTask("superviseOverdue", number))
                .isTrue();
        assertThat(jdbc.sql("select distinct detail from sla_ledger where appeal = ? and kind = 'ESCALATED'")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("post=supervisor");
        done("matou-supervisor", "superviseOverdue", number, """
                {"measure":"urge","instruction":"今天登记"}""");
        assertThat(seeing(number)).containsExactly("matou-safety");
    }

    @Test
    void itIsWalkedToItsEnd() {
        var body = petition("反映村里低保");
        var receipt = accepted(body);
        var number = receipt.path("number").asText();
        done("matou-safety", "nameSubject", number, named("matou-secretary-qianjin"));
        done("matou-safety", "respondAppeal", number, """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已听取反映"}""");
        done("matou-safety", "handleUnderSupervision", number, """
                {"action":"done","outcome":"explained","result":"已核查并答复","evidenceKind":"document","evidence":"答复意见书"}""");
        assertThat(api.as("matou-caller").hasTask("callResident", number)).isTrue();
        assertThat(seeing(number)).contains("matou-caller").doesNotContain("matou-secretary-qianjin", "matou-grid-01");
        var rated = api.post(
                "/api/track/" + receipt.path("trackingCode").asText() + "/rating",
                "{\"grade\":5,\"accepted\":true,\"contacted\":true}");
        assertThat(rated.status()).isEqualTo(200);
        assertThat(seeing(number))
                .containsExactly(
                        "matou-safety", "matou-dispatcher", "matou-supervisor", "matou-leader", "matou-auditor");
    }

    /** The case petition-cadre-anonymous: filed without naming anybody, in a village whose posts must not hear of it. */
    @Test
    void aPetitionAboutCadresNeverReachesTheVillageNorTheNameAnybodyButWhoCalls() {
        var body = petition("反映村干部把低保给了自己亲戚").put("locality", "zhangjiashan");
        body.putObject("location").put("unit", "zhangjiashan-qiaotou-1");
        body.putObject("resident")
                .put("name", "钟保密")
                .put("phone", "0911-555-0166")
                .put("anonymous", true);
        var number = number(body);
        var village = List.of("grid-01", "secretary-qiaotou", "volunteer", "dispatcher", "supervisor", "leader");
        for (var person : village) {
            assertThat(api.as("zhangjiashan-" + person)
                            .get("/api/appeals/" + number)
                            .status())
                    .as(person)
                    .isEqualTo(404);
        }
        done("zhangjiashan-safety", "nameSubject", number, """
                {"action":"named","bodies":["zhangjiashan-qiaotou-village-committee"]}""");
        for (var person :
                List.of("grid-01", "secretary-qiaotou", "secretary-tangbian", "volunteer", "street-meeting")) {
            assertThat(api.as("zhangjiashan-" + person)
                            .get("/api/appeals/" + number)
                            .status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(contact("zhangjiashan-dispatcher", number)).doesNotContain("钟保密");
        assertThat(contact("zhangjiashan-safety", number)).contains("钟保密");
    }

    /** The case subject-is-leader. */
    @Test
    void whereTheOnlyLeaderIsTheSubjectSomebodyElseHandlesIt() {
        var number = number(petition("反映分管领导插手工程"));
        done("matou-safety", "nameSubject", number, named("matou-leader"));
        done("matou-safety", "respondAppeal", number, """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已听取反映"}""");
        assertThat(seeing(number))
                .containsExactly("matou-safety", "matou-dispatcher", "matou-supervisor", "matou-auditor");
        done("matou-safety", "handleUnderSupervision", number, """
                {"action":"done","outcome":"explained","result":"已核查并答复","evidenceKind":"document","evidence":"答复意见书"}""");
    }

    private String contact(String person, String number) {
        return api.as(person)
                .post("/api/appeals/" + number + "/contact", "{\"purpose\":\"代为联系\"}")
                .raw()
                .body();
    }

    private List<String> seeing(String number) {
        var seeing = new ArrayList<String>();
        for (var person : STAFF) {
            var answer = api.as(person).get("/api/appeals/" + number);
            assertThat(answer.status()).isIn(200, 404);
            if (answer.status() == 200) {
                seeing.add(person);
            }
        }
        return seeing;
    }

    private org.minqing.support.Api.Answer named(String number, String answers) {
        return api.as("matou-safety").complete("nameSubject", number, answers);
    }

    private static String named(String person) {
        return "{\"action\":\"named\",\"people\":[\"" + person + "\"]}";
    }

    private String reported(String text) {
        return number(petition(text).put("category", "other").put("type", "report"));
    }

    private String number(ObjectNode body) {
        return accepted(body).path("number").asText();
    }

    private static ObjectNode petition(String text) {
        var body = sound().put("locality", "matou")
                .put("category", "petition")
                .put("title", text)
                .put("description", text);
        body.putObject("location").put("unit", "matou-qianjin-1-01");
        return body;
    }
}
