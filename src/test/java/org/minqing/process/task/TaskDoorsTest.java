package org.minqing.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** A task is completed by its form and its rules, whichever door of the engine somebody tries; a refusal changes nothing. */
@MinqingTest
class TaskDoorsTest extends AppealRules {

    private static final Map<String, Object> RIGHT =
            Map.of("action", "responded", "contactKind", "onSite", "contactWith", "resident", "finding", "现场看过");
    private static final Map<String, Object> SMUGGLING = Map.of(
            "action", "responded", "contactKind", "onSite", "contactWith", "resident", "finding", "现场看过", "round", 9);

    /** What the engine offers to whoever holds a task. */
    enum Door {
        COMPLETE((engine, task) -> engine.getTaskService().complete(task)),
        COMPLETE_WITH_MORE((engine, task) -> engine.getTaskService().complete(task, SMUGGLING)),
        COMPLETE_AND_RETURN(
                (engine, task) -> engine.getTaskService().completeWithVariablesInReturn(task, SMUGGLING, false)),
        SUBMIT((engine, task) -> engine.getFormService().submitTaskForm(task, Map.of())),
        SUBMIT_WITH_MORE((engine, task) -> engine.getFormService().submitTaskForm(task, SMUGGLING)),
        SUBMIT_AND_RETURN(
                (engine, task) -> engine.getFormService().submitTaskFormWithVariablesInReturn(task, SMUGGLING, false)),
        RESOLVE((engine, task) -> engine.getTaskService().resolveTask(task)),
        RESOLVE_WITH_MORE((engine, task) -> engine.getTaskService().resolveTask(task, RIGHT)),
        BPMN_ERROR((engine, task) -> engine.getTaskService().handleBpmnError(task, "any")),
        BPMN_ERROR_WITH_MORE((engine, task) -> engine.getTaskService().handleBpmnError(task, "any", "text", SMUGGLING)),
        ESCALATION((engine, task) -> engine.getTaskService().handleEscalation(task, "appeals.responseOverdue")),
        ESCALATION_WITH_MORE(
                (engine, task) -> engine.getTaskService().handleEscalation(task, "appeals.responseOverdue", SMUGGLING)),
        SET_VARIABLE((engine, task) -> engine.getTaskService().setVariable(task, "round", 9)),
        SET_LOCAL_VARIABLE((engine, task) -> engine.getTaskService().setVariableLocal(task, "round", 9)),
        DELEGATE((engine, task) -> engine.getTaskService().delegateTask(task, "ganshui-grid-02")),
        ASSIGN((engine, task) -> engine.getTaskService().setAssignee(task, "ganshui-grid-02")),
        DELETE((engine, task) -> engine.getTaskService().deleteTask(task, true));

        private final BiConsumer<ProcessEngine, String> use;

        Door(BiConsumer<ProcessEngine, String> use) {
            this.use = use;
        }
    }

    @AfterEach
    void leave() {
        engine.getIdentityService().clearAuthentication();
    }

    @ParameterizedTest
    @EnumSource
    void noDoorOfTheEngineLeadsPastTheForm(Door door) {
        var appeal = anAppeal().submitted();
        var before = appeal.everythingKept();
        var task = appeal.task(AppealHandling.RESPOND).getId();

        enter("ganshui-grid-01", "ganshui-erju-01-grid-worker");
        assertThatThrownBy(() -> door.use.accept(engine, task)).isInstanceOf(ProcessEngineException.class);
        leave();
        assertThat(appeal.everythingKept()).isEqualTo(before);
        assertThat(appeal.withdrawn().status()).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"finding\":\"现场看过\",\"contactKind\":\"onSite\",\"contactWith\":\"resident\"}",
                "{\"action\":\"done\",\"finding\":\"现场看过\",\"contactKind\":\"onSite\",\"contactWith\":\"resident\"}",
                "{\"action\":\"responded\",\"finding\":\"现场看过\",\"contactKind\":\"onSite\",\"contactWith\":\"resident\",\"urgency\":\"normal\"}"
            })
    void answersWithoutAnActionOrWithMoreThanTheFormAsksAreRefused(String answers) {
        var appeal = anAppeal().submitted();
        var before = appeal.everythingKept();

        assertThat(appeal.tries("grid-01", "respondAppeal", answers).status()).isEqualTo(400);
        assertThat(appeal.everythingKept()).isEqualTo(before);
        appeal.withdrawn();
    }

    private void enter(String person, String group) {
        engine.getIdentityService().setAuthentication(person, List.of(group), List.of("ganshui"));
    }
}
