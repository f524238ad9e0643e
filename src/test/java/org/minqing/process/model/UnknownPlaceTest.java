package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.RESPOND;

import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** An appeal of which nobody knows yet where it happened. */
@MinqingTest
class UnknownPlaceTest extends AppealRules {

    @Test
    void theDispatcherHasItFirst() {
        var appeal = anAppeal().somewhere().submitted();
        assertWaiting(appeal, RESPOND).task().hasCandidateGroup("ganshui-command-dispatcher");
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isFalse();
    }

    @Test
    void onceTheDispatcherNamesTheUnitThePlaceIsKnownAndItsBranchHandlesIt() {
        var appeal = anAppeal()
                .somewhere()
                .submitted()
                .responseReturnedBy("dispatcher")
                .reroutedBy("dispatcher", "ganshui-erju-01")
                .respondedBy("grid-01");
        assertThat(appeal.appeal("unit")).isEqualTo("ganshui-erju-01");
        assertWaiting(appeal, HANDLE_DIRECTLY).task().hasCandidateGroup("ganshui-erju-branch-secretary");
    }

    @Test
    void theDispatcherMayAnswerTheResidentHimselfAndStillHasItToHandOn() {
        var appeal = anAppeal().somewhere().submitted().respondedBy("dispatcher");
        assertWaiting(appeal, HANDLE_DIRECTLY).task().hasCandidateGroup("ganshui-command-dispatcher");
    }
}
