package org.minqing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.PlannedWork.DECIDE;
import static org.minqing.process.PlannedWork.FOLLOW;
import static org.minqing.process.PlannedWork.SUPERVISE;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.process.PlannedWork;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.TakenFlows;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan (挂账) closes only when it is done or ended with reasons; the resident keeps hearing of it. From 2 March 2026 on. */
@MinqingTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlannedWorkTest extends AppealRules {

    @Autowired
    Plans plans;

    private static final String HANDLER = "secretary-erju";
    private static final String PROGRESS = "\"action\":\"progress\"";
    private static final String DONE = """
            "action":"done","outcome":"solved","evidenceKind":"figure","figureWhat":"修好路面","figureAmount":120,"figureUnit":"米\"""";
    private static final String ARGUED = """
            "action":"done","outcome":"explained","evidenceKind":"document","evidence":"区里批复第9号，存村委会\"""";
    private static final String MOVE = "\"action\":\"move\",\"newUntil\":\"2026-08-31\"";

    @BeforeAll
    static void startOver(@Autowired TakenFlows taken) {
        taken.forget();
    }

    private AppealCase aReadyOne() {
        return anAppeal().submitted().respondedBy("grid-01");
    }

    private AppealCase aPlannedOne() {
        return aReadyOne().plannedBy(HANDLER, "2026-06-30");
    }

    private static String field(Api.Answer refused) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        return refused.json().at("/errors/0/field").asText();
    }

    @Test
    void thePlanIsTheResultAndWhoPromisedItGoesOnWithIt() {
        var appeal = aPlannedOne();
        assertThat(appeal.status()).isEqualTo("PLANNED");
        assertThat(appeal.clocks()).contains("RESOLVE 0 MET").noneMatch(clock -> clock.startsWith("CALL_BACK"));
        assertThat(appeal.planTasks()).containsExactlyInAnyOrder(FOLLOW, CALL_RESIDENT);
        assertThat(appeal.desk(HANDLER)
                        .task("followPlan", appeal.number())
                        .path("mine")
                        .asBoolean())
                .isTrue();
        assertThat(appeal.ledger()).contains("RESOLVE 0 PLANNED");
        assertThat(appeal.tracked())
                .contains("已列入计划，预计2026年6月30日前完成", "\"feedbackBy\":\"2026年4月1日\"", "\"asked\":\"accepted\"");
    }

    @ParameterizedTest
    @CsvSource({
        "planUntil, '\"outcome\":\"planned\"'",
        "planUntil, '\"outcome\":\"planned\",\"planUntil\":\"2026-03-01\"'",
        "planUntil, '\"outcome\":\"planned\",\"planUntil\":\"2026-03-02\"'",
        "planUntil, '\"outcome\":\"planned\",\"planUntil\":\"2027-03-03\"'",
        "planUntil, '\"outcome\":\"planned\",\"planUntil\":\"2026-06-31\"'",
        "planReview, '\"outcome\":\"planned\",\"planUntil\":\"2026-06-30\",\"planReview\":\"2026-03-01\"'",
        "planReview, '\"outcome\":\"planned\",\"planUntil\":\"2026-06-30\",\"planReview\":\"2026-07-01\"'"
    })
    void aPlanWithoutADateOrWithOneThatIsOverIsRefusedAndNothingIsKept(String field, String plan) {
        var appeal = aReadyOne();
        var before = appeal.everythingKept();
        assertThat(field(appeal.triesToEnd(HANDLER, plan))).isEqualTo(field);
        assertThat(appeal.everythingKept()).isEqualTo(before);
        assertWaiting(appeal, HANDLE_DIRECTLY);
    }

    @Test
    void aNoToAPlanIsKeptAndShownAndStartsNothingAgain() {
        var appeal = aPlannedOne().rated(DISSATISFIED);
        assertThat(appeal.status()).isEqualTo("PLANNED");
        assertThat(appeal.appeal("round")).isEqualTo("0");
        assertThat(appeal.planTasks()).containsExactly(FOLLOW);
        assertThat(appeal.tracked()).contains("不接受答复", "\"canRate\":false");
        assertThat(appeal.triesToRate(SATISFIED).status()).isEqualTo(409);
        assertThat(appeal.detail("RESOLVE", "RATED")).isEqualTo("grade=2;accepted=false;contacted=true");
    }

    @Test
    void whoIsCalledMayAcceptItToo() {
        var appeal = aPlannedOne().residentNotReachedBy("caller").calledBackBy("caller", true);
        assertThat(appeal.planTasks()).containsExactly(FOLLOW);
        assertThat(appeal.status()).isEqualTo("PLANNED");
    }

    @Test
    void whenItIsDoneTheResidentIsAskedWhetherItIsSolved() {
        var appeal =
                aPlannedOne().rated(DISSATISFIED).followedBy(HANDLER, PROGRESS).followedBy(HANDLER, DONE);
        assertWaiting(appeal, CALL_RESIDENT);
        assertThat(appeal.planTasks()).isEmpty();
        assertThat(appeal.ledger()).contains("RESOLVE 0 PLAN_ENDED");
        assertThat(appeal.tracked())
                .contains("\"figure\":\"修好路面 120 米\"", "\"asked\":\"resolved\"", "\"canRate\":true");
        assertThat(appeal.rated(SATISFIED).status()).isEqualTo("CLOSED");
        assertThat(jdbc.sql("select question || ' ' || resolved from rating where appeal = ? order by question")
                        .param(appeal.number())
                        .query(String.class)
                        .list())
                .containsExactly("accept false", "solved true");
    }

    @Test
    void itIsNotDoneWithoutWhatCanBeChecked() {
        var appeal = aPlannedOne();
        assertThat(field(appeal.triesToFollow(HANDLER, "\"action\":\"done\",\"outcome\":\"solved\"")))
                .isEqualTo("evidenceKind");
        assertThat(field(appeal.triesToFollow(HANDLER, "\"action\":\"done\",\"outcome\":\"planned\"")))
                .isEqualTo("outcome");
        assertThat(appeal.planTasks()).contains(FOLLOW);
    }

    @Test
    void aNewDateHoldsOnlyWhenAnotherPersonGrantsIt() {
        var appeal = aPlannedOne().followedBy(HANDLER, MOVE);
        assertThat(appeal.planTasks()).contains(DECIDE).doesNotContain(FOLLOW);
        assertThat(appeal.tracked()).contains("预计2026年6月30日前完成").doesNotContain("2026年8月31日");
        appeal.planDecidedBy("supervisor", "refused");
        assertThat(appeal.planTasks()).contains(FOLLOW);
        assertThat(appeal.tracked()).doesNotContain("2026年8月31日");
        appeal.followedBy(HANDLER, MOVE).planDecidedBy("supervisor", "approved");
        assertThat(appeal.tracked()).contains("已列入计划，预计2026年8月31日前完成", "预计完成日期由2026年6月30日改为2026年8月31日");
        assertThat(appeal.detail("RESOLVE", "PLAN_MOVED")).isEqualTo("until=2026-08-31");
        assertThat(field(appeal.triesToFollow(HANDLER, "\"action\":\"move\",\"newUntil\":\"2026-03-01\"")))
                .isEqualTo("newUntil");
    }

    @Test
    void anEndWithoutTheWorksIsArguedAndAnotherPersonAcceptsIt() {
        var appeal = aPlannedOne().followedBy(HANDLER, ARGUED);
        assertThat(appeal.planTasks()).contains(DECIDE).doesNotContain(FOLLOW);
        assertThat(appeal.status()).isEqualTo("PLANNED");
        appeal.planDecidedBy("supervisor", "refused");
        assertThat(appeal.planTasks()).contains(FOLLOW);
        appeal.followedBy(HANDLER, ARGUED).planDecidedBy("supervisor", "approved");
        assertWaiting(appeal, CALL_RESIDENT);
        assertThat(appeal.tracked()).contains("解释说明：施工队已进场", "\"asked\":\"accepted\"", "\"canRate\":true");
        assertThat(appeal.rated(SATISFIED).status()).isEqualTo("CLOSED");
    }

    @Test
    void feedbackThatDoesNotComeIsASupervisorsMatterAndStaysInTheLedger() {
        var appeal = aPlannedOne();
        time.pass("P30D");
        assertThat(appeal.planTasks()).doesNotContain(SUPERVISE);
        time.pass("P1D");
        assertThat(appeal.planTasks()).contains(SUPERVISE, FOLLOW);
        assertThat(appeal.detail("RESOLVE", "PLAN_LATE")).isEqualTo("what=feedback;due=2026-04-01");
        assertThat(appeal.tracked()).doesNotContain("逾期");
        assertThat(appeal.desk(HANDLER).hasTask("supervisePlan", appeal.number()))
                .isFalse();
        var looked = appeal.tries(
                "supervisor", "supervisePlan", "{\"instruction\":\"三天内反馈\",\"nextReview\":\"2026-04-10\"}");
        assertThat(looked.status()).as(looked.raw().body()).isEqualTo(200);
        assertThat(appeal.planTasks()).doesNotContain(SUPERVISE);
        time.pass("P8D");
        assertThat(appeal.planTasks()).contains(SUPERVISE);
    }

    @Test
    void whoIsToldInTimeIsNotToldLate() {
        var appeal = aPlannedOne();
        time.pass("P20D");
        appeal.followedBy(HANDLER, PROGRESS);
        assertThat(appeal.tracked()).contains("阶段反馈：施工队已进场", "\"feedbackBy\":\"2026年4月21日\"");
        time.pass("P15D");
        assertThat(appeal.planTasks()).doesNotContain(SUPERVISE);
        assertThat(appeal.ledger()).doesNotContain("RESOLVE 0 PLAN_LATE");
    }

    @Test
    void aPlanThatIsNotDoneInTimeStaysOpenAndIsLate() {
        var appeal = aReadyOne().plannedBy(HANDLER, "2026-03-10");
        time.pass("P9D");
        assertThat(appeal.detail("RESOLVE", "PLAN_LATE")).isEqualTo("what=end;due=2026-03-10");
        assertThat(appeal.status()).isEqualTo("PLANNED");
        assertThat(appeal.planTasks()).contains(FOLLOW, SUPERVISE);
    }

    @Test
    void whatWasMissedIsLateForEverybodyUntilTheResidentHears() {
        var appeal = aPlannedOne();
        var promised = Instant.parse("2026-04-01T16:00:00Z");
        assertThat(dates(appeal)).containsExactly(promised);
        time.pass("P31D");
        appeal.followedBy(HANDLER, MOVE);
        assertThat(appeal.planTasks()).contains(DECIDE, SUPERVISE);
        assertThat(dates(appeal)).as("the missed day, not the next one").containsExactly(promised);
        assertThat(plans.dueAt(appeal.number())).contains(promised);
        appeal.planDecidedBy("supervisor", "approved").followedBy(HANDLER, PROGRESS);
        assertThat(dates(appeal))
                .as("the supervisor sees it, too")
                .containsExactly(plans.dueAt(appeal.number()).orElseThrow())
                .doesNotContain(promised);
    }

    private Set<Instant> dates(AppealCase appeal) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(appeal.number()).list().stream()
                .filter(task -> PlannedWork.TASKS.contains(task.getTaskDefinitionKey()))
                .map(task -> task.getDueDate().toInstant())
                .collect(Collectors.toSet());
    }

    @Test
    void whoeverWithdrawsEndsTheWorksToo() {
        assertThat(aPlannedOne().withdrawn().planTasks()).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noWayThroughThePlanIsLeftOut(@Autowired TakenFlows taken, @Autowired RepositoryService repository) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PlannedWork.PROCESS)
                .latestVersion()
                .singleResult();
        var drawn =
                repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .collect(Collectors.toCollection(TreeSet::new));
        drawn.removeAll(taken.ids());
        assertThat(drawn).isEmpty();
    }
}
