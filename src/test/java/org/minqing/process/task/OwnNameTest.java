package org.minqing.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Nobody takes a task in another's name, or out of another's hand, through the engine's own doors. */
@MinqingTest
class OwnNameTest extends AppealRules {

    private static final String PERSON = "ganshui-grid-01";
    private static final String OTHER = "ganshui-secretary-erju";

    private AppealCase appeal;
    private String task;

    /** Every call of the engine that puts a name on a task or takes one from it. */
    enum Door {
        CLAIM((tasks, id) -> tasks.claim(id, OTHER)),
        ASSIGN((tasks, id) -> tasks.setAssignee(id, OTHER)),
        ASSIGN_TO_NOBODY((tasks, id) -> tasks.setAssignee(id, null)),
        OWN((tasks, id) -> tasks.setOwner(id, OTHER)),
        DELEGATE((tasks, id) -> tasks.delegateTask(id, OTHER)),
        LINK((tasks, id) -> tasks.addUserIdentityLink(id, OTHER, IdentityLinkType.ASSIGNEE)),
        CANDIDATE((tasks, id) -> tasks.addCandidateUser(id, OTHER)),
        UNLINK((tasks, id) -> tasks.deleteUserIdentityLink(id, OTHER, IdentityLinkType.ASSIGNEE)),
        SAVE((tasks, id) -> {
            var task = tasks.createTaskQuery().taskId(id).singleResult();
            task.setAssignee(OTHER);
            tasks.saveTask(task);
        });

        private final BiConsumer<TaskService, String> use;

        Door(BiConsumer<TaskService, String> use) {
            this.use = use;
        }
    }

    @BeforeEach
    void aTaskIsOpenToSeveral() {
        appeal = anAppeal().submitted();
        task = appeal.task(AppealHandling.RESPOND).getId();
    }

    @AfterEach
    void leave() {
        engine.getIdentityService().clearAuthentication();
        appeal.withdrawn();
    }

    private int claim(String person, String body) {
        return Session.of(api, person)
                .post("/camunda/api/engine/engine/default/task/" + task + "/claim", body)
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"ganshui-secretary-erju\"}",
                "{\"userId\":\"ganshui-grid-02\"}",
                "{\"userId\":\"nobody-of-that-name\"}",
                "{\"userId\":\"GANSHUI-GRID-01\"}",
                "{\"userId\":\"\"}"
            })
    void aTaskIsClaimedForNobodyElse(String body) {
        var before = appeal.everythingKept();
        assertThat(claim(PERSON, body)).isBetween(400, 499);
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    @Test
    void aTaskIsClaimedInOnesOwnNameAndGivenBackByWhoHoldsIt() {
        assertThat(claim(PERSON, "{\"userId\":\"" + PERSON + "\"}")).isEqualTo(204);
        assertThat(appeal.task(AppealHandling.RESPOND).getAssignee()).isEqualTo(PERSON);
        assertThat(claim(PERSON, "{\"userId\":null}")).isEqualTo(204);
        assertThat(appeal.task(AppealHandling.RESPOND).getAssignee()).isNull();
    }

    @Test
    void nobodyTakesATaskFromItsHolder() {
        assertThat(claim(PERSON, "{\"userId\":\"" + PERSON + "\"}")).isEqualTo(204);
        var before = appeal.everythingKept();
        for (var body : List.of("{\"userId\":null}", "{}", "{\"userId\":\"" + OTHER + "\"}")) {
            assertThat(claim(OTHER, body)).as(body).isBetween(400, 499);
        }
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    /** Even with every right that the engine knows, as administrators have it. */
    @ParameterizedTest
    @EnumSource
    void noDoorOfTheEnginePutsAnotherNameOnATask(Door door) {
        var before = appeal.everythingKept();
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        assertThatThrownBy(() -> door.use.accept(engine.getTaskService(), task))
                .isInstanceOf(ProcessEngineException.class);
        engine.getIdentityService().clearAuthentication();
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }
}
