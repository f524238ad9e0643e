package org.minqing.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;

/** Three residents tell of one matter. Each follows it by his own code, rates for himself, and learns nothing of the others. */
@MinqingTest
class ReportersTest extends AppealRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AppealCase original;
    private AppealCase second;
    private AppealCase third;

    @BeforeEach
    void threeReporters() {
        original = reported("甲家楼下堆了杂物", "陈大有", "13800001111");
        second = reported("乙说过道堵着", "林小满", "13800002222").mergedInto(original);
        third = reported("丙的轮椅过不去", "周望舒", "13800003333").mergedInto(original);
    }

    private AppealCase reported(String words, String name, String phone) {
        return anAppeal().saying(words).signed(name, phone).submitted();
    }

    @Test
    void eachHearsEveryStepAndRatesForHimself() {
        original.respondedBy("grid-01").progressedBy("secretary-erju");
        for (var reporter : List.of(second, third)) {
            assertThat(steps(reporter)).contains("已与反映人取得联系", "阶段反馈：已联系施工队");
            assertThat(tracked(reporter).path("canRate").asBoolean()).isFalse();
            Stored.problem(reporter.triesToRate(5, true, ""), 409);
        }
        original.handledBy("secretary-erju");
        assertThat(matter(second).path("original").path("result").asText()).isEqualTo("已解决：已经清理");
        assertThat(matter(second).path("voices").asInt()).isEqualTo(3);
        assertThat(matter(original).path("voices").asInt()).isEqualTo(3);
        assertThat(matter(original).path("original").isNull()).isTrue();

        assertThat(second.triesToRate(4, true, "来得快").status()).isEqualTo(200);
        assertThat(original.status()).as("one of three is content").isEqualTo("FEEDBACK");
        Stored.problem(second.triesToRate(1, false, ""), 409);
        original.rated(SATISFIED);
        assertThat(original.status()).isEqualTo("CLOSED");
        assertThat(third.triesToRate(3, true, "").status()).as("after the end").isEqualTo(200);
        assertThat(ratings()).containsExactlyInAnyOrder("4", "5", "3");
        assertThat(matter(third).path("rating").asText()).isEqualTo("基本满意，问题已解决");
    }

    @Test
    void oneWhoFindsItUnsolvedHasItDoneAgainOnceAndThenAllAreAskedAnew() {
        original.respondedBy("grid-01").handledBy("secretary-erju");
        assertThat(second.triesToRate(2, false, "又堆上了").status()).isEqualTo(200);
        assertThat(original.status()).isEqualTo("HANDLING");
        assertThat(original.appeal("round")).isEqualTo("1");
        assertThat(original.clocks()).contains("CALL_BACK 0 MET");
        assertThat(third.triesToRate(1, false, "").status())
                .as("no result of this round yet")
                .isEqualTo(409);
        original.dispatchedBy("dispatcher", "justice").handledBy("safety");
        for (var reporter : List.of(original, second, third)) {
            assertThat(tracked(reporter).path("canRate").asBoolean()).isTrue();
        }
        assertThat(third.triesToRate(5, true, "").status()).isEqualTo(200);
        original.rated(SATISFIED);
        assertThat(original.status()).isEqualTo("CLOSED");
    }

    /** It changes nothing any more, and is not lost. */
    @Test
    void whatComesAfterTheEndIsKeptAndShownToStaff() {
        original.respondedBy("grid-01").handledBy("secretary-erju").rated(SATISFIED);
        assertThat(third.triesToRate(1, false, "还是没有清理").status()).isEqualTo(200);
        assertThat(original.status()).isEqualTo("CLOSED");
        var sheet = original.desk("supervisor")
                .get("/api/appeals/" + original.number())
                .json();
        assertThat(sheet.path("voices").asInt()).isEqualTo(3);
        assertThat(sheet.path("reporters").findValuesAsText("rated")).contains("非常不满意，问题未解决：还是没有清理");
        var desk =
                Session.of(api, "ganshui-supervisor").get("/desk/supervision").body();
        assertThat(desk).contains(original.number(), third.number(), "还是没有清理");
    }

    @Test
    void whoWithdrawsTakesHisOwnPartBackAndTheMatterGoesOnForTheOthers() {
        original.withdrawn();
        assertThat(original.status()).isEqualTo("RECEIVED");
        assertThat(matter(original).path("withdrawn").asBoolean()).isTrue();
        Stored.problem(original.triesToWithdraw(), 409);
        original.respondedBy("grid-01").handledBy("secretary-erju");
        Stored.problem(original.triesToRate(5, true, ""), 409);
        assertThat(third.triesToRate(5, true, "").status()).isEqualTo(200);
        assertThat(original.status()).as("the next in turn has not spoken yet").isEqualTo("FEEDBACK");
        second.rated(SATISFIED);
        assertThat(original.status()).isEqualTo("CLOSED");
    }

    @Test
    void withTheLastOfItsReportersTheMatterEnds() {
        second.withdrawn();
        original.withdrawn();
        assertThat(original.status()).isEqualTo("RECEIVED");
        assertThat(matter(third).path("voices").asInt()).isEqualTo(1);
        third.withdrawn();
        assertThat(original.status()).isEqualTo("WITHDRAWN");
        Stored.problem(third.triesToWithdraw(), 409);
    }

    /** What a handler writes for all may name one of them by mistake. */
    @Test
    void noReporterLearnsWhoTheOthersAreOrWhatTheyWrote() {
        original.respondedBy("grid-01");
        assertThat(original.tries(
                                "secretary-erju",
                                "handleDirectly",
                                "{\"action\":\"done\",\"result\":\"已约陈大有（13800001111）看过，林小满也在\",\"outcome\":\"solved\",\"evidenceKind\":\"document\",\"evidence\":\"周望舒作证\"}")
                        .status())
                .isEqualTo(200);
        assertThat(second.triesToRate(4, true, "乙的悄悄话").status()).isEqualTo(200);
        nothingOfOthersIn(second, List.of("甲家楼下", "丙的轮椅", "陈大有", "周望舒", "13800001111", "13800003333"), original, third);
        nothingOfOthersIn(
                third, List.of("甲家楼下", "乙说", "陈大有", "林小满", "13800001111", "13800002222", "乙的悄悄话"), original, second);
        nothingOfOthersIn(original, List.of("乙说", "丙的轮椅", "13800002222", "13800003333", "乙的悄悄话"), second, third);
    }

    /** A plan is told to all, whoever it was written for. */
    @Test
    void eachHearsOfThePlanAndNotForWhomItWasWritten() {
        original.respondedBy("grid-01");
        assertThat(original.tries(
                                "secretary-erju",
                                "handleDirectly",
                                "{\"action\":\"done\",\"result\":\"已和陈大有（13800001111）说好，下月改造\",\"outcome\":\"planned\",\"planUntil\":\"2026-04-30\"}")
                        .status())
                .isEqualTo(200);
        assertThat(tracked(second).at("/result/plan/words").asText()).contains("下月改造");
        assertThat(steps(second)).anyMatch(step -> step.startsWith("已列入计划"));
        assertThat(tracked(original).at("/result/plan/words").asText()).contains("陈大有");
        nothingOfOthersIn(second, List.of("陈大有", "13800001111"), original, third);
    }

    private void nothingOfOthersIn(AppealCase reader, List<String> words, AppealCase... others) {
        for (var text : List.of(
                reader.tracked(), api.get("/track/" + reader.code()).raw().body())) {
            assertThat(text).doesNotContain(words.toArray(String[]::new));
            for (var other : others) {
                assertThat(text).doesNotContain(other.code(), other.number());
            }
        }
    }

    @Test
    void whoCallsBackWritesDownWhatAMergedReporterSays() {
        original.respondedBy("grid-01").handledBy("secretary-erju");
        var path = "/api/appeals/" + second.number() + "/reporter-rating";
        var body = "{\"grade\":5,\"resolved\":true,\"contacted\":true}";
        Stored.problem(original.desk("grid-01").post(path, body), 404);
        Stored.problem(original.desk("dispatcher").post(path, body), 404);
        Stored.problem(original.desk("caller").post(path, "{\"grade\":9}"), 400, "grade", "resolved");
        assertThat(original.desk("caller").post(path, body).status()).isEqualTo(200);
        Stored.problem(original.desk("caller").post(path, body), 409);
        Stored.problem(
                original.desk("caller").post("/api/appeals/" + original.number() + "/reporter-rating", body), 409);
        assertThat(matter(second).path("rating").asText()).isEqualTo("非常满意，问题已解决");
        assertWaiting(original, AppealHandling.CALL_RESIDENT);
    }

    /** At ten at night two are merged, of which the later one was promised more time. */
    @Test
    void theMatterIsDueNoLaterThanAnybodyWasPromised() {
        var earlier = anAppeal().submitted();
        time.pass("PT5H");
        var later = anAppeal().submitted();
        var promised = due(earlier);
        assertThat(due(later)).isGreaterThan(promised);
        earlier.mergedInto(later);
        assertThat(due(later)).isEqualTo(promised);
        assertThat(later.tracked()).contains("因同一事项合并办理");
        var sooner = due(original);
        anAppeal().submitted().mergedInto(original);
        assertThat(due(original)).as("a later promise moves nothing").isEqualTo(sooner);
    }

    private String due(AppealCase appeal) {
        return jdbc.sql("select due_at::text from sla_clock where appeal = ? and clock = 'RESOLVE'")
                .param(appeal.number())
                .query(String.class)
                .single();
    }

    @Test
    void voicesAreCountedAndRaiseTheUrgencyByTheTable() {
        assertThat(original.appeal("facts->>'peopleAffected'")).isEqualTo("3");
        var wages = anAppeal().about("labour").submitted();
        for (int i = 0; i < 9; i++) {
            anAppeal().about("labour").submitted().mergedInto(wages);
        }
        assertThat(wages.appeal("urgency")).isEqualTo("urgent");
        assertThat(wages.ledger()).contains("RESOLVE 0 CORRECTED", "RESOLVE 0 RETIMED");
    }

    @Test
    void whatWasDangerousInOneIsDangerousInTheMatter() {
        var dangerous = anAppeal().about("gas").inDanger("gas").submitted();
        var ordinary = anAppeal().about("gas").submitted();
        dangerous.mergedInto(ordinary);
        assertThat(ordinary.appeal("urgency")).isEqualTo("emergency");
    }

    private static List<String> steps(AppealCase reporter) {
        return matter(reporter).path("original").path("timeline").findValuesAsText("what");
    }

    private static JsonNode matter(AppealCase reporter) {
        return tracked(reporter).path("matter");
    }

    private static JsonNode tracked(AppealCase reporter) {
        try {
            return JSON.readTree(reporter.tracked());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> ratings() {
        return jdbc.sql("select grade::text from rating where appeal in (select reporters_of(?))")
                .param(original.number())
                .query(String.class)
                .list();
    }
}
