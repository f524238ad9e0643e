package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.HANDLE_WITH_DEPARTMENT;
import static org.minqing.process.AppealHandling.REROUTE;
import static org.minqing.process.AppealHandling.RESPOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** An appeal of which nobody knows yet where it happened. */
@MinqingTest
class UnknownPlaceTest extends AppealRules {

    private static final String JUSTICE = "ganshui-rule-of-law-justice";

    @Test
    void theDispatcherHasItFirstToPlaceIt() {
        var appeal = anAppeal().somewhere().submitted();
        assertWaiting(appeal, REROUTE).task().hasCandidateGroup("ganshui-command-dispatcher");
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isFalse();
    }

    @Test
    void onceTheDispatcherNamesTheUnitThePlaceIsKnownAndItsBranchHandlesIt() {
        var appeal = anAppeal().somewhere().submitted().reroutedBy("dispatcher", "ganshui-erju-01");
        assertThat(appeal.appeal("unit")).isEqualTo("ganshui-erju-01");
        appeal.respondedBy("grid-01");
        assertWaiting(appeal, HANDLE_DIRECTLY).task().hasCandidateGroup("ganshui-erju-branch-secretary");
    }

    @Test
    void inOneStepADepartmentRespondsAndHandlesItAndNothingComesBackToTheDispatcher() {
        var appeal = anAppeal()
                .about("street-lighting")
                .thatIs("safetyRisk")
                .somewhere()
                .submitted()
                .assignedBy("dispatcher", JUSTICE);
        assertWaiting(appeal, RESPOND).task().hasCandidateGroup(JUSTICE);
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isFalse();
        assertThat(appeal.tracked()).contains("派至平安法治办公室司法调解岗响应并办理");
        // The tier is one that the command centre confirms; it has just said who.
        appeal.respondedBy("safety");
        assertWaiting(appeal, HANDLE_WITH_DEPARTMENT).task().hasCandidateGroup(JUSTICE);
        assertThat(appeal.appeal("handling_post")).isEqualTo("justice");
        appeal.handledBy("safety");
    }

    @Test
    void aPostThatOnlyRespondsLeavesTheHandlingToThePostThatWasDecided() {
        var appeal = anAppeal().somewhere().submitted().assignedBy("dispatcher", "ganshui-erju-01-grid-worker");
        assertThat(appeal.appeal("unit")).isEqualTo("ganshui-erju-01");
        appeal.respondedBy("grid-01");
        assertWaiting(appeal, HANDLE_DIRECTLY).task().hasCandidateGroup("ganshui-erju-branch-secretary");
    }

    @Test
    void whoIsNamedAndGivesItBackIsFollowedByWhomTheDispatcherNamesNext() {
        var appeal = anAppeal()
                .somewhere()
                .submitted()
                .assignedBy("dispatcher", JUSTICE)
                .responseReturnedBy("safety")
                .reroutedBy("dispatcher", "ganshui-erju-01");
        assertWaiting(appeal, RESPOND).task().hasCandidateGroup("ganshui-erju-01-grid-worker");
        assertThat(appeal.desk("safety").hasTask("respondAppeal", appeal.number()))
                .isFalse();
    }

    /** Naming somebody, as giving back, is not accepting; and no clock waits for it. */
    @Test
    void whatTheDispatcherDoesStopsNoClock() {
        var appeal = anAppeal().somewhere().submitted();
        time.pass("PT1H");
        appeal.assignedBy("dispatcher", JUSTICE);
        assertThat(appeal.clocks()).contains("ACCEPT 0 RUNNING", "RESPOND 0 RUNNING", "RESOLVE 0 RUNNING");
        appeal.responseReturnedBy("safety");
        assertThat(appeal.clocks()).contains("ACCEPT 0 RUNNING", "RESPOND 0 RUNNING");
        appeal.reroutedBy("dispatcher", "ganshui-erju-01").claimedBy("grid-01");
        assertThat(appeal.clocks()).contains("ACCEPT 0 MET", "RESPOND 0 RUNNING");
    }

    @Test
    void onlyAUnitOrAPostOfTheLocalityCanBeNamed() {
        var appeal = anAppeal().somewhere().submitted();
        var before = appeal.everythingKept();
        for (var holder : List.of("shibu-rule-of-law-justice", "ganshui-command-dispatcher", "justice", "")) {
            var answer = appeal.tries(
                    "dispatcher",
                    "rerouteAppeal",
                    "{\"action\":\"assign\",\"holder\":\"" + holder + "\",\"note\":\"派单\"}");
            assertThat(answer.status()).as(holder).isEqualTo(400);
            assertThat(answer.raw().body()).contains("holder");
        }
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    @Test
    void whatWasReturnedInTheMiddleOfHandlingIsDispatchedAsBefore() {
        var appeal = anAppeal()
                .somewhere()
                .submitted()
                .assignedBy("dispatcher", JUSTICE)
                .respondedBy("safety")
                .handlingReturnedBy("safety");
        assertWaiting(appeal, DISPATCH);
    }
}
