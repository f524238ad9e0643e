package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.HANDLE_UNDER_SUPERVISION;
import static org.minqing.process.AppealHandling.HANDLE_WITH_DEPARTMENT;
import static org.minqing.process.AppealHandling.REVIEW_DISSATISFIED;

import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** What follows when the resident is not satisfied, or does not answer. */
@MinqingTest
class RedoAndReviewTest extends AppealRules {

    @Test
    void eachRedoClimbsOneRung() {
        var appeal = aHandledAppealOfShibu();
        assertThat(appeal.appeal("tier")).isEqualTo("branchDirect");

        assertWaiting(appeal.rated(DISSATISFIED), HANDLE_WITH_DEPARTMENT);
        assertThat(appeal.appeal("tier")).isEqualTo("departmentAssist");
        assertThat(appeal.appeal("round")).isEqualTo("1");

        appeal.handledBy("secretary-chengxi").rated(DISSATISFIED);
        assertWaiting(appeal, HANDLE_UNDER_SUPERVISION);
        assertThat(appeal.appeal("tier")).isEqualTo("reportedSupervised");
        assertThat(appeal.appeal("round")).isEqualTo("2");
    }

    @Test
    void theThirdDissatisfactionIsReviewedByTheSupervisor() {
        var appeal = dissatisfiedThreeTimes();
        assertWaiting(appeal, REVIEW_DISSATISFIED).task().hasCandidateGroup("shibu-general-office-supervisor");
        assertThat(appeal.status()).isEqualTo("REVIEW");
        assertThat(appeal.appeal("round")).isEqualTo("2");
    }

    @Test
    void theReviewMayCloseWithAnExplanation() {
        var appeal = dissatisfiedThreeTimes().reviewedBy("supervisor", "close");
        assertThat(appeal.process()).isEnded();
        assertThat(appeal.status()).isEqualTo("CLOSED");
        assertThat(appeal.clocks()).noneMatch(clock -> clock.endsWith("RUNNING"));
    }

    @Test
    void theReviewMayOrderAnotherRound() {
        var appeal = dissatisfiedThreeTimes().reviewedBy("supervisor", "redo");
        assertWaiting(appeal, HANDLE_UNDER_SUPERVISION);
        assertThat(appeal.appeal("round")).isEqualTo("3");
        assertThat(appeal.status()).isEqualTo("HANDLING");
        assertThat(appeal.clocks()).contains("RESOLVE 3 RUNNING");
    }

    @Test
    void whatNobodyRatesClosesAsUnansweredAtTheLimitAndNotBefore() {
        var appeal = aHandledAppeal().residentNotReachedBy("caller");
        time.pass("PT167H59M");
        assertThat(appeal.status()).isEqualTo("FEEDBACK");
        time.pass("PT1M");
        assertThat(appeal.status()).isEqualTo("CLOSED_UNANSWERED");
        assertThat(appeal.clocks()).noneMatch(clock -> clock.endsWith("RUNNING"));
    }

    @Test
    void anUnsolvedMatterIsDoneAgainHoweverPoliteTheGrade() {
        var appeal = aHandledAppealOfShibu();
        var answer = appeal.tries("caller", "callResident", """
                {"action":"reached","contacted":"yes","answer":"no","grade":"5"}""");
        assertThat(answer.status()).isEqualTo(200);
        assertWaiting(appeal, HANDLE_WITH_DEPARTMENT);
    }

    /** Nobody confirms the department there, so that each round is one step shorter. */
    private AppealCase aHandledAppealOfShibu() {
        return anAppeal()
                .from("shibu")
                .at("shibu-chengxi-1-01")
                .submitted()
                .respondedBy("grid-01")
                .handledBy("secretary-chengxi");
    }

    private AppealCase dissatisfiedThreeTimes() {
        return aHandledAppealOfShibu()
                .rated(DISSATISFIED)
                .handledBy("secretary-chengxi")
                .rated(DISSATISFIED)
                .handledBy("leader")
                .rated(DISSATISFIED);
    }
}
