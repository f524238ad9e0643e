package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.SUPERVISE_OVERDUE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.ClockKind;
import org.minqing.support.AppealDraft;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** What acts, returns and timers do to the clocks of an appeal and to their ledger. */
@MinqingTest
class AppealClocksTest extends AppealRules {

    @Test
    void returningReroutingAndDispatchingLeaveTheClocksAsTheyWere() {
        var appeal = anAppeal().submitted();
        var promised = clocks.of(appeal.number());
        time.pass("PT1H");
        appeal.responseReturnedBy("grid-01").reroutedBy("dispatcher", "ganshui-erju-02");
        // Whoever gave it back had accepted it before; nothing else is another clock.
        assertThat(clocks.of(appeal.number()).subList(1, 3)).isEqualTo(promised.subList(1, 3));

        appeal.respondedBy("grid-01");
        var responded = clocks.of(appeal.number());
        time.pass("PT1H");
        appeal.handlingReturnedBy("secretary-erju").dispatchedBy("dispatcher", "justice");
        assertThat(clocks.of(appeal.number()))
                .filteredOn(c -> c.kind() != ClockKind.REDISPATCH)
                .isEqualTo(responded.stream()
                        .filter(c -> c.kind() != ClockKind.REDISPATCH)
                        .toList());
        assertThat(appeal.ledger())
                .containsExactly(
                        "ACCEPT 0 OPENED",
                        "RESPOND 0 OPENED",
                        "RESOLVE 0 OPENED",
                        "ACCEPT 0 RETURNED",
                        "REDISPATCH 0 OPENED",
                        "REDISPATCH 0 MET",
                        "ACCEPT 0 RETURN_UPHELD",
                        "ACCEPT 0 MET",
                        "RESPOND 0 MET",
                        "ACCEPT 0 RETURNED",
                        "REDISPATCH 0 OPENED",
                        "REDISPATCH 0 MET",
                        "ACCEPT 0 RETURN_UPHELD");
    }

    @Test
    void whatIsDoneInTimeIsMetOnceAndNeverWarnedOf() {
        var appeal = aHandledAppeal().rated(SATISFIED);
        time.pass("P30D");
        assertThat(appeal.ledger())
                .containsExactly(
                        "ACCEPT 0 OPENED",
                        "RESPOND 0 OPENED",
                        "RESOLVE 0 OPENED",
                        "ACCEPT 0 MET",
                        "RESPOND 0 MET",
                        "RESOLVE 0 MET",
                        "CALL_BACK 0 OPENED",
                        "CALL_BACK 0 MET",
                        "CALL_BACK 0 RATED");
    }

    @Test
    void aBreachThatATimerSawIsWrittenOnceAndTheLateActBesideIt() {
        var appeal = anAppeal().submitted();
        time.pass("PT25H");
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
        appeal.respondedBy("grid-01");
        assertThat(appeal.ledger())
                .containsExactly(
                        "ACCEPT 0 OPENED",
                        "RESPOND 0 OPENED",
                        "RESOLVE 0 OPENED",
                        "ACCEPT 0 BREACHED",
                        "ACCEPT 0 ESCALATED",
                        "RESPOND 0 WARNED",
                        "RESPOND 0 BREACHED",
                        "RESPOND 0 ESCALATED",
                        "ACCEPT 0 DONE_LATE",
                        "RESPOND 0 DONE_LATE");
    }

    @Test
    void anActAfterTheLimitIsABreachEvenIfNoTimerFired() {
        var appeal = anAppeal().submitted();
        time.set("2026-03-03T09:01");
        appeal.respondedBy("grid-01");
        time.pass("PT1H");
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
        assertThat(appeal.ledger())
                .containsExactly(
                        "ACCEPT 0 OPENED",
                        "RESPOND 0 OPENED",
                        "RESOLVE 0 OPENED",
                        "ACCEPT 0 BREACHED",
                        "ACCEPT 0 DONE_LATE",
                        "RESPOND 0 BREACHED",
                        "RESPOND 0 DONE_LATE");
    }

    @Test
    void anActAtTheVeryLimitIsInTime() {
        var appeal = anAppeal().submitted();
        time.set("2026-03-03T09:00");
        assertThat(appeal.respondedBy("grid-01").clocks()).contains("RESPOND 0 MET");
    }

    @Test
    void aWarningIsNotedOnce() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        time.pass("P6D");
        time.pass("PT1H");
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 WARNED").doesNotContain("RESOLVE 0 BREACHED");
    }

    @Test
    void anOpenOverdueSupervisionDoesNotHoldUpTheClose() {
        var appeal = anAppeal().submitted();
        time.pass("PT25H");
        appeal.respondedBy("grid-01").handledBy("secretary-erju");
        assertWaiting(appeal, SUPERVISE_OVERDUE, SUPERVISE_OVERDUE, CALL_RESIDENT);
        assertThat(appeal.rated(SATISFIED).process()).isEnded();
        assertThat(appeal.status()).isEqualTo("CLOSED");
    }

    @Test
    void aRedoOpensAResolveClockOfItsOwnAndNoSecondResponse() {
        var appeal = aHandledAppeal();
        time.pass("P1D");
        appeal.rated(DISSATISFIED);
        assertThat(appeal.clocks())
                .containsExactlyInAnyOrder(
                        "ACCEPT 0 MET",
                        "RESPOND 0 MET",
                        "CALL_BACK 0 MET",
                        "RESOLVE 0 MET",
                        "ACCEPT 1 RUNNING",
                        "RESOLVE 1 RUNNING");
        var again = clocks.running(appeal.number(), ClockKind.RESOLVE).orElseThrow();
        assertThat(again.openedAt()).isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
        // Five working days from a Tuesday: the weekend does not count.
        assertThat(again.dueAt()).isEqualTo(again.openedAt().plus(Duration.ofDays(7)));
        time.passTo(again.dueAt().plusMillis(1));
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 1 WARNED").containsOnlyOnce("RESOLVE 1 BREACHED");
    }

    @Test
    void whoeverTakesItHasAcceptedItOnceHoweverOftenItIsGivenBack() {
        var appeal = anAppeal().submitted();
        time.pass("PT1H");
        appeal.claimedBy("grid-01");
        assertThat(appeal.clocks()).contains("ACCEPT 0 MET", "RESPOND 0 RUNNING");
        engine.getTaskService().setAssignee(appeal.tasks().get(0).getId(), null);
        appeal.claimedBy("secretary-erju");
        assertThat(appeal.ledger()).containsOnlyOnce("ACCEPT 0 MET");
    }

    @Test
    void aCallIsAResponseAndNoArrival() {
        var appeal = anUrgentAppeal().submitted().calledBy("grid-01");
        assertThat(appeal.clocks()).contains("RESPOND 0 MET", "ARRIVE 0 RUNNING");
        time.pass("PT1H");
        appeal.dispatchedBy("dispatcher", "city-management").arrivedBy("city-mgmt");
        assertThat(appeal.clocks()).contains("ARRIVE 0 MET");
        assertThat(appeal.detail("RESPOND", "MET")).isEqualTo("how=phone;whom=resident;at=2026-03-02T01:00:00Z");
        assertThat(appeal.detail("ARRIVE", "MET")).isEqualTo("how=onSite");
    }

    @Test
    void whoIsOnSiteHasRespondedAndArrived() {
        var appeal = anUrgentAppeal().submitted().respondedBy("grid-01");
        assertThat(appeal.clocks()).contains("RESPOND 0 MET", "ARRIVE 0 MET");
    }

    @Test
    void whoComesLateIsLateAndASupervisorHearsOfItBefore() {
        var appeal = anUrgentAppeal().submitted().calledBy("grid-01");
        time.pass("PT2H");
        assertThat(appeal.ledger()).containsSubsequence("ARRIVE 0 WARNED", "ARRIVE 0 BREACHED", "ARRIVE 0 ESCALATED");
        appeal.dispatchedBy("dispatcher", "city-management").arrivedBy("city-mgmt");
        assertThat(appeal.ledger()).containsOnlyOnce("ARRIVE 0 DONE_LATE");
    }

    @Test
    void aResultInTimeNeedsNoArrivalAnyMore() {
        var appeal = anUrgentAppeal()
                .submitted()
                .calledBy("grid-01")
                .dispatchedBy("dispatcher", "city-management")
                .handledBy("city-mgmt");
        assertThat(appeal.clocks()).contains("ARRIVE 0 CANCELLED", "RESOLVE 0 MET");
    }

    @Test
    void whereNobodyHasToBeOnSiteThereIsNoSuchClock() {
        assertThat(anAppeal().submitted().clocks())
                .containsExactlyInAnyOrder("ACCEPT 0 RUNNING", "RESPOND 0 RUNNING", "RESOLVE 0 RUNNING");
    }

    @Test
    void whatNobodyRatedInTimeWasNotCalledBack() {
        var appeal = aHandledAppeal();
        time.pass("P7D");
        assertThat(appeal.clocks()).contains("CALL_BACK 0 BREACHED");
        assertThat(appeal.status()).isEqualTo("CLOSED_UNANSWERED");
    }

    @Test
    void everyDeadlineIsTheEndOfItsNarration() {
        var appeal = anAppeal().submitted();
        assertThat(clocks.of(appeal.number()))
                .allSatisfy(c ->
                        assertThat(clocks.narrate(appeal.number(), c).dueAt()).isEqualTo(c.dueAt()));
    }

    private AppealDraft anUrgentAppeal() {
        return anAppeal().about("street-lighting").thatIs("safetyRisk");
    }
}
