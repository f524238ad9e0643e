package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** Whoever had a hand in an appeal does not ask the resident how it went, even if both posts are his (rule 47). */
@MinqingTest
class IndependentCallBackTest extends AppealRules {

    private static final String BOTH = "ganshui-grid-and-caller";
    private static final String PASSWORD = "two posts in one hand";
    private static final String REFUSED = "承办过这件诉求的人不能回访";
    private static final String SATISFIED_ANSWER = """
            {"action":"reached","contacted":"yes","answer":"yes","grade":"5"}""";

    private Api both;
    private AppealCase appeal;

    @BeforeEach
    void somebodyHoldsBothPostsAndRespondsToAnAppeal() {
        var identity = engine.getIdentityService();
        var user = identity.newUser(BOTH);
        user.setLastName("两头忙");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        identity.createMembership(BOTH, "ganshui-erju-01-grid-worker");
        identity.createMembership(BOTH, "ganshui-party-service-call-back");
        both = api.as(BOTH, PASSWORD);
        appeal = anAppeal().submitted();
        var answer = both.complete("respondAppeal", appeal.number(), """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已联系"}""");
        assertThat(answer.status()).isEqualTo(200);
        appeal.handledBy("secretary-erju");
    }

    @AfterEach
    void theyAreTwoPeopleAgain() {
        engine.getIdentityService().deleteUser(BOTH);
    }

    @Test
    void theHandlerCannotClaimTheCallBackThroughTheApi() {
        var before = appeal.everythingKept();
        var task = both.task("callResident", appeal.number()).path("id").asText();
        assertThat(both.post("/api/tasks/" + task + "/claim", "{}").status()).isEqualTo(409);
        assertThat(both.complete("callResident", appeal.number(), SATISFIED_ANSWER)
                        .status())
                .isEqualTo(409);
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    @Test
    void theHandlerCannotBeGivenTheCallBackThroughTheEngine() {
        var before = appeal.everythingKept();
        var tasks = engine.getTaskService();
        var task = appeal.task(CALL_RESIDENT);
        assertThatThrownBy(() -> tasks.claim(task.getId(), BOTH)).hasMessageContaining(REFUSED);
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), BOTH)).hasMessageContaining(REFUSED);
        assertThatThrownBy(() -> tasks.delegateTask(task.getId(), BOTH)).hasMessageContaining(REFUSED);
        task.setAssignee(BOTH);
        assertThatThrownBy(() -> tasks.saveTask(task)).hasMessageContaining(REFUSED);
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    @Test
    void somebodyElseOfTheSamePostCan() {
        assertThat(appeal.calledBackBy("caller", SATISFIED).process()).isEnded();
    }

    @Test
    void whoHandledAnotherAppealCan() {
        var other = aHandledAppeal();
        assertThat(both.complete("callResident", other.number(), SATISFIED_ANSWER)
                        .status())
                .isEqualTo(200);
        assertThat(other.process()).isEnded();
    }
}
