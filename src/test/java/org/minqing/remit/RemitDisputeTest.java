package org.minqing.remit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.HANDLE_UNDER_SUPERVISION;
import static org.minqing.process.AppealHandling.REROUTE;
import static org.minqing.process.AppealHandling.RESPOND;
import static org.minqing.process.AppealHandling.SETTLE_REMIT;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.ClockKind;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** Who may return an appeal, what its clocks make of it, and who settles whose it is. */
@MinqingTest
class RemitDisputeTest extends AppealRules {

    private static final String RETURNS = """
            {"action":"returned","returnGround":"notOurRemit","returnReason":"职责清单第三条写明由建设部门负责"}""";

    private AppealCase disputed() {
        return anAppeal()
                .submitted()
                .responseReturnedBy("grid-01")
                .reroutedBy("dispatcher", "ganshui-sanju-01")
                .responseReturnedBy("grid-02");
    }

    @Test
    void whatTwoUnitsReturnIsSettledByAThirdAndReturnedByNobodyAnyMore() {
        var appeal = disputed();
        assertWaiting(appeal, SETTLE_REMIT).task().hasCandidateGroup("ganshui-township-leader");
        assertThat(appeal.clocks()).contains("REDISPATCH 0 MET", "SETTLE 0 RUNNING");

        appeal.settledBy("leader", "ganshui-erju-01-grid-worker");
        assertWaiting(appeal, RESPOND).task().hasCandidateGroup("ganshui-erju-01-grid-worker");
        assertThat(appeal.clocks()).contains("SETTLE 0 MET");
        assertThat(appeal.tracked()).contains("职责争议已裁定，由二居社区第一网格网格员负责").doesNotContain("职责分工");

        var kept = appeal.everythingKept();
        var third = appeal.tries("grid-01", "respondAppeal", RETURNS);
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.raw().body()).contains("已经裁定");
        assertThat(appeal.everythingKept()).isEqualTo(kept);
        // Both that returned it read why.
        for (var unit : List.of("grid-01", "grid-02")) {
            assertThat(read(appeal, unit)).contains("裁定理由：按部门职责分工第五条确定");
        }
        assertThat(appeal.respondedBy("grid-01").tasks()).isNotEmpty();
        assertThat(appeal.ledger())
                .contains("ACCEPT 0 RETURN_UPHELD", "ACCEPT 0 RETURN_NOT_UPHELD")
                .containsOnlyOnce("SETTLE 0 MET");
        assertWaiting(appeal, HANDLE_DIRECTLY);
        assertThat(appeal.tries("secretary-erju", "handleDirectly", RETURNS).status())
                .isEqualTo(409);
    }

    @Test
    void aUnitReturnsOnceInARound() {
        var appeal = anAppeal().submitted().responseReturnedBy("grid-01").reroutedBy("dispatcher", "ganshui-erju-01");
        assertThat(offered(appeal, "grid-01")).contains("responded").doesNotContain("returned");
        var again = appeal.tries("grid-01", "respondAppeal", RETURNS);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.raw().body()).contains("本单位本轮已经退回过");
        assertWaiting(appeal, RESPOND);
        assertThat(appeal.ledger()).contains("ACCEPT 0 RETURN_NOT_UPHELD");
    }

    @Test
    void returningIsNotAccepting() {
        var appeal = anAppeal().submitted();
        var due =
                clocks.running(appeal.number(), ClockKind.ACCEPT).orElseThrow().dueAt();
        time.pass("PT10M");
        appeal.claimedBy("grid-01");
        assertThat(appeal.clocks()).contains("ACCEPT 0 MET");
        time.pass("PT10M");
        appeal.responseReturnedBy("grid-01");
        assertThat(clocks.running(appeal.number(), ClockKind.ACCEPT)).get().satisfies(c -> {
            assertThat(c.dueAt()).isEqualTo(due);
            assertThat(c.outcome()).isNull();
        });
        assertThat(appeal.ledger()).containsSubsequence("ACCEPT 0 MET", "ACCEPT 0 ACCEPTANCE_VOID");
        appeal.reroutedBy("dispatcher", "ganshui-sanju-01");
        time.passTo(due.plusMillis(1));
        assertThat(appeal.clocks()).contains("ACCEPT 0 BREACHED");
        appeal.respondedBy("grid-02");
        assertThat(appeal.ledger()).containsSubsequence("ACCEPT 0 BREACHED", "ACCEPT 0 DONE_LATE");
    }

    @Test
    void whoKeepsItUntilItsLimitIsPastAndReturnsItWasLate() {
        var appeal = anAppeal().submitted();
        var due =
                clocks.running(appeal.number(), ClockKind.ACCEPT).orElseThrow().dueAt();
        appeal.claimedBy("grid-01");
        time.passTo(due.plusSeconds(60));
        appeal.responseReturnedBy("grid-01");
        assertThat(appeal.ledger())
                .containsSubsequence("ACCEPT 0 MET", "ACCEPT 0 ACCEPTANCE_VOID", "ACCEPT 0 BREACHED");
        assertThat(unitOf(appeal, "ACCEPT", "BREACHED")).isEqualTo("ganshui-erju-01");
    }

    @Test
    void whoDidSomethingAndThenReturnsItHadAcceptedIt() {
        var appeal = anAppeal().submitted().residentMissedBy("grid-01").responseReturnedBy("grid-01");
        assertThat(appeal.clocks()).contains("ACCEPT 0 MET");
        assertThat(appeal.ledger()).doesNotContain("ACCEPT 0 ACCEPTANCE_VOID");
    }

    @Test
    void theDispatcherHasALimitAndIsSupervisedWhenItIsOver() {
        var appeal = anAppeal().submitted().responseReturnedBy("grid-01");
        var due = clocks.running(appeal.number(), ClockKind.REDISPATCH)
                .orElseThrow()
                .dueAt();
        assertThat(due).isEqualTo(Instant.parse("2026-03-02T07:30:00Z"));
        assertThat(appeal.task(REROUTE).getDueDate().toInstant()).isEqualTo(due);
        time.passTo(due.plusMillis(1));
        assertThat(appeal.clocks()).contains("REDISPATCH 0 BREACHED");
        assertThat(appeal.tasks()).anyMatch(task -> task.getName().equals("退回派单超时督办"));
        assertThat(unitOf(appeal, "REDISPATCH", "BREACHED")).isEqualTo("ganshui-command");
        appeal.reroutedBy("dispatcher", "ganshui-sanju-01");
        assertThat(appeal.ledger()).contains("REDISPATCH 0 DONE_LATE");
    }

    @Test
    void aDisputeThatIsNotSettledInTimeIsOverdueAndCannotBeReassigned() {
        var appeal = disputed();
        time.passTo(clocks.running(appeal.number(), ClockKind.SETTLE)
                .orElseThrow()
                .dueAt()
                .plusMillis(1));
        assertThat(appeal.clocks()).contains("SETTLE 0 BREACHED");
        assertThat(appeal.tasks()).anyMatch(task -> task.getName().equals("裁定超时督办"));
        var reassigned = appeal.desk("supervisor")
                .post(
                        "/api/appeals/" + appeal.number() + "/reassignment",
                        "{\"holder\":\"ganshui-erju-02-grid-worker\",\"reason\":\"换人\"}");
        assertThat(reassigned.status()).isEqualTo(409);
        assertThat(reassigned.raw().body()).contains("职责争议待裁定");
    }

    @Test
    void nobodySettlesADisputeOfWhichHisOwnUnitIsAParty() {
        var appeal = anAppeal()
                .thatIs("beyondStreet")
                .submitted()
                .respondedBy("grid-01")
                .handlingReturnedBy("leader")
                .dispatchedBy("dispatcher", "justice")
                .handlingReturnedBy("safety");
        // The leader would settle it, and it was his unit that returned it first.
        assertWaiting(appeal, SETTLE_REMIT).task().hasCandidateGroup("ganshui-general-office-supervisor");
        var task = appeal.task(SETTLE_REMIT).getId();
        assertThat(appeal.desk("leader")
                        .post("/api/tasks/" + task + "/claim", "{}")
                        .status())
                .isIn(404, 409);
        assertThat(catchThrowable(() -> engine.getTaskService().setAssignee(task, "ganshui-leader")))
                .hasStackTraceContaining("不能裁定由谁办理");
        appeal.settledBy("supervisor", "ganshui-construction-housing-construction");
        assertThat(appeal.task(HANDLE_UNDER_SUPERVISION)).isNotNull();
    }

    @Test
    void aSettlementNeedsAPostAndAReason() {
        var appeal = disputed();
        var kept = appeal.everythingKept();
        for (var bad : List.of(
                "{}",
                "{\"holder\":\"nobody\",\"settlementReason\":\"按部门职责分工第五条确定\"}",
                "{\"holder\":\"ganshui-erju-01-grid-worker\",\"settlementReason\":\"短\"}")) {
            assertThat(appeal.tries("leader", "settleRemit", bad).status()).isEqualTo(400);
        }
        assertThat(appeal.everythingKept()).isEqualTo(kept);
    }

    @Test
    void inDangerNothingWaitsForASettlement() {
        var appeal = anAppeal().inDanger("fire").submitted().responseReturnedBy("grid-01");
        appeal.inDanger("safety", "returned");
        assertWaiting(appeal, REROUTE);
        assertThat(appeal.ledger()).doesNotContain("SETTLE 0 OPENED", "REDISPATCH 0 OPENED");
        assertThat(appeal.reroutedBy("dispatcher", "ganshui-erju-01")
                        .tries("grid-01", "respondAppeal", RETURNS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onceItIsSafeAReturnCountsAsAnyOther() {
        var appeal =
                anAppeal().inDanger("fire").submitted().respondedBy("grid-01").inDanger("safety", "removed");
        appeal.dispatchedBy("dispatcher", "justice").handlingReturnedBy("safety");
        assertThat(appeal.clocks()).contains("REDISPATCH 0 RUNNING");
        appeal.dispatchedBy("dispatcher", "justice");
        assertThat(appeal.tries("safety", "handleWithDepartment", RETURNS).status())
                .isEqualTo(409);
    }

    @Test
    void aNewRoundBeginsAnew() {
        var appeal = anAppeal()
                .submitted()
                .respondedBy("grid-01")
                .handlingReturnedBy("secretary-erju")
                .dispatchedBy("dispatcher", "justice")
                .handledBy("safety")
                .rated(DISSATISFIED);
        assertWaiting(appeal, DISPATCH);
        appeal.dispatchedBy("dispatcher", "justice").handlingReturnedBy("safety");
        assertWaiting(appeal, DISPATCH);
    }

    private static List<String> offered(AppealCase appeal, String person) {
        var fields = appeal.desk(person).task("respondAppeal", appeal.number()).path("fields");
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.path("key").asText().equals("action"))
                .flatMap(field -> field.findValuesAsText("value").stream())
                .toList();
    }

    private String read(AppealCase appeal, String person) {
        return appeal.desk(person).get("/api/appeals/" + appeal.number()).raw().body();
    }

    private String unitOf(AppealCase appeal, String clock, String kind) {
        return jdbc.sql("select unit from sla_ledger where appeal = ? and clock = ? and kind = ?")
                .params(appeal.number(), clock, kind)
                .query(String.class)
                .single();
    }
}
