package org.minqing.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CVE-2026-109432: a task query that somebody sends is never a program. */
class QueryExpressionTest {

    private static final String TOUCH = "${probe.touch()}";
    private static final String PROOF_OF_CONCEPT = "{\"orQueries\":[{\"dueAfterExpression\":\"${probe.touch()}\"}]}";

    private final ProcessEngine engine = TestEngines.guarded();

    @BeforeEach
    void forget() {
        Probe.forget();
    }

    @Test
    void theStockEngineEvaluatesAnExpressionInAnOrBranch() {
        sent(PROOF_OF_CONCEPT, TestEngines.stock()).list();

        assertThat(Probe.touched())
                .as("this is the hole; if it is gone, so is the need for the guard")
                .isTrue();
    }

    @Test
    void refusesTheProofOfConceptThatAnyLoggedInUserCouldSend() {
        refusesHoweverItIsRun(() -> sent(PROOF_OF_CONCEPT, engine));
    }

    @Test
    void refusesAnExpressionAtTheTop() {
        refusesHoweverItIsRun(() -> tasks().dueAfterExpression(TOUCH));
    }

    @Test
    void refusesAnExpressionInAnOrBranch() {
        refusesHoweverItIsRun(
                () -> tasks().or().taskName("x").dueAfterExpression(TOUCH).endOr());
    }

    @Test
    void refusesAnExpressionInTheSecondOrBranch() {
        refusesHoweverItIsRun(() -> tasks().or()
                .taskName("x")
                .endOr()
                .or()
                .dueAfterExpression(TOUCH)
                .endOr());
    }

    @Test
    void refusesAnExpressionInAnOrBranchOfAnOrBranch() {
        refusesHoweverItIsRun(() -> sent(
                "{\"orQueries\":[{\"name\":\"x\",\"orQueries\":[{\"dueAfterExpression\":\"${probe.touch()}\"}]}]}",
                engine));
    }

    @ParameterizedTest
    @MethodSource("keysOfExpressions")
    void refusesEveryKeyThatTakesAnExpressionAtEveryDepth(String key) {
        String json = "{\"" + key + "\":\"${probe.touch()}\"}";

        refusesHoweverItIsRun(() -> sent(json, engine));
        refusesHoweverItIsRun(() -> sent("{\"orQueries\":[" + json + "]}", engine));
        refusesHoweverItIsRun(() -> sent("{\"orQueries\":[{\"orQueries\":[" + json + "]}]}", engine));
    }

    @Test
    void knowsTheKeysThatTakeAnExpression() {
        assertThat(keysOfExpressions()).hasSize(20).contains("dueAfterExpression", "assigneeExpression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${currentUser()}", "${currentUserGroups()}", "${now()}"})
    void refusesFromCallersEvenWhatFiltersMayHold(String listed) {
        refusesHoweverItIsRun(() -> tasks().or().taskAssigneeExpression(listed).endOr());
        refusesHoweverItIsRun(() -> tasks().taskAssigneeExpression(listed));
    }

    @Test
    void stillAnswersOrQueriesWithoutExpressions() {
        assertThat(tasks().or().taskName("x").taskAssignee("nobody").endOr().count())
                .isZero();
        assertThat(sent("{\"orQueries\":[{\"assignee\":\"nobody\"}]}", engine).list())
                .isEmpty();
    }

    private TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery();
    }

    private void refusesHoweverItIsRun(Supplier<TaskQuery> query) {
        List<Consumer<TaskQuery>> ways =
                List.of(TaskQuery::list, TaskQuery::count, TaskQuery::singleResult, q -> q.listPage(0, 10));
        ways.forEach(way -> assertThatThrownBy(() -> way.accept(query.get()))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("xpressions are"));
        assertThat(Probe.touched()).isFalse();
    }

    static TaskQuery sent(String json, ProcessEngine engine) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            TaskQueryDto query = mapper.readValue(json, TaskQueryDto.class);
            query.setObjectMapper(mapper);
            return query.toQuery(engine);
        } catch (JsonProcessingException e) {
            throw new ProcessEngineException(e);
        }
    }

    static Stream<String> keysOfExpressions() {
        return Arrays.stream(TaskQueryDto.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("set") && name.endsWith("Expression"))
                .map(name -> Introspector.decapitalize(name.substring(3)));
    }
}
