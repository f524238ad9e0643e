package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** Withdrawing and merging end an appeal whoever has it in hand, and nothing of it goes on. */
@MinqingTest
class EndingAtAnyMomentTest extends AppealRules {

    /** Whom the appeal waits for. */
    enum Moment {
        RESPONSE(appeal -> appeal),
        REROUTING(appeal -> appeal.responseReturnedBy("grid-01")),
        HANDLING(appeal -> appeal.respondedBy("grid-01")),
        DISPATCH(appeal -> HANDLING.reach(appeal).handlingReturnedBy("secretary-erju")),
        CALL_BACK(appeal -> HANDLING.reach(appeal).handledBy("secretary-erju")),
        SECOND_ROUND(appeal -> CALL_BACK.reach(appeal).rated(DISSATISFIED)),
        REVIEW(appeal -> SECOND_ROUND
                .reach(appeal)
                .dispatchedBy("dispatcher", "justice")
                .handledBy("safety")
                .rated(DISSATISFIED)
                .handledBy("leader")
                .rated(DISSATISFIED));

        private final Function<AppealCase, AppealCase> way;

        Moment(Function<AppealCase, AppealCase> way) {
            this.way = way;
        }

        AppealCase reach(AppealCase appeal) {
            return way.apply(appeal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWithdrawnEndsAndItsClocksAreCancelled(Moment moment) {
        var appeal = moment.reach(anAppeal().submitted()).withdrawn();
        assertThat(appeal.status()).isEqualTo("WITHDRAWN");
        assertNothingGoesOn(appeal);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESPONSE", "HANDLING", "CALL_BACK", "SECOND_ROUND"})
    void whatIsMergedEndsAndItsClocksAreCancelled(Moment moment) {
        var original = anAppeal().submitted();
        var appeal = moment.reach(anAppeal().submitted()).mergedInto(original);
        assertThat(appeal.status()).isEqualTo("MERGED");
        assertThat(appeal.appeal("merged_into")).isEqualTo(original.number());
        assertNothingGoesOn(appeal);
        original.withdrawn();
    }

    /** Of those who set out because somebody is in danger none is left running, whatever each has done. */
    @ParameterizedTest
    @ValueSource(strings = {"", "arrived", "returned"})
    void whatIsWithdrawnOrMergedInDangerEndsForAllWhoSetOut(String report) {
        var original = anAppeal().submitted();
        for (var merged : List.of(true, false)) {
            var appeal = anAppeal().inDanger("gas").submitted();
            if (!report.isEmpty()) {
                appeal.inDanger("safety", report);
            }
            assertNothingGoesOn(merged ? appeal.mergedInto(original) : appeal.withdrawn());
            assertThat(appeal.tasks()).isEmpty();
            for (var person : List.of("grid-01", "safety", "construction")) {
                assertThat(appeal.desk(person).hasTask("removeDanger", appeal.number())
                                || appeal.desk(person).hasTask("respondAppeal", appeal.number()))
                        .as(person)
                        .isFalse();
            }
        }
        original.withdrawn();
    }

    @Test
    void whatIsOverdueAndUnderSupervisionCanBeWithdrawn() {
        var appeal = anAppeal().submitted();
        time.pass("PT25H");
        appeal.withdrawn();
        assertThat(appeal.clocks())
                .containsExactlyInAnyOrder("ACCEPT 0 BREACHED", "RESPOND 0 BREACHED", "RESOLVE 0 CANCELLED");
        assertNothingGoesOn(appeal);
    }

    @Test
    void theDispatcherMayMergeInTheTaskInsteadOfDispatching() {
        var original = anAppeal().submitted();
        var appeal = Moment.DISPATCH.reach(anAppeal().submitted()).dispatcherMergesInto(original);
        assertThat(appeal.status()).isEqualTo("MERGED");
        assertNothingGoesOn(appeal);
    }

    @Test
    void whatHasEndedCannotEndAgain() {
        var appeal = aHandledAppeal().rated(SATISFIED);
        var original = anAppeal().submitted();
        var ended = appeal.everythingKept();
        assertThat(appeal.triesToWithdraw().status()).isEqualTo(409);
        assertThat(appeal.triesToMergeInto(original).status()).isEqualTo(409);
        assertThat(appeal.everythingKept()).isEqualTo(ended);
    }

    private void assertNothingGoesOn(AppealCase appeal) {
        assertThat(appeal.process()).isEnded();
        assertThat(appeal.clocks()).noneMatch(clock -> clock.endsWith("RUNNING"));
    }
}
