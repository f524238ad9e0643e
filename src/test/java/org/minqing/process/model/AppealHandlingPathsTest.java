package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.ANSWER_CONSULTATION;
import static org.minqing.process.AppealHandling.APPROVE_LIMIT_CHANGE;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.HANDLE_UNDER_SUPERVISION;
import static org.minqing.process.AppealHandling.HANDLE_WITH_DEPARTMENT;
import static org.minqing.process.AppealHandling.NAME_SUBJECT;
import static org.minqing.process.AppealHandling.PASS_ON_PRAISE;
import static org.minqing.process.AppealHandling.REMOVE_DANGER;
import static org.minqing.process.AppealHandling.REROUTE;
import static org.minqing.process.AppealHandling.RESPOND;
import static org.minqing.process.AppealHandling.REVIEW_DISSATISFIED;
import static org.minqing.process.AppealHandling.SETTLE_REMIT;
import static org.minqing.process.AppealHandling.SUPERVISE_OVERDUE;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.minqing.process.PlannedWork;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.TakenFlows;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code appeal-handling.bpmn}, in the real application; the last test shows that none was left out. */
@MinqingTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppealHandlingPathsTest extends AppealRules {

    @BeforeAll
    static void startOver(@Autowired TakenFlows taken) {
        taken.forget();
    }

    @Test
    void anOrdinaryAppealIsAnsweredByTheGridHandledByTheBranchAndClosedByTheResidentsRating() {
        var appeal = anAppeal().submitted();
        assertWaiting(appeal, RESPOND)
                .hasPassedInOrder(
                        "businessRuleTask_urgency",
                        "businessRuleTask_handlingTier",
                        "businessRuleTask_responsibleUnit",
                        "businessRuleTask_timeLimits");
        assertWaiting(appeal.respondedBy("grid-01"), HANDLE_DIRECTLY);
        assertWaiting(appeal.handledBy("secretary-erju"), CALL_RESIDENT);
        assertThat(appeal.rated(SATISFIED).process())
                .hasPassed("endEvent_appealClosed")
                .isEnded();
    }

    @Test
    void whereNobodyKnowsThePlaceTheDispatcherNamesItFirst() {
        var appeal = anAppeal().somewhere().submitted();
        assertWaiting(appeal, REROUTE);
        assertWaiting(appeal.reroutedBy("dispatcher", "ganshui-erju-01"), RESPOND);
    }

    @Test
    void aConsultationIsAnsweredAtTheDesk() {
        var appeal = anAppeal().ofType("consultation").submitted();
        assertWaiting(appeal, ANSWER_CONSULTATION);
        assertWaiting(appeal.answeredBy("registrar", "online"), CALL_RESIDENT);
    }

    @Test
    void aConsultationThatNeedsToBeHandledIsRespondedToByTheUnit() {
        var appeal = anAppeal().ofType("consultation").submitted().passedOnBy("registrar");
        assertWaiting(appeal, RESPOND);
        assertWaiting(appeal.respondedBy("grid-01"), HANDLE_DIRECTLY);
    }

    @Test
    void praiseIsPassedOnAndNobodyIsCalledBack() {
        var appeal = anAppeal().ofType("praise").submitted();
        assertWaiting(appeal, PASS_ON_PRAISE);
        assertThat(appeal.praisePassedOnBy("registrar").process())
                .hasPassed("endEvent_appealClosed")
                .hasNotPassed("subProcess_callBack")
                .isEnded();
    }

    @Test
    void whereTheLocalityWantsItTheDispatcherConfirmsTheDepartment() {
        var appeal = anAppeal().about("street-lighting").submitted().respondedBy("grid-01");
        assertWaiting(appeal, DISPATCH);
        assertWaiting(appeal.dispatchedBy("dispatcher", "city-management"), HANDLE_WITH_DEPARTMENT)
                .task()
                .hasCandidateGroup("ganshui-enforcement-city-management");
        assertWaiting(appeal.handledBy("city-mgmt"), CALL_RESIDENT);
    }

    @Test
    void whatIsBeyondTheStreetIsHandledByTheLeaderUnderSupervision() {
        var appeal = anAppeal().thatIs("beyondStreet").submitted().respondedBy("grid-01");
        assertWaiting(appeal, HANDLE_UNDER_SUPERVISION);
        assertWaiting(appeal.handledBy("leader"), CALL_RESIDENT);
    }

    @Test
    void whatIsConfidentialWaitsUntilItIsKnownWhomItIsAbout() {
        var appeal = anAppeal().about("petition").submitted();
        assertWaiting(appeal, NAME_SUBJECT).task().hasCandidateGroup("ganshui-rule-of-law-petition-office");
        assertThat(appeal.tries("safety", "nameSubject", """
                        {"action":"named","people":["ganshui-secretary-erju"]}""").status()).isEqualTo(200);
        assertWaiting(appeal, RESPOND).task().hasCandidateGroup("ganshui-rule-of-law-petition-office");
    }

    @Test
    void aResponseThatIsReturnedIsRerouted() {
        var appeal = anAppeal().submitted().responseReturnedBy("grid-01");
        assertWaiting(appeal, REROUTE);
        assertWaiting(appeal.reroutedBy("dispatcher", "ganshui-sanju-01"), RESPOND)
                .task()
                .hasCandidateGroup("ganshui-sanju-01-grid-worker");
        assertThat(appeal.respondedBy("grid-02").process()).hasPassed("endEvent_responded");
    }

    @Test
    void whereSomebodyIsInDangerOthersSetOutTooUntilItIsSafe() {
        var appeal = anAppeal().inDanger("fire").submitted().respondedBy("grid-01");
        assertWaiting(appeal.inDanger("safety", "arrived"), REMOVE_DANGER);
        assertWaiting(appeal.inDanger("safety", "removed"), DISPATCH).hasPassed("endEvent_dangerRemoved");
        appeal.withdrawn();
    }

    @Test
    void whatOneGivesBackInDangerIsLeftToTheOthersAndWhatAllGiveBackToTheDispatcher() {
        var left = anAppeal().inDanger("fire").submitted().inDanger("safety", "returned");
        assertWaiting(left, RESPOND).hasPassed("endEvent_leftToOthers");
        left.withdrawn();
        var appeal = anAppeal().inDanger("fire").submitted().responseReturnedBy("grid-01");
        assertWaiting(appeal, REMOVE_DANGER).hasPassed("endEvent_leftToOthers");
        assertWaiting(appeal.inDanger("safety", "returned"), REROUTE);
        appeal.withdrawn();
    }

    @Test
    void whoReportsProgressGoesOnHandling() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").progressedBy("secretary-erju");
        assertWaiting(appeal, HANDLE_DIRECTLY).task().isAssignedTo("ganshui-secretary-erju");
    }

    @Test
    void whatAHandlerReturnsIsDispatchedAgain() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").handlingReturnedBy("secretary-erju");
        assertWaiting(appeal, DISPATCH);
        assertWaiting(appeal.dispatchedBy("dispatcher", "justice"), HANDLE_DIRECTLY)
                .task()
                .isNotAssigned()
                .hasCandidateGroup("ganshui-rule-of-law-justice");
    }

    @Test
    void aResponseThatTwoUnitsReturnIsGivenByWhomTheLeaderNames() {
        var appeal = anAppeal()
                .submitted()
                .responseReturnedBy("grid-01")
                .reroutedBy("dispatcher", "ganshui-sanju-01")
                .responseReturnedBy("grid-02");
        assertWaiting(appeal, SETTLE_REMIT).hasPassed("endEvent_remitDisputed");
        assertWaiting(appeal.settledBy("leader", "ganshui-erju-02-grid-worker"), RESPOND)
                .task()
                .hasCandidateGroup("ganshui-erju-02-grid-worker");
    }

    @Test
    void whatTwoHandlersReturnIsHandledByWhomTheLeaderNames() {
        var appeal = anAppeal()
                .submitted()
                .respondedBy("grid-01")
                .handlingReturnedBy("secretary-erju")
                .dispatchedBy("dispatcher", "justice")
                .handlingReturnedBy("safety");
        assertWaiting(appeal, SETTLE_REMIT);
        assertWaiting(appeal.settledBy("leader", "ganshui-erju-branch-secretary"), HANDLE_DIRECTLY)
                .task()
                .hasCandidateGroup("ganshui-erju-branch-secretary");
    }

    @Test
    void aLateResponseIsWarnedOfThenReportedToTheBranchSecretary() {
        var appeal = anAppeal().submitted();
        appeal.claimedBy("grid-01");
        time.pass("PT20H");
        assertWaiting(appeal, RESPOND).hasPassed("event_nextLimit");
        time.pass("PT4H");
        assertWaiting(appeal, RESPOND, SUPERVISE_OVERDUE);
        assertThat(appeal.task(SUPERVISE_OVERDUE)).hasCandidateGroup("ganshui-erju-branch-secretary");
        assertWaiting(appeal.supervisedBy("secretary-erju"), RESPOND).hasPassed("endEvent_overdueSupervised");
    }

    @Test
    void aLateResultIsWarnedOfThenReportedToTheSupervisor() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        // Five working days from a Monday morning, without the weekend.
        time.pass("P6D");
        assertWaiting(appeal, HANDLE_DIRECTLY).hasPassed("event_nextLimit");
        time.pass("P1D");
        assertWaiting(appeal, HANDLE_DIRECTLY, SUPERVISE_OVERDUE);
        assertThat(appeal.task(SUPERVISE_OVERDUE)).hasCandidateGroup("ganshui-general-office-supervisor");
    }

    @Test
    void anAttemptThatReachedNobodyIsNoResponse() {
        var appeal = anAppeal().submitted().residentMissedBy("grid-01");
        assertWaiting(appeal, RESPOND);
        assertThat(appeal.clocks()).contains("RESPOND 0 RUNNING");
    }

    @Test
    void aLadderThatHasReachedItsTopEndsTheWatch() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        time.pass("P9D");
        assertWaiting(appeal, HANDLE_DIRECTLY, SUPERVISE_OVERDUE, SUPERVISE_OVERDUE)
                .hasPassed("endEvent_limitsWatched");
    }

    @Test
    void moreTimeIsGrantedOrRefusedWhileTheHandlerGoesOn() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").asks("secretary-erju", "extend", 3);
        assertWaiting(appeal, HANDLE_DIRECTLY, APPROVE_LIMIT_CHANGE);
        assertThat(appeal.triesToDecide("supervisor", "refused").status()).isEqualTo(200);
        assertWaiting(appeal, HANDLE_DIRECTLY).hasPassed("endEvent_limitChangeRefused");
        assertWaiting(appeal.asks("secretary-erju", "extend", 3).grantedBy("supervisor"), HANDLE_DIRECTLY)
                .hasPassed("endEvent_limitExtended");
    }

    @Test
    void aPauseEndsByItselfOrWhenTheHandlerGoesOn() {
        var appeal = anAppeal()
                .submitted()
                .respondedBy("grid-01")
                .asks("secretary-erju", "pause", 3)
                .grantedBy("supervisor");
        assertThat(appeal.process()).isWaitingAt(HANDLE_DIRECTLY, "gateway_pauseEnds");
        time.pass("P3D");
        assertThat(appeal.process()).hasPassed("event_pauseEnds", "endEvent_clockResumed");
        appeal.asks("secretary-erju", "pause", 3).grantedBy("supervisor").goesOn("secretary-erju");
        assertWaiting(appeal, HANDLE_DIRECTLY).hasPassed("event_clockResumed");
    }

    @Test
    void whoDoesNotAnswerTheCallIsCalledAgain() {
        var appeal = aHandledAppeal().residentNotReachedBy("caller");
        assertWaiting(appeal, CALL_RESIDENT).task().isNotAssigned();
        assertThat(appeal.calledBackBy("caller-2", SATISFIED).process())
                .hasPassed("endEvent_residentAnswered", "endEvent_appealClosed")
                .isEnded();
    }

    @Test
    void whatNobodyRatesClosesAsUnansweredAtTheLimit() {
        var appeal = aHandledAppeal();
        time.pass("P7D");
        assertThat(appeal.process()).hasPassed("endEvent_closedUnanswered").isEnded();
    }

    @Test
    void whatDoesNotSatisfyIsDoneAgainTwiceThenReviewed() {
        var appeal = aHandledAppeal().rated(DISSATISFIED);
        assertWaiting(appeal, DISPATCH).hasPassed("serviceTask_startRedo");
        appeal.dispatchedBy("dispatcher", "justice").handledBy("safety").calledBackBy("caller", DISSATISFIED);
        assertWaiting(appeal, HANDLE_UNDER_SUPERVISION);
        assertWaiting(appeal.handledBy("leader").rated(DISSATISFIED), REVIEW_DISSATISFIED);
        assertWaiting(appeal.reviewedBy("supervisor", "redo"), HANDLE_UNDER_SUPERVISION);
        appeal.handledBy("leader").rated(DISSATISFIED).reviewedBy("supervisor", "close");
        assertThat(appeal.process()).hasPassed("endEvent_appealClosed").isEnded();
    }

    @Test
    void aPlanIsCarriedOutBeforeTheResidentIsAskedWhetherItIsSolved() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").plannedBy("secretary-erju", "2026-06-30");
        assertThat(appeal.process()).isWaitingAt(PlannedWork.CALLED);
        appeal.followedBy("secretary-erju", """
                "action":"done","outcome":"solved","evidenceKind":"document","evidence":"验收单第3号，存村委会\"""");
        assertWaiting(appeal, CALL_RESIDENT);
    }

    @Test
    void anAnswerThatIsNotAcceptedIsReviewedAtOnce() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").endedBy("secretary-erju", """
                "outcome":"explained","evidenceKind":"document","evidence":"区里批复第9号，存村委会\"""");
        assertWaiting(appeal.rated(DISSATISFIED), REVIEW_DISSATISFIED);
    }

    @Test
    void whatTheResidentWithdrawsEnds() {
        assertThat(anAppeal().submitted().withdrawn().process())
                .hasPassed("endEvent_appealWithdrawn")
                .isEnded();
    }

    @Test
    void aDuplicateEndsAndItsOriginalGoesOn() {
        var original = anAppeal().submitted();
        assertThat(anAppeal().submitted().mergedInto(original).process())
                .hasPassed("endEvent_appealMerged")
                .isEnded();
        assertWaiting(original, RESPOND);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everySequenceFlowOfTheModelWasTaken(@Autowired TakenFlows taken) throws Exception {
        try (var in = getClass().getResourceAsStream("/processes/appeal-handling.bpmn")) {
            var flows = Bpmn.readModelFromStream(in).getModelElementsByType(SequenceFlow.class).stream()
                    // The engine goes from such a gateway to the event that happened without taking a flow.
                    .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .map(SequenceFlow::getId)
                    .collect(Collectors.toCollection(TreeSet::new));
            var missing = new TreeSet<>(flows);
            missing.removeAll(taken.ids());
            LoggerFactory.getLogger(getClass())
                    .info("Sequence flows taken: {} of {}", flows.size() - missing.size(), flows.size());
            assertThat(missing).as("sequence flows that no test takes").isEmpty();
        }
    }
}
