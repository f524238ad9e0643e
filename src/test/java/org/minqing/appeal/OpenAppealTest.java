package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.minqing.handling.Ending;
import org.minqing.problem.Refusal;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What may happen to an appeal that was taken in hand, and what is rolled back. */
@MinqingTest
class OpenAppealTest extends AppealRules {

    private static final Actor HANDLER = new Actor("ganshui-secretary-erju", "二居支部");

    @Autowired
    Appeals appeals;

    @Autowired
    Ending ending;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aStepThatTheProcessDoesNotHaveIsOurFaultAndNothingOfItIsKept() {
        var received = anAppeal().submitted();
        var before = received.everythingKept();
        assertThatIllegalStateException()
                .isThrownBy(() -> act(received.number(), open -> {
                    open.supervised(HANDLER, "先写下一笔", true);
                    open.underReview();
                }))
                .withMessage(received.number() + " is RECEIVED and cannot become REVIEW");
        assertThat(received.everythingKept()).isEqualTo(before);
    }

    @Test
    void aPersonWhomSomebodyOvertookIsToldSoAndNothingIsKept() {
        var handled = aHandledAppeal();
        var before = handled.everythingKept();
        refused(() -> act(handled.number(), open -> open.resulted(HANDLER, "solved", "又办了一次")));
        assertThat(handled.everythingKept()).isEqualTo(before);
    }

    @Test
    void onlyAResultCanBeRated() {
        var received = anAppeal().submitted();
        refused(() -> act(received.number(), open -> open.rated(Actor.RESIDENT, 5, "resolved=true", true, "满意")));
    }

    @Test
    void nobodyTakesInHandWhatHasEndedAndHeIsToldHowItEnded() {
        var withdrawn = anAppeal().submitted().withdrawn();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> act(withdrawn.number(), open -> open.progressed(HANDLER, "进展")))
                .withMessage("这件诉求已经结束（已撤回），不能再办。");
    }

    @Test
    void whoWaitedWhileItEndedDoesNotActOnIt() {
        var appeal = anAppeal().submitted();
        var late = transaction.execute(status -> {
            appeals.lock(appeal.number());
            var other = CompletableFuture.runAsync(() -> act(appeal.number(), open -> open.arrived(HANDLER, "到场")));
            untilSomebodyWaits();
            ending.withdraw(appeal.appeal("tracking_code"));
            return other;
        });
        assertThat(late)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(Refusal.class);
        assertThat(appeal.status()).isEqualTo("WITHDRAWN");
    }

    @Test
    void nothingFollowsTheEndInTheSameHand() {
        var received = anAppeal().submitted();
        assertThatIllegalStateException()
                .isThrownBy(() -> act(received.number(), open -> {
                    open.ended(AppealStatus.WITHDRAWN, Actor.RESIDENT, "撤回诉求", null);
                    open.arrived(HANDLER, "到场");
                }))
                .withMessage(received.number() + " has ended");
        assertThat(received.status()).isEqualTo("RECEIVED");
    }

    @Test
    void whatIsNoEndEndsNothing() {
        var received = anAppeal().submitted();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> act(received.number(), open -> open.ended(AppealStatus.HANDLING, HANDLER, "办结", null)));
    }

    @Test
    void whatItsTransactionDidIsSeenAtOnce() {
        var handled = aHandledAppeal();
        transaction.executeWithoutResult(status -> {
            var open = appeals.open(handled.number());
            assertThat(open.state().round()).isZero();
            open.redo("居民不满意，提级重办");
            assertThat(open.state().round()).isOne();
            assertThat(open.state().status()).isEqualTo(AppealStatus.HANDLING);
            // The process knows nothing of it.
            status.setRollbackOnly();
        });
        assertThat(handled.status()).isEqualTo("FEEDBACK");
    }

    private void act(String number, Consumer<OpenAppeal> act) {
        transaction.executeWithoutResult(status -> act.accept(appeals.open(number)));
    }

    private static void refused(ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .matches(refusal -> refusal.kind() == Refusal.Kind.CONFLICT);
    }

    private void untilSomebodyWaits() {
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }
}
