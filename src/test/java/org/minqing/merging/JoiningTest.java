package org.minqing.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealDraft;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;

/** Whoever sees that others told of it before files his own as part of that, and nothing that a person has to judge goes that way. */
@MinqingTest
class JoiningTest extends AppealRules {

    private static final String MAST = """
            {"locality":"ganshui","unit":"ganshui-shuanglong-02","category":"telecommunications","description":"凤凰坡基站没有信号"}""";

    private final List<String> codes = new ArrayList<>();

    private AppealCase original;

    @BeforeEach
    void somebodyToldOfIt() {
        time.begin("2026-06-08T09:00");
        original = matter("凤凰坡上的基站全停", "王小二", "13800005555").submitted();
    }

    /** A matter ends with the last who told of it. */
    @AfterEach
    void allTakeTheirPartBack() {
        codes.forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    private AppealDraft matter(String words, String name, String phone) {
        return anAppeal()
                .about("telecommunications")
                .at("ganshui-shuanglong-02")
                .telling(words, words)
                .signed(name, phone);
    }

    private String offer() {
        return offered(MAST).path("offer").asText();
    }

    private JsonNode offered(String question) {
        return similar(question).path(0);
    }

    private JsonNode similar(String question) {
        var answer = api.post("/api/similar", question);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.raw().body()).doesNotContain(original.number(), "王小二", "全停");
        return answer.json().path("similar");
    }

    private AppealDraft neighbour() {
        return matter("凤凰坡基站没有信号，电话打不通", "李四娘", "13800006666");
    }

    @Test
    void hisOwnIsPartOfTheMatterAtOnceWithANumberAndACodeOfItsOwn() {
        var receipt = neighbour().joining(offer()).sent();
        assertThat(receipt.status()).as(receipt.raw().body()).isEqualTo(201);
        var own = receipt.json();
        codes.add(own.path("trackingCode").asText());
        assertThat(own.path("joined").asBoolean()).isTrue();
        assertThat(own.path("number").asText()).isNotEqualTo(original.number());
        assertThat(receipt.raw().body()).doesNotContain(original.number());
        assertThat(jdbc.sql("select merged_into from appeal where number = ?")
                        .param(own.path("number").asText())
                        .query(String.class)
                        .single())
                .isEqualTo(original.number());
        assertThat(own.path("promises"))
                .as("what was promised to the first")
                .isEqualTo(promises(tracked(original).path("promises")));
        var tracked = api.get("/api/track/" + own.path("trackingCode").asText());
        assertThat(tracked.json().path("matter").path("voices").asInt()).isEqualTo(2);
        assertThat(tracked.raw().body()).doesNotContain(original.number(), "王小二", "全停", "13800005555");
        assertThat(original.tracked()).contains("自己选择合并办理，共有 2 人反映").doesNotContain("李四娘", "电话打不通");
        // It waits for nobody, and its own clocks never ran.
        assertThat(new Stored(jdbc)
                        .count(
                                "select count(*) from sla_clock where appeal = ?",
                                own.path("number").asText()))
                .isZero();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(own.path("number").asText())
                        .count())
                .isZero();
    }

    private static JsonNode promises(JsonNode tracked) {
        var told = new ObjectMapper().createObjectNode();
        for (var promise : List.of("respondBy", "resolveBy")) {
            told.set(promise, tracked.path(promise).path("at"));
        }
        return told;
    }

    @Test
    void heFollowsAndRatesForHimself() {
        var code = joined().path("trackingCode").asText();
        handled(original);
        var answer = api.post("/api/track/" + code + "/rating", "{\"grade\":4,\"resolved\":true,\"contacted\":true}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(original.status()).isEqualTo("FEEDBACK");
        original.rated(SATISFIED);
        assertThat(original.status()).isEqualTo("CLOSED");
    }

    @Test
    void theSameRequestAgainJoinsOnce() {
        var body = body(offer());
        var key = UUID.randomUUID().toString();
        var first = api.submit(key, body);
        var again = api.submit(key, body);
        codes.add(first.json().path("trackingCode").asText());
        assertThat(first.json().path("joined").asBoolean()).isTrue();
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(voices()).isEqualTo(2);
    }

    private static String body(String offer) {
        return """
                {"locality":"ganshui","channel":"online","category":"telecommunications","description":"凤凰坡基站没有信号",
                 "location":{"unit":"ganshui-shuanglong-02"},"joins":"%s"}""".formatted(offer);
    }

    /** How many stand behind it, as its own resident reads it. */
    private int voices() {
        return tracked(original).path("matter").path("voices").asInt();
    }

    @Test
    void whatHasToBeJudgedFirstIsHandledByItself() {
        var offer = offer();
        for (var said : List.<UnaryOperator<AppealDraft>>of(
                draft -> draft.inDanger("electricity"),
                draft -> draft.telling("没有信号", "凤凰坡基站没有信号，电线垂下来漏电，有人触电了"),
                draft -> draft.thatIs("vulnerable"),
                draft -> draft.thatIs("aboutStaff"),
                draft -> draft.thatIs("lineCut"),
                draft -> draft.thatIs("safetyRisk"),
                draft -> draft.ofType("consultation"),
                draft -> draft.ofType("report"),
                draft -> draft.about("parking"),
                draft -> draft.at("ganshui-tieshiya-01").telling("渠道", "水渠塌了半边"))) {
            byItself(said.apply(neighbour()).joining(offer));
        }
        assertThat(tracked(original).path("matter").isNull()).isTrue();
    }

    /** Nobody can make an offer for himself, keep one for long, or use that of another matter. */
    @ParameterizedTest
    @CsvSource({"AAAAAAAAAAAAAAAAAAAAAAAA", "''", "GS-20310106-0001", "x", "' '", "../../../../../../../../"})
    void whatWasNotOfferedJoinsNothing(String offer) {
        byItself(neighbour().joining(offer));
    }

    @Test
    void anOfferIsNoText() {
        Stored.problem(api.submit(body("x").replace("\"x\"", "7")), 400, "joins");
    }

    @Test
    void anOfferHoldsForADayAtMost() {
        var offer = offer();
        time.pass("PT11H");
        assertThat(joined(offer).path("joined").asBoolean()).isTrue();
        time.pass("PT14H");
        byItself(neighbour().joining(offer));
    }

    /** What he was offered ended meanwhile, was found to be confidential, or has a result already. */
    @Test
    void whatMayNotBeJoinedAnyMoreIsNotJoined() {
        var offer = offer();
        handled(original);
        assertThat(offered(MAST).path("offer").isNull()).isTrue();
        byItself(neighbour().joining(offer));
        original.rated(SATISFIED);
        byItself(neighbour().joining(offer));
    }

    @Test
    void whatIsConfidentialIsNeitherOfferedNorJoined() {
        var offer = offer();
        var others = similar(MAST).size() - 1;
        var answer = original.desk("dispatcher")
                .post(
                        "/api/appeals/" + original.number() + "/correction",
                        "{\"reason\":\"反映的是工作人员\",\"facts\":{\"aboutStaff\":true}}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(similar(MAST)).hasSize(others);
        byItself(neighbour().joining(offer));
    }

    /** From ten people on the tables may say otherwise: a person merges and they are asked. */
    @Test
    void asManyAsChangeTheJudgementWaitForADispatcher() {
        for (int voice = 2; voice < 10; voice++) {
            joined();
        }
        byItself(neighbour().joining(offer()));
    }

    @Test
    void aDispatcherPartsWhatIsAnotherMatterAndItIsHandledAsIfItHadJustComeIn() {
        var own = joined();
        var number = own.path("number").asText();
        time.pass("PT3H");
        var dispatcher = original.desk("dispatcher");
        var sheet = dispatcher.get("/api/appeals/" + original.number()).json();
        assertThat(sheet.path("reporters").findValuesAsText("himself")).containsExactly("false", "true");
        for (var other : List.of("supervisor", "grid-02", "registrar")) {
            assertThat(original.desk(other)
                            .post("/api/appeals/" + number + "/part", "{}")
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
        Stored.problem(dispatcher.post("/api/appeals/" + original.number() + "/part", "{}"), 409);
        var answer = dispatcher.post("/api/appeals/" + number + "/part", "{}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        Stored.problem(dispatcher.post("/api/appeals/" + number + "/part", "{}"), 409);

        var parted = original.subCase(number);
        assertThat(parted.status()).isEqualTo("RECEIVED");
        assertThat(parted.appeal("coalesce(merged_into, '-')")).isEqualTo("-");
        assertWaiting(parted, AppealHandling.RESPOND);
        assertThat(parted.clocks()).contains("RESPOND 0 RUNNING", "RESOLVE 0 RUNNING");
        var tracked = api.get("/api/track/" + own.path("trackingCode").asText()).json();
        assertThat(tracked.path("matter").isNull()).isTrue();
        assertThat(tracked.path("promises").path("respondBy").path("at").asText())
                .isNotEmpty();
        assertThat(tracked.path("timeline").findValuesAsText("what").toString()).contains("单独办理");
        assertThat(voices()).isZero();
        assertThat(dispatcher.get("/api/appeals/" + original.number()).raw().body())
                .contains("一位反映人说的不是同一事项，已分开办理，还有 1 人反映");
        assertThat(original.tracked()).doesNotContain("不是同一事项");
        handled(parted);
        assertThat(parted.status()).isEqualTo("FEEDBACK");
    }

    /** A dispatcher who merged has seen both; what he did stays. */
    @Test
    void whatADispatcherMergedIsNotParted() {
        var merged = neighbour().submitted().mergedInto(original);
        Stored.problem(original.desk("dispatcher").post("/api/appeals/" + merged.number() + "/part", "{}"), 409);
    }

    @Test
    void whoTookHisPartBackIsNotPartedAnyMore() {
        var own = joined();
        assertThat(api.post("/api/track/" + own.path("trackingCode").asText() + "/withdrawal", "{}")
                        .status())
                .isEqualTo(200);
        Stored.problem(
                original.desk("dispatcher")
                        .post("/api/appeals/" + own.path("number").asText() + "/part", "{}"),
                409);
    }

    /** Its course and its card stand, though it never had a process. */
    @Test
    void staffReadWhatWasJoined() {
        var number = joined().path("number").asText();
        var dispatcher = Session.of(api, "ganshui-dispatcher");
        for (var page : List.of("", "/process")) {
            var answer = dispatcher.send("GET", "/desk/appeals/" + number + page, null, "text/html");
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
        }
        assertThat(dispatcher
                        .send("GET", "/desk/appeals/" + number, null, "text/html")
                        .body())
                .contains("选择并入一起办理", "不是同一件事，分开办理");
        var card = dispatcher
                .send("GET", "/desk/appeals/" + original.number(), null, "text/html")
                .body();
        assertThat(card).contains("居民提交时自己选择并入").doesNotContain("不是同一件事，分开办理");
    }

    /** By whoever it is offered to, step by step. */
    private static void handled(AppealCase appeal) {
        appeal.respondedBy(appeal.offeredTo()).dispatchedAsDecided();
        appeal.handledBy(appeal.offeredTo());
    }

    private JsonNode joined() {
        return joined(offer());
    }

    private JsonNode joined(String offer) {
        var receipt = neighbour().joining(offer).sent();
        codes.add(receipt.json().path("trackingCode").asText());
        assertThat(receipt.json().path("joined").asBoolean())
                .as(receipt.raw().body())
                .isTrue();
        return receipt.json();
    }

    private void byItself(AppealDraft draft) {
        var receipt = draft.sent();
        assertThat(receipt.status()).as(receipt.raw().body()).isEqualTo(201);
        assertThat(receipt.json().path("joined").asBoolean(true))
                .as(receipt.raw().body())
                .isFalse();
        api.post("/api/track/" + receipt.json().path("trackingCode").asText() + "/withdrawal", "{}");
    }

    private JsonNode tracked(AppealCase appeal) {
        try {
            return new ObjectMapper().readTree(appeal.tracked());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
