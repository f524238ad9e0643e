package org.minqing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.SUPERVISE_OVERDUE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
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
        assertThat(clocks.of(appeal.number())).isEqualTo(promised);

        appeal.respondedBy("grid-01");
        var responded = clocks.of(appeal.number());
        time.pass("PT1H");
        appeal.handlingReturnedBy("secretary-erju").dispatchedBy("dispatcher", "justice");
        assertThat(clocks.of(appeal.number())).isEqualTo(responded);
        assertThat(appeal.ledger()).containsExactly("RESPOND 0 OPENED", "RESOLVE 0 OPENED", "RESPOND 0 MET");
    }

    @Test
    void whatIsDoneInTimeIsMetOnceAndNeverWarnedOf() {
        var appeal = aHandledAppeal().rated(SATISFIED);
        time.pass("P30D");
        assertThat(appeal.ledger())
                .containsExactly(
                        "RESPOND 0 OPENED",
                        "RESOLVE 0 OPENED",
                        "RESPOND 0 MET",
                        "RESOLVE 0 MET",
                        "CALL_BACK 0 OPENED",
                        "CALL_BACK 0 MET");
    }

    @Test
    void aBreachThatATimerSawIsWrittenOnceAndTheLateActBesideIt() {
        var appeal = anAppeal().submitted();
        time.pass("PT25H");
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
        appeal.respondedBy("grid-01");
        assertThat(appeal.ledger())
                .containsExactly(
                        "RESPOND 0 OPENED",
                        "RESOLVE 0 OPENED",
                        "RESPOND 0 WARNED",
                        "RESPOND 0 BREACHED",
                        "RESPOND 0 ESCALATED",
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
                .containsExactly("RESPOND 0 OPENED", "RESOLVE 0 OPENED", "RESPOND 0 BREACHED", "RESPOND 0 DONE_LATE");
    }

    @Test
    void anActAtTheVeryLimitIsInTime() {
        var appeal = anAppeal().submitted();
        time.set("2026-03-03T09:00");
        assertThat(appeal.respondedBy("grid-01").clocks()).contains("RESPOND 0 MET");
    }

    @Test
    void aWarningIsNotedOnceAndLiftsTheWaitingTasks() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        time.pass("P6D");
        time.pass("PT1H");
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 WARNED").doesNotContain("RESOLVE 0 BREACHED");
        assertThat(appeal.tasks())
                .allSatisfy(task -> assertThat(task.getPriority()).isEqualTo(75));
    }

    @Test
    void anOpenOverdueSupervisionDoesNotHoldUpTheClose() {
        var appeal = anAppeal().submitted();
        time.pass("PT25H");
        appeal.respondedBy("grid-01").handledBy("secretary-erju");
        assertWaiting(appeal, SUPERVISE_OVERDUE, CALL_RESIDENT);
        assertThat(appeal.rated(SATISFIED).process()).isEnded();
        assertThat(appeal.status()).isEqualTo("CLOSED");
    }

    @Test
    void aRedoOpensAResolveClockOfItsOwnAndNoSecondResponse() {
        var appeal = aHandledAppeal();
        time.pass("P1D");
        appeal.rated(DISSATISFIED);
        assertThat(appeal.clocks())
                .containsExactly("RESPOND 0 MET", "RESOLVE 0 MET", "CALL_BACK 0 MET", "RESOLVE 1 RUNNING");
        var again = clocks.of(appeal.number()).get(3);
        assertThat(again.openedAt()).isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
        assertThat(again.dueAt()).isEqualTo(again.openedAt().plus(again.budget()));
        time.passTo(again.dueAt().plusMillis(1));
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 1 WARNED").containsOnlyOnce("RESOLVE 1 BREACHED");
    }
}
