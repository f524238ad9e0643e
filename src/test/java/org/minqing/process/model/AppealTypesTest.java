package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.ANSWER_CONSULTATION;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.PASS_ON_PRAISE;
import static org.minqing.process.AppealHandling.REMOVE_DANGER;
import static org.minqing.process.AppealHandling.RESPOND;
import static org.minqing.process.AppealHandling.SUPERVISE_OVERDUE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealDraft;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** What follows from the type of an appeal, as {@code appeal-type.dmn} says. */
@MinqingTest
class AppealTypesTest extends AppealRules {

    private AppealDraft aConsultation() {
        return anAppeal().ofType("consultation").about("gas");
    }

    private static JsonNode field(AppealCase appeal, String person, String form, String key) {
        return StreamSupport.stream(
                        appeal.desk(person)
                                .task(form, appeal.number())
                                .path("fields")
                                .spliterator(),
                        false)
                .filter(f -> f.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConsultationIsOfferedToTheDeskAndToThePostThatKnows() {
        var appeal = aConsultation().submitted();
        var groups = engine
                .getTaskService()
                .getIdentityLinksForTask(appeal.task(ANSWER_CONSULTATION).getId())
                .stream()
                .map(link -> link.getGroupId())
                .toList();
        assertThat(groups)
                .contains("ganshui-service-hall-registrar", "ganshui-command-dispatcher")
                .hasSize(3);
    }

    @Test
    void nobodyHasToBeOnSiteForAConsultation() {
        assertThat(anAppeal().about("gas").thatIs("lineCut").submitted().clocks())
                .contains("ARRIVE 0 RUNNING");
        assertThat(aConsultation().submitted().clocks())
                .containsExactlyInAnyOrder("ACCEPT 0 RUNNING", "RESPOND 0 RUNNING", "RESOLVE 0 RUNNING");
    }

    @Test
    void theAnswerToAConsultationIsItsResponseAndItsResult() {
        var appeal = aConsultation().submitted().answeredBy("registrar", "online");
        assertWaiting(appeal, CALL_RESIDENT);
        assertThat(appeal.status()).isEqualTo("FEEDBACK");
        assertThat(appeal.appeal("outcome")).isEqualTo("explained");
        assertThat(appeal.clocks())
                .containsExactlyInAnyOrder("ACCEPT 0 MET", "RESPOND 0 MET", "RESOLVE 0 MET", "CALL_BACK 0 RUNNING");
        assertThat(appeal.detail("RESPOND", "MET")).startsWith("how=online;whom=resident");
        assertThat(appeal.tracked()).contains("答复：带身份证和房产证到服务大厅办理", "\"canRate\":true");
        assertThat(appeal.rated(SATISFIED).status()).isEqualTo("CLOSED");
    }

    @Test
    void nobodyIsSaidToHandleWhatTheDeskAnswers() {
        var appeal = aConsultation().submitted();
        assertThat(appeal.tracked()).contains("，直接答复\"").doesNotContain("承办");
    }

    @Test
    void howTheAnswerCameInTimeIsToldWithTheClock() {
        var appeal = aConsultation().submitted();
        time.pass("PT30M");
        appeal.answeredBy("registrar", "counter");
        var told = appeal.desk("registrar")
                .get("/api/appeals/" + appeal.number() + "/clocks")
                .raw()
                .body();
        assertThat(told).contains("3月2日 09:30 完成，按时").doesNotContain("到场");
    }

    /** What the resident reads himself nobody has to confirm; of what was said to him he is asked. */
    @ParameterizedTest
    @CsvSource({"online,", "phone, 电话联系（居民本人）", "counter, 当面答复（居民本人）"})
    void theResidentIsAskedAboutAnAnswerThatWasSpoken(String how, String asked) {
        var appeal = aConsultation().submitted().answeredBy("registrar", how);
        var tracked = appeal.tracked();
        if (asked == null) {
            assertThat(tracked).contains("\"contact\":null");
        } else {
            assertThat(tracked).contains(asked);
        }
    }

    @Test
    void aConsultationThatNeedsToBeHandledIsGivenToTheUnitWhileItsClocksRunOn() {
        var appeal = aConsultation().submitted().passedOnBy("registrar");
        assertWaiting(appeal, RESPOND);
        assertThat(appeal.clocks()).contains("ACCEPT 0 MET", "RESPOND 0 RUNNING", "RESOLVE 0 RUNNING");
        assertThat(appeal.tracked()).contains("转为办理：要上门看一看");
    }

    /** The grid worker is not asked, so it is not he who is late. */
    @Test
    void whoAnswersForTheCategoryAnswersForTheResponseUntilTheGridIsAsked() {
        var appeal = aConsultation().submitted();
        assertThat(appeal.appeal("respond_unit"))
                .isEqualTo(appeal.appeal("handling_unit"))
                .isNotEqualTo("ganshui-erju-01");
        assertThat(appeal.passedOnBy("registrar").appeal("respond_unit")).isEqualTo("ganshui-erju-01");
    }

    @Test
    void anAnswerThatDoesNotSatisfyIsGoneIntoByAUnit() {
        var appeal = anAppeal()
                .ofType("consultation")
                .submitted()
                .answeredBy("registrar", "online")
                .rated(DISSATISFIED);
        assertWaiting(appeal, DISPATCH);
    }

    @Test
    void whoIsInDangerIsHelpedWhateverHeCallsIt() {
        assertWaiting(aConsultation().inDanger("gas").submitted(), RESPOND, REMOVE_DANGER, REMOVE_DANGER);
        assertWaiting(anAppeal().ofType("praise").thatIs("lineCut").submitted(), RESPOND);
    }

    @Test
    void aConsultationThatNobodyAnswersIsReportedToTheSupervisors() {
        var appeal = anAppeal().ofType("consultation").submitted();
        appeal.claimedBy("registrar");
        time.pass("PT24H");
        assertWaiting(appeal, ANSWER_CONSULTATION, SUPERVISE_OVERDUE);
        assertThat(appeal.task(ANSWER_CONSULTATION)).isAssignedTo("ganshui-registrar");
    }

    @Test
    void praiseIsPassedOnAndEndsWithoutACallOrARating() {
        var appeal = anAppeal().ofType("praise").submitted();
        assertWaiting(appeal, PASS_ON_PRAISE);
        assertThat(appeal.clocks()).containsExactlyInAnyOrder("ACCEPT 0 RUNNING", "RESOLVE 0 RUNNING");
        assertThat(appeal.tracked()).contains("\"respondBy\":null");
        assertThat(appeal.praisePassedOnBy("dispatcher").process()).isEnded();
        assertThat(appeal.status()).isEqualTo("CLOSED");
        assertThat(appeal.appeal("outcome")).isEqualTo("thanked");
        assertThat(appeal.clocks()).containsExactlyInAnyOrder("ACCEPT 0 MET", "RESOLVE 0 MET");
        assertThat(appeal.tracked()).contains("谢谢您的肯定（已转达：二居社区网格员）", "\"canRate\":false");
        assertThat(appeal.ratesAsNeverContacted().status()).isEqualTo(409);
    }

    @Test
    void supervisorsReadHowMuchPraiseCameThisMonth() {
        var before = received("praise");
        anAppeal().ofType("praise").submitted().praisePassedOnBy("registrar");
        assertThat(received("praise")).isEqualTo(before + 1);
    }

    private int received(String type) {
        var types = api.as("ganshui-supervisor")
                .get("/api/supervision/summary")
                .json()
                .path("types");
        return StreamSupport.stream(types.spliterator(), false)
                .filter(line -> line.path("type").asText().equals(type))
                .mapToInt(line -> line.path("received").asInt())
                .sum();
    }

    @Test
    void aSuggestionIsOfferedTheResultsOfASuggestion() {
        var appeal = anAppeal().ofType("suggestion").submitted().respondedBy("grid-01");
        assertThat(field(appeal, "secretary-erju", "handleDirectly", "outcome").path("choices"))
                .extracting(choice -> choice.path("value").asText() + " "
                        + choice.path("label").asText())
                .containsExactly("planned 纳入计划", "explained 解释说明", "transferred 依规转办", "notAdopted 不予采纳");
        var solved = appeal.tries("secretary-erju", "handleDirectly", """
                {"action":"done","result":"已经研究","outcome":"solved","evidenceKind":"document","evidence":"会议记录"}""");
        assertThat(solved.status()).isEqualTo(400);
        assertThat(solved.json().at("/errors/0/field").asText()).isEqualTo("outcome");
        assertWaiting(appeal, HANDLE_DIRECTLY);
        var refused = appeal.tries("secretary-erju", "handleDirectly", """
                {"action":"done","result":"与规划不符","outcome":"notAdopted","evidenceKind":"document","evidence":"会议记录"}""");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(appeal.appeal("outcome")).isEqualTo("notAdopted");
        assertThat(appeal.tracked()).contains("不予采纳：与规划不符");
    }

    @Test
    void whatIsNoSuggestionCannotBeNotAdopted() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        var refused = appeal.tries("secretary-erju", "handleDirectly", """
                {"action":"done","result":"不办","outcome":"notAdopted","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("outcome");
    }
}
