package org.minqing.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.REVIEW_DISSATISFIED;
import static org.minqing.process.AppealHandling.SUPERVISE_OVERDUE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** Every result: what proves it, what the resident is asked, and what follows from his answer, as {@code outcome.dmn} says. */
@MinqingTest
class OutcomesTest extends AppealRules {

    private static final String SOLVED = "\"outcome\":\"solved\"";
    private static final String PROOF = "\"evidenceKind\":\"document\",\"evidence\":\"会议纪要第7号，存村委会\"";
    private static final String TRANSFER = ",\"receiver\":\"区水务局\",\"promise\":\"更换管道\",\"promiseBy\":\"2026-04-30\"";

    private AppealCase aHandledOne(String type) {
        return anAppeal().ofType(type).submitted().respondedBy("grid-01");
    }

    private AppealCase ended(String type, String outcome) {
        return aHandledOne(type)
                .endedBy(
                        "secretary-erju",
                        "\"outcome\":\"" + outcome + "\"," + PROOF + (outcome.equals("transferred") ? TRANSFER : ""));
    }

    private static String field(Api.Answer refused) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        return refused.json().at("/errors/0/field").asText();
    }

    @ParameterizedTest
    @CsvSource({
        "help, solved, resolved",
        "help, explained, accepted",
        "complaint, transferred, accepted",
        "suggestion, notAdopted, accepted"
    })
    void onlyWhoWasToldThatItIsSolvedIsAskedWhetherItIs(String type, String outcome, String asked) {
        var appeal = ended(type, outcome);
        assertWaiting(appeal, CALL_RESIDENT);
        assertThat(appeal.tracked()).contains("\"asked\":\"" + asked + "\"", "\"canRate\":true");
    }

    @ParameterizedTest
    @CsvSource({"help, solved", "help, explained", "complaint, transferred", "suggestion, notAdopted"})
    void aYesClosesIt(String type, String outcome) {
        assertThat(ended(type, outcome).rated(SATISFIED).status()).isEqualTo("CLOSED");
    }

    @Test
    void aNoToSolvedIsDoneAgain() {
        var appeal = ended("help", "solved").rated(DISSATISFIED);
        assertWaiting(appeal, DISPATCH);
        assertThat(appeal.appeal("round")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"help, explained", "complaint, transferred", "suggestion, notAdopted"})
    void aNoToAnAnswerIsLookedAtByASupervisorAndNeverPutAway(String type, String outcome) {
        var appeal = ended(type, outcome).rated(DISSATISFIED);
        assertWaiting(appeal, REVIEW_DISSATISFIED).task().hasCandidateGroup("ganshui-general-office-supervisor");
        assertThat(appeal.status()).isEqualTo("REVIEW");
        assertThat(appeal.appeal("round")).isEqualTo("0");
        assertThat(appeal.tracked()).contains("不接受答复");
        assertThat(appeal.reviewedBy("supervisor", "close").status()).isEqualTo("CLOSED");
    }

    /** The days in which he was to be called back are over with his answer, on the card of whoever supervises, too. */
    @Test
    void whatWaitsForASupervisorIsNotDueByTheCallThatWasMade() {
        var late = anAppeal().submitted().respondedBy("grid-01");
        time.pass("P15D");
        late.endedBy("secretary-erju", "\"outcome\":\"explained\"," + PROOF);
        assertThat(late.task(SUPERVISE_OVERDUE).getDueDate()).as("by the call").isNotNull();
        late.rated(DISSATISFIED);
        assertThat(late.status()).isEqualTo("REVIEW");
        assertThat(late.task(SUPERVISE_OVERDUE).getDueDate()).isNull();
        assertThat(late.task(SUPERVISE_OVERDUE).getFollowUpDate()).isNull();
    }

    @Test
    void theCallBackAsksTheSame() {
        var appeal = ended("suggestion", "notAdopted");
        var asked = appeal.desk("caller").task("callResident", appeal.number()).path("fields");
        assertThat(asked.toString()).contains("接受答复", "不接受答复").doesNotContain("问题已解决");
        assertWaiting(appeal.calledBackBy("caller", false), REVIEW_DISSATISFIED);
    }

    @Test
    void whatWasNotAskedCannotBeAnswered() {
        var appeal = ended("help", "explained");
        assertThat(field(appeal.ratesAsNeverContacted())).isEqualTo("resolved");
        assertThat(appeal.tracked()).contains("\"canRate\":true");
    }

    /** The ledger tells the figures which question an answer belongs to. */
    @Test
    void onlyAnswersToSolvedAreCountedAsSolved() {
        assertThat(ended("help", "solved").rated(SATISFIED).detail("CALL_BACK", "RATED"))
                .isEqualTo("grade=5;resolved=true;contacted=true");
        assertThat(ended("help", "explained").rated(SATISFIED).detail("CALL_BACK", "RATED"))
                .isEqualTo("grade=5;accepted=true;contacted=true");
    }

    @Test
    void solvedWithoutWhatCanBeCheckedIsRefusedAndNothingIsKept() {
        var appeal = aHandledOne("help");
        var before = appeal.everythingKept();
        assertThat(field(appeal.triesToEnd("secretary-erju", SOLVED))).isEqualTo("evidenceKind");
        assertThat(appeal.everythingKept()).isEqualTo(before);
        assertWaiting(appeal, HANDLE_DIRECTLY);
    }

    @Test
    void aFigureProvesNoTransfer() {
        var refused = aHandledOne("help").triesToEnd("secretary-erju", """
                "outcome":"transferred","receiver":"区水务局","promise":"更换管道","promiseBy":"2026-04-30",
                "evidenceKind":"figure","figureWhat":"信函","figureAmount":1,"figureUnit":"封\"""");
        assertThat(field(refused)).isEqualTo("evidenceKind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"已解决", "20260301", "现场照片已留存。"})
    void aSetPhraseOrDigitsAloneAreNoEvidence(String canned) {
        var refused = aHandledOne("help")
                .triesToEnd(
                        "secretary-erju", SOLVED + ",\"evidenceKind\":\"document\",\"evidence\":\"" + canned + "\"");
        assertThat(field(refused)).isEqualTo("evidence");
    }

    @Test
    void aWitnessWithoutANameIsRefused() {
        var refused = aHandledOne("help")
                .triesToEnd("secretary-erju", SOLVED + ",\"evidenceKind\":\"witness\",\"witnessReach\":\"一单元\"");
        assertThat(field(refused)).isEqualTo("witnessName");
    }

    @Test
    void aWitnessIsKeptFromTheResidentFromColleaguesAndFromTheEngine() {
        var appeal = aHandledOne("help").endedBy("secretary-erju", SOLVED + """
                ,"evidenceKind":"witness","witnessName":"邻居李婶","witnessReach":"13800000000\"""");
        var sheet = appeal.desk("supervisor")
                .get("/api/appeals/" + appeal.number())
                .raw()
                .body();
        assertThat(appeal.tracked()).contains("有见证人").doesNotContain("李婶", "13800000000");
        assertThat(sheet).contains("有见证人").doesNotContain("李婶", "13800000000");
        assertThat(appeal.everythingKept().toString()).doesNotContain("李婶", "13800000000");
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like '%李婶%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select what || reach from outcome_evidence where appeal = ?")
                        .param(appeal.number())
                        .query(String.class)
                        .single())
                .isEqualTo("邻居李婶13800000000");
    }

    @Test
    void aFigureIsShownToTheResidentAndOnTheSheet() {
        var appeal = aHandledOne("help").endedBy("secretary-erju", SOLVED + """
                ,"evidenceKind":"figure","figureWhat":"新增车位","figureAmount":22,"figureUnit":"个\"""");
        assertThat(appeal.tracked()).contains("\"figure\":\"新增车位 22 个\"");
        assertThat(appeal.desk("supervisor")
                        .get("/api/appeals/" + appeal.number())
                        .raw()
                        .body())
                .contains("成果：新增车位 22 个");
    }

    @Test
    void theResidentHearsWhoTookItAndWhatWasPromisedThere() {
        assertThat(ended("help", "transferred").tracked()).contains("转由区水务局办理，对方承诺2026年4月30日前更换管道");
    }

    @Test
    void aPromiseForYesterdayIsNone() {
        var refused = aHandledOne("help").triesToEnd("secretary-erju", "\"outcome\":\"transferred\"," + PROOF + """
                ,"receiver":"区水务局","promise":"更换管道","promiseBy":"2026-03-01\"""");
        assertThat(field(refused)).isEqualTo("promiseBy");
    }
}
