package org.minqing.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions in models work, see only the listed beans, and never reach a class. */
class ModelExpressionTest {

    private final ProcessEngine engine = TestEngines.guarded();

    @BeforeEach
    void forget() {
        Probe.forget();
    }

    @AfterEach
    void cleanUp() {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void deploysStartsFiresTimersAndKeepsHistory() {
        String instance = start(process()
                .startEvent()
                .serviceTask("probe")
                .camundaExpression("${probe.touch()}")
                .userTask("handle")
                .camundaAssignee("${probe.assignee()}")
                .camundaDueDate("${probe.due()}")
                .name("${title}")
                .boundaryEvent("overdue")
                .timerWithDate("${probe.due()}")
                .endEvent("late")
                .done());

        assertThat(Probe.touched()).isTrue();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        assertThat(task.getAssignee()).isEqualTo("matou-clerk");
        assertThat(task.getName()).isEqualTo("a title");
        assertThat(task.getDueDate()).isNotNull();
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .contains("probe", "handle", "overdue", "late");
    }

    @Test
    void firesAStartTimerWhoseDateIsAnExpression() {
        deploy(process()
                .startEvent()
                .timerWithDate("${probe.due()}")
                .userTask()
                .endEvent()
                .done());

        Job timer = engine.getManagementService().createJobQuery().timers().singleResult();
        engine.getManagementService().executeJob(timer.getId());

        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${title.getClass().forName('java.lang.Object')}",
                "${execution.class.classLoader}",
                "${probe['class']}",
                "${probe[property].name}",
                "${execution.processEngineServices.repositoryService}",
                "${execution.getProcessEngineServices().getProcessEngineConfiguration()}",
                "${probe.dangerous.type.getName()}",
                "${probe.dangerous.type.name}",
                "${probe.dangerous.runtime.availableProcessors()}",
                "${probe.dangerous.builder.command()}",
                "${probe.dangerous.thread.name}",
                "${probe.dangerous.loader.parent}",
                "${probe.dangerous.method.name}"
            })
    void neverReachesAClass(String expression) {
        BpmnModelInstance model = process()
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .endEvent()
                .done();

        assertThatThrownBy(() -> start(model))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("may not use");
    }

    @Test
    void seesNoBeanThatIsNotListed() {
        assertThatThrownBy(() -> start(process()
                        .startEvent()
                        .serviceTask()
                        .camundaExpression("${hidden.touch()}")
                        .endEvent()
                        .done()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("hidden");
        assertThat(Probe.touched()).isFalse();
    }

    @Test
    void withoutAProcessNothingButAListedTextIsEvaluated() {
        assertThatThrownBy(
                        () -> expressions().createExpression("${probe.touch()}").getValue(null))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> expressions().createExpression("plain text").getValue(null))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> expressions().createExpression("${probe}").setValue("x", null))
                .isInstanceOf(BadUserRequestException.class);
        assertThat(Probe.touched()).isFalse();
    }

    @Test
    void withoutAProcessThereIsNoBeanEvenForCodeThatBypassesOurExpressions() {
        JuelExpressionManager manager = (JuelExpressionManager) expressions();
        ValueExpression raw = manager.createValueExpression("${probe.touch()}");

        assertThatThrownBy(() -> raw.getValue(manager.getElContext(null))).isInstanceOf(ELException.class);
        assertThat(Probe.touched()).isFalse();
    }

    @Test
    void aScriptInAModelFails() {
        for (String language : new String[] {"juel", "feel", "javascript", "groovy"}) {
            assertThatThrownBy(() -> start(process()
                            .startEvent()
                            .scriptTask()
                            .scriptFormat(language)
                            .scriptText("${probe.touch()}")
                            .endEvent()
                            .done()))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("Can't find scripting engine");
        }
        assertThat(Probe.touched()).isFalse();
    }

    private ExpressionManager expressions() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager();
    }

    private static ProcessBuilder process() {
        return Bpmn.createExecutableProcess("guarded").camundaHistoryTimeToLive(1);
    }

    private String start(BpmnModelInstance model) {
        deploy(model);
        return engine.getRuntimeService()
                .startProcessInstanceByKey("guarded", Map.of("title", "a title", "property", "class"))
                .getId();
    }

    private void deploy(BpmnModelInstance model) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("guarded.bpmn", model)
                .deploy();
    }
}
