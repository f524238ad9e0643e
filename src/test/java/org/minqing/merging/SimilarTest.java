package org.minqing.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.policy.PolicyFile;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** A dispatcher sees which open appeals are likely the same matter, and why. */
@MinqingTest
class SimilarTest extends AppealRules {

    private static final String TITLE = "野猫翻垃圾桶";

    /** Of a category and in words of which no other test leaves anything at this place. */
    private AppealCase told(String unit) {
        return told(unit, TITLE, "一群野猫夜里翻垃圾桶，满地鱼骨头");
    }

    private AppealCase told(String unit, String title, String description) {
        return anAppeal().about("animals").at(unit).telling(title, description).submitted();
    }

    @Test
    void theLikeliestStandFirstWithTheReasonInWords() {
        time.begin("2026-05-11T09:00");
        var neighbour = told("ganshui-erju-02");
        time.pass("PT3H");
        var same = told("ganshui-erju-01");
        time.pass("PT3H");
        var appeal = told("ganshui-erju-01");
        assertThat(numbers(appeal)).containsExactly(same.number(), neighbour.number());
        assertThat(similar(appeal).json().path("similar").path(0).path("reason").asText())
                .isEqualTo("说法相近（一群野猫夜里翻垃圾桶、野猫翻垃圾桶、满地鱼骨头）、同一网格、同类别、相差3小时");
        assertThat(similar(appeal).json().path("similar").path(1).path("reason").asText())
                .endsWith("、相邻网格、同类别、相差6小时");
    }

    /** A resident chooses another category and does not say where: his words tell that it is the same. */
    @Test
    void whatIsToldInLikeWordsIsFoundWhereverAndAsWhateverItWasFiled() {
        time.begin("2026-08-03T09:00");
        var like = anAppeal()
                .about("safety-hazard")
                .somewhere()
                .telling("碉楼石狮子歪了", "碉楼前的石狮子歪了，怕倒下来砸人")
                .submitted();
        anAppeal()
                .about("animals")
                .at("ganshui-sanju-01")
                .telling("鸽子", "顶楼养鸽子，羽毛乱飞")
                .submitted();
        var appeal = told("ganshui-erju-01", "石狮子", "碉楼前石狮子快倒了，请扶正");
        assertThat(numbers(appeal)).containsExactly(like.number());
        assertThat(similar(appeal).json().path("similar").path(0).path("reason").asText())
                .startsWith("说法相近（")
                .contains("石狮子")
                .doesNotContain("同类别", "网格");
    }

    /** It helps whoever handles the new one, and nothing can be merged into it. */
    @Test
    void oneThatHasEndedIsThereToReadAndStandsBehindTheOpenOnes() {
        time.begin("2026-08-17T09:00");
        var ended = told("ganshui-erju-01", "黄鼠狼", "黄鼠狼钻进鸡舍咬鸡")
                .respondedBy("grid-01")
                .dispatchedAsDecided();
        jdbc.sql("update appeal set status = 'CLOSED', closed_at = submitted_at + interval '1 hour' where number = ?")
                .param(ended.number())
                .update();
        time.pass("P2D");
        var open = told("ganshui-erju-02", "黄鼠狼", "鸡舍又来了黄鼠狼");
        var appeal = told("ganshui-erju-01", "黄鼠狼", "黄鼠狼钻进鸡舍咬鸡");
        assertThat(numbers(appeal)).containsExactly(open.number(), ended.number());
        assertThat(similar(appeal).json().path("similar").path(0).path("open").asBoolean())
                .isTrue();
        assertThat(similar(appeal).json().path("similar").path(1).path("open").asBoolean())
                .isFalse();
        var page = Session.of(api, "ganshui-dispatcher")
                .get("/desk/appeals/" + appeal.number())
                .body();
        assertThat(page)
                .contains("merge?original=" + open.number())
                .doesNotContain("merge?original=" + ended.number())
                .contains("/desk/appeals/" + ended.number());
    }

    @Test
    void whatIsFarAwayLongAgoEndedOrMergedIsNotShown() {
        time.begin("2026-06-01T09:00");
        told("ganshui-erju-01");
        time.pass("P91D");
        var withdrawn = told("ganshui-erju-01").withdrawn();
        var original = told("ganshui-erju-01");
        var merged = told("ganshui-erju-01").mergedInto(original);
        var appeal = told("ganshui-erju-01");
        assertThat(numbers(appeal))
                .containsExactly(original.number())
                .doesNotContain(withdrawn.number(), merged.number());
        assertThat(similar(appeal).json().path("similar").path(0).path("voices").asInt())
                .isEqualTo(2);
        assertThat(similar(merged).json().path("similar")).isEmpty();
    }

    /** Where he writes the number, in Tasklist: he need not look for it elsewhere. */
    @Test
    void aDispatcherIsShownThemWithTheTaskInWhichHeMayMerge() {
        time.begin("2026-05-18T09:00");
        var same = anAppeal()
                .about("land")
                .at("ganshui-erju-01")
                .telling("地界不清", "邻居把地界挪了")
                .submitted();
        var appeal = anAppeal()
                .about("land")
                .at("ganshui-erju-01")
                .telling("地界", "两家争一条地界")
                .submitted()
                .respondedBy("grid-01");
        var task = appeal.task(AppealHandling.DISPATCH).getId();
        assertThat(Session.of(api, "ganshui-dispatcher")
                        .get("/camunda/api/engine/engine/default/task/" + task + "/form-variables")
                        .body())
                .contains(same.number(), "同一网格、同类别");
    }

    /** It is not his to know of, or nobody's to merge. */
    @Test
    void confidentialOnesAreNeverShown() {
        time.begin("2026-07-06T09:00");
        var confidential = anAppeal()
                .ofType("report")
                .about("animals")
                .at("ganshui-erju-01")
                .submitted();
        var appeal = told("ganshui-erju-01");
        assertThat(numbers(appeal)).doesNotContain(confidential.number());
        assertThat(appeal.desk("safety")
                        .get("/api/appeals/" + appeal.number() + "/similar")
                        .status())
                .isIn(401, 403, 404);
    }

    @Test
    void onlyDispatchersAreShownIt() {
        var appeal = told("ganshui-erju-01");
        for (var person : List.of("grid-01", "caller", "supervisor", "auditor")) {
            Stored.problem(appeal.desk(person).get("/api/appeals/" + appeal.number() + "/similar"), 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "withinDays: 90, withinDays: 0",
        "most: 5, most: 0",
        "most: 5, many: 5",
        "least: 16, least: five",
        "noWords: 20, noWords: -1",
        "sameUnit: 100, sameUnit: 300",
        "halvedAfterDays: 60, halvedAfterDays: 0"
    })
    void aPolicyThatCannotBeUsedIsRefusedAtTheStart(String right, String wrong) throws Exception {
        var file = new ClassPathResource("merging.yml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains(right);
        var policy = new PolicyFile(
                "merging.yml", new ByteArrayResource(file.replace(right, wrong).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new MergingRules(policy)).hasMessageContaining("merging.yml");
    }

    private static List<String> numbers(AppealCase appeal) {
        return similar(appeal).json().path("similar").findValuesAsText("number");
    }

    private static org.minqing.support.Api.Answer similar(AppealCase appeal) {
        return appeal.desk("dispatcher").get("/api/appeals/" + appeal.number() + "/similar");
    }
}
