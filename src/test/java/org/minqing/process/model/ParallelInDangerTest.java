package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.HANDLE_WITH_DEPARTMENT;
import static org.minqing.process.AppealHandling.REMOVE_DANGER;
import static org.minqing.process.AppealHandling.REROUTE;
import static org.minqing.process.AppealHandling.RESPOND;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.minqing.process.TaskOrder;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** Somebody is in danger: all who can help set out at once, and whoever is there first responds for all. */
@MinqingTest
class ParallelInDangerTest extends AppealRules {

    /** He holds the post of emergency management in Ganshui. */
    private static final String OFFICER = "safety";

    private static final String BUILDING = "construction";

    @Test
    void theGridWorkerAndTheEmergencyPostHaveTheirTasksInTheSameMoment() {
        var appeal = anAppeal().inDanger("fire").submitted();
        assertWaiting(appeal, RESPOND, REMOVE_DANGER);
        assertThat(appeal.tasks()).extracting(Task::getPriority).containsOnly(TaskOrder.IN_DANGER);
        assertThat(appeal.task(RESPOND).getName()).isEqualTo("险情 · 首次响应");
        assertThat(appeal.tracked())
                .as("the resident reads that help is on its way")
                .contains("同时出动");
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isTrue();
        assertThat(appeal.desk(OFFICER).hasTask("removeDanger", appeal.number()))
                .isTrue();
        assertThat(api.as("ganshui-" + OFFICER)
                        .get("/api/appeals/" + appeal.number())
                        .status())
                .isEqualTo(200);
        appeal.withdrawn();
    }

    @Test
    void whereNobodyIsInDangerOnlyTheFirstResponseIsWaitedFor() {
        var appeal = anAppeal().submitted();
        assertWaiting(appeal, RESPOND);
        assertThat(appeal.task(RESPOND).getPriority()).isEqualTo(TaskOrder.LIKE_OTHERS);
        appeal.withdrawn();
    }

    @Test
    void whoeverArrivesFirstRespondsForAllAndTheGridWorkerComesToHelp() {
        var appeal = anAppeal().inDanger("fire").submitted().inDanger(OFFICER, "arrived");
        assertThat(appeal.ledger()).containsOnlyOnce("ACCEPT 0 MET", "RESPOND 0 MET");
        assertThat(appeal.status()).isEqualTo("HANDLING");
        assertWaiting(appeal, RESPOND, REMOVE_DANGER);
        assertThat(appeal.task(RESPOND).getName()).isEqualTo("险情 · 到场支援");
        assertThat(appeal.task(RESPOND).getDueDate())
                .isEqualTo(appeal.task(REMOVE_DANGER).getDueDate());
        assertThat(appeal.task(REMOVE_DANGER).getAssignee()).isEqualTo("ganshui-" + OFFICER);

        var ledger = appeal.ledger();
        appeal.respondedBy("grid-01");
        assertThat(appeal.ledger()).as("the clocks were stopped before").isEqualTo(ledger);
        assertThat(timeline(appeal)).filteredOn(line -> line.contains("现场看过")).hasSize(1);
        assertWaiting(appeal, REMOVE_DANGER);
        appeal.withdrawn();
    }

    @Test
    void theEmergencyPostKeepsItsTaskAfterTheGridWorkerHasRespondedAndMakesItSafe() {
        var appeal = anAppeal().inDanger("fire").submitted().calledBy("grid-01");
        assertThat(appeal.ledger()).containsOnlyOnce("RESPOND 0 MET");
        assertWaiting(appeal, REMOVE_DANGER);
        appeal.inDanger(OFFICER, "arrived").inDanger(OFFICER, "progress").inDanger(OFFICER, "removed");
        assertThat(timeline(appeal)).contains("险情已排除（已告知居民本人）：阀门已关");
        assertThat(appeal.ledger()).containsOnlyOnce("RESPOND 0 MET");
        assertThat(appeal.tracked()).contains("险情已排除");
        assertThat(appeal.process()).hasPassed("endEvent_dangerRemoved");
        assertHandledByItsLead(appeal);
    }

    @Test
    void whatIsMadeSafeGoesOnToTheHandlingAndNobodyIsLeftRunning() {
        var appeal = anAppeal().inDanger("gas").submitted();
        assertWaiting(appeal, RESPOND, REMOVE_DANGER, REMOVE_DANGER);
        appeal.inDanger(OFFICER, "removed");
        assertThat(appeal.ledger()).containsOnlyOnce("ACCEPT 0 MET", "RESPOND 0 MET");
        assertThat(timeline(appeal)).contains("到场（居民本人）：阀门已关", "险情已排除（已告知居民本人）：阀门已关");
        assertThat(appeal.desk(BUILDING).hasTask("removeDanger", appeal.number()))
                .isFalse();
        assertHandledByItsLead(appeal);
    }

    @Test
    void aCallIsTheResponseAndTheFirstWhoIsThereStopsTheClockOfTheArrival() {
        var appeal = anAppeal()
                .about("safety-hazard")
                .thatIs("safetyRisk")
                .inDanger("fire")
                .submitted();
        assertThat(appeal.clocks()).contains("ARRIVE 0 RUNNING");
        appeal.inDanger(OFFICER, "contacted");
        assertThat(appeal.clocks()).contains("RESPOND 0 MET", "ARRIVE 0 RUNNING");
        appeal.respondedBy("grid-01");
        assertThat(appeal.clocks()).contains("ARRIVE 0 MET");
        assertThat(appeal.ledger()).containsOnlyOnce("RESPOND 0 MET", "ARRIVE 0 MET");
        appeal.withdrawn();
    }

    @Test
    void whoGivesItBackTakesNothingFromTheOthers() {
        var appeal = anAppeal().inDanger("gas").submitted().responseReturnedBy("grid-01");
        assertWaiting(appeal, REMOVE_DANGER, REMOVE_DANGER).hasPassed("endEvent_leftToOthers");
        assertThat(timeline(appeal)).contains("退回：按职责清单，这件事不归本单位办理");
        assertWaiting(appeal.inDanger(BUILDING, "returned"), REMOVE_DANGER);
        appeal.inDanger(OFFICER, "arrived").inDanger(OFFICER, "removed");
        assertHandledByItsLead(appeal);
    }

    @Test
    void theDispatcherIsAskedOnlyWhenNobodyHasItAnyMore() {
        var appeal = anAppeal()
                .inDanger("fire")
                .submitted()
                .responseReturnedBy("grid-01")
                .inDanger(OFFICER, "returned");
        assertWaiting(appeal, REROUTE);
        assertThat(appeal.task(REROUTE).getName()).isEqualTo("险情 · 派单响应");
        assertWaiting(appeal.reroutedBy("dispatcher", "ganshui-sanju-01"), RESPOND);
        appeal.respondedBy("grid-02");
        assertThat(appeal.ledger()).containsOnlyOnce("RESPOND 0 MET");
        appeal.withdrawn();
    }

    @Test
    void whenAllWhoSetOutGiveItBackTheGridWorkerStillResponds() {
        var appeal = anAppeal().inDanger("fire").submitted().inDanger(OFFICER, "returned");
        assertWaiting(appeal, RESPOND).hasPassed("endEvent_leftToOthers");
        assertWaiting(appeal.responseReturnedBy("grid-01"), REROUTE);
        appeal.withdrawn();
    }

    @Test
    void whatAllGiveBackAfterTheResponseGoesToTheDispatcher() {
        var appeal = anAppeal().inDanger("fire").submitted().calledBy("grid-01").inDanger(OFFICER, "returned");
        assertWaiting(appeal, DISPATCH);
        assertWaiting(appeal.dispatchedBy("dispatcher", "housing-construction"), handling(appeal));
        appeal.withdrawn();
    }

    @Test
    void whereNobodyKnowsThePlaceTheEmergencyPostSetsOutAllTheSame() {
        var appeal = anAppeal().somewhere().inDanger("fire").submitted();
        assertWaiting(appeal, REROUTE, REMOVE_DANGER);
        assertThat(appeal.desk("dispatcher").hasTask("rerouteAppeal", appeal.number()))
                .isTrue();
        assertThat(appeal.desk(OFFICER).hasTask("removeDanger", appeal.number()))
                .isTrue();
        appeal.reroutedBy("dispatcher", "ganshui-erju-01");
        assertWaiting(appeal, RESPOND, REMOVE_DANGER);
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isTrue();
        appeal.withdrawn();
    }

    @Test
    void aSupervisorGivesTheTaskOfOneToAnotherPostWhichKeepsItAfterEachReport() {
        var appeal = anAppeal().inDanger("fire").submitted();
        var answer = api.as("ganshui-supervisor")
                .post(
                        "/api/appeals/" + appeal.number() + "/reassignment",
                        "{\"holder\":\"ganshui-construction-housing-construction\",\"reason\":\"应急岗在外地\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(appeal.desk(OFFICER).hasTask("removeDanger", appeal.number()))
                .isFalse();
        assertWaiting(appeal, RESPOND, REMOVE_DANGER);
        appeal.inDanger(BUILDING, "arrived");
        assertThat(engine.getTaskService()
                        .getIdentityLinksForTask(appeal.task(REMOVE_DANGER).getId()))
                .anyMatch(link -> "ganshui-construction-housing-construction".equals(link.getGroupId()))
                .noneMatch(link -> "ganshui-emergency-emergency-management".equals(link.getGroupId()));
        appeal.inDanger(BUILDING, "removed").withdrawn();
    }

    @Test
    void aSupervisorsMarkDoesNotPutItBehindOthers() {
        var appeal = anAppeal().inDanger("fire").submitted();
        assertThat(api.as("ganshui-supervisor")
                        .post("/api/appeals/" + appeal.number() + "/supervision", "{\"instruction\":\"马上到场\"}")
                        .status())
                .isEqualTo(200);
        assertThat(appeal.tasks()).extracting(Task::getPriority).containsOnly(TaskOrder.IN_DANGER);
        assertThat(appeal.tasks()).extracting(Task::getName).contains("督办 · 险情 · 首次响应", "督办 · 排除险情");
        appeal.withdrawn();
    }

    @Test
    void limitsAreWatchedOverBothTasks() {
        var appeal = anAppeal().inDanger("fire").submitted();
        time.pass("P1D");
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
        assertThat(appeal.ledger()).contains("RESPOND 0 ESCALATED");
        appeal.inDanger(OFFICER, "removed");
        assertThat(appeal.ledger()).containsOnlyOnce("RESPOND 0 DONE_LATE");
        appeal.withdrawn();
    }

    /** Who comes second at the same moment waits his turn: his report is kept, and it is no response any more. */
    @Test
    void oneOfTwoWhoReportAtOnceHasResponded() {
        for (int i = 0; i < 12; i++) {
            var appeal = anAppeal().inDanger("fire").submitted();
            var answers = atOnce(
                    () -> appeal.tries("grid-01", "respondAppeal", """
                            {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场看过"}"""),
                    () -> appeal.triesInDanger(OFFICER, "arrived"));
            assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
            assertThat(appeal.ledger()).containsOnlyOnce("ACCEPT 0 MET", "RESPOND 0 MET");
            assertThat(appeal.status()).isEqualTo("HANDLING");
            assertThat(timeline(appeal)).containsOnlyOnce("到场查看（居民本人）：现场看过", "到场（居民本人）：阀门已关");
            assertWaiting(appeal, REMOVE_DANGER);
            appeal.withdrawn();
        }
    }

    @Test
    void oneOfTwoWhoMakeItSafeAtOnceHasDoneIt() {
        for (int i = 0; i < 6; i++) {
            var appeal = anAppeal().inDanger("gas").submitted();
            var answers = atOnce(
                    () -> appeal.triesInDanger(OFFICER, "removed"), () -> appeal.triesInDanger(BUILDING, "removed"));
            assertThat(answers).extracting(Api.Answer::status).containsOnlyOnce(200);
            assertThat(answers).extracting(Api.Answer::status).contains(404);
            assertThat(timeline(appeal))
                    .filteredOn(line -> line.startsWith("险情已排除"))
                    .hasSize(1);
            assertThat(appeal.ledger()).containsOnlyOnce("RESPOND 0 MET");
            assertHandledByItsLead(appeal);
        }
    }

    @Test
    void twoWhoGiveItBackAtOnceLeaveItToTheDispatcher() {
        for (int i = 0; i < 6; i++) {
            var appeal = anAppeal().inDanger("fire").submitted();
            var answers = atOnce(
                    () -> appeal.tries("grid-01", "respondAppeal", """
                            {"action":"returned","returnGround":"notOurRemit","returnReason":"按职责清单，这件事不归本单位办理"}"""),
                    () -> appeal.triesInDanger(OFFICER, "returned"));
            assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
            assertWaiting(appeal, REROUTE);
            appeal.withdrawn();
        }
    }

    /** As before there was a danger: the leading post handles it, and the resident is asked. */
    private void assertHandledByItsLead(AppealCase appeal) {
        if (appeal.tasks().stream().anyMatch(task -> task.getTaskDefinitionKey().equals(DISPATCH))) {
            appeal.dispatchedBy("dispatcher", "emergency-management");
        }
        assertWaiting(appeal, handling(appeal))
                .task(handling(appeal))
                .hasCandidateGroup("ganshui-emergency-emergency-management");
        assertWaiting(appeal.handledBy(OFFICER), CALL_RESIDENT);
        appeal.withdrawn();
    }

    private static String handling(AppealCase appeal) {
        return appeal.appeal("route").equals("department") ? HANDLE_WITH_DEPARTMENT : HANDLE_DIRECTLY;
    }

    private static List<Api.Answer> atOnce(Supplier<Api.Answer> one, Supplier<Api.Answer> other) {
        var start = new CyclicBarrier(2);
        var first = CompletableFuture.supplyAsync(() -> await(start, one));
        var second = CompletableFuture.supplyAsync(() -> await(start, other));
        return List.of(first.join(), second.join());
    }

    private static Api.Answer await(CyclicBarrier start, Supplier<Api.Answer> act) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return act.get();
    }

    private List<String> timeline(AppealCase appeal) {
        return jdbc.sql("select text from appeal_event where appeal = ? order by id")
                .param(appeal.number())
                .query(String.class)
                .list();
    }
}
