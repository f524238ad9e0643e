package org.minqing.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every switch of the engine stands on its safe side. */
class EngineSwitchesTest {

    private final ProcessEngine engine = TestEngines.guarded();
    private final ProcessEngineConfigurationImpl switches =
            (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    @AfterEach
    void cleanUp() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void standsOnTheSafeSide() {
        assertThat(switches.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(switches.isDeserializationTypeValidationEnabled()).isTrue();
        // Ten wrong passwords, from anybody, would lock somebody out for good.
        assertThat(switches.getLoginMaxAttempts()).isEqualTo(Integer.MAX_VALUE);
        assertThat(switches.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(switches.isEnableXxeProcessing()).isFalse();
        assertThat(switches.isStandaloneTasksEnabled()).isFalse();
        assertThat(switches.isCmmnEnabled()).isFalse();
        assertThat(switches.isEnablePasswordPolicy()).isTrue();
        assertThat(switches.isRestrictUserOperationLogToAuthenticatedUsers()).isFalse();
        assertThat(switches.isWebappsAuthenticationLoggingEnabled()).isTrue();
        assertThat(switches.isReevaluateTimeCycleWhenDue()).isFalse();
        assertThat(switches.isEnableFetchScriptEngineFromProcessApplication()).isFalse();
    }

    /** An empty list in the stock check still lets every name through that begins with java.lang. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.ProcessBuilder",
                "java.lang.reflect.Proxy",
                "java.util.ArrayList",
                "org.springframework.context.support.ClassPathXmlApplicationContext"
            })
    void refusesEveryClassInAVariable(String type) {
        assertThat(switches.getDeserializationTypeValidator().validate(type)).isFalse();
    }

    @Test
    void refusesJavaSerializedVariables() {
        assertThatThrownBy(() -> start(anObject("java.util.Date", "application/x-java-serialized-object", "rO0AB")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("prohibited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.ProcessBuilder", "java.util.ArrayList<java.lang.ProcessBuilder>"})
    void neverBuildsAnObjectFromTheJsonOfACaller(String type) {
        String instance = start(anObject(type, "application/json", "[\"harmless\", \"arguments\"]"));

        assertThatThrownBy(() -> engine.getRuntimeService().getVariable(instance, "payload"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("not whitelisted");
    }

    private String start(TypedValue payload) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "any.bpmn",
                        Bpmn.createExecutableProcess("any")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
        return engine.getRuntimeService()
                .startProcessInstanceByKey("any", Variables.putValueTyped("payload", payload))
                .getId();
    }

    private static TypedValue anObject(String type, String format, String value) {
        return Variables.serializedObjectValue(value)
                .serializationDataFormat(format)
                .objectTypeName(type)
                .create();
    }

    @Test
    void aUserGetsAtMostTwoThousandResults() {
        engine.getIdentityService().setAuthentication("matou-clerk", List.of());

        assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().list())
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().listPage(0, 2001))
                .isInstanceOf(BadUserRequestException.class);
        assertThat(engine.getTaskService().createTaskQuery().listPage(0, 2000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"matou-zhou_1", "camunda-admin", "A9"})
    void acceptsPlainIds(String id) {
        engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(id));
        engine.getIdentityService().deleteGroup(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"马头", "a.b", "a b", "a/b", "${x}", "*", ""})
    void refusesAllOtherIds(String id) {
        assertThatThrownBy(() -> engine.getIdentityService()
                        .saveGroup(engine.getIdentityService().newGroup(id)))
                .isInstanceOf(ProcessEngineException.class);
    }

    /** Those three come inside the engine's own jars and cannot be left out; NoScripts hides them from the engine. */
    @Test
    void noScriptEngineIsOnTheClasspathButThoseInTheEnginesJars() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "JuelScriptEngineFactory", "FeelScriptEngineFactory", "FeelUnaryTestsScriptEngineFactory");
    }
}
