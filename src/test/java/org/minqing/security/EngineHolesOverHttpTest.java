package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The published holes of Camunda 7.24.0, tried over HTTP by people who have signed in (CVE-2026-109432): no expression
 * that a request brings is ever evaluated.
 */
@MinqingTest
class EngineHolesOverHttpTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final AtomicInteger EVALUATIONS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Value("${minqing.data-dir}")
    String dataDir;

    @Autowired
    ProcessEngine engine;

    @Autowired
    FilterService filters;

    private Api api;

    /** What the injected expressions call. Any expression may use it, so that nothing but the guards stands in the way. */
    public static final class Probe {

        private Probe() {}

        /** Counts that an expression was evaluated. */
        public static String probe() {
            EVALUATIONS.incrementAndGet();
            return "x";
        }
    }

    @BeforeEach
    void layTheProbe() throws NoSuchMethodException {
        api = Api.of(port, dataDir);
        expressions().addFunction("probe", Probe.class.getMethod("probe"));
        EVALUATIONS.set(0);
    }

    @Test
    void theProbeIsReachedByAnExpressionThatIsEvaluated() {
        var expression = expressions().createExpression("${probe()}");
        configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> expression.getValue(StartProcessVariableScope.getSharedInstance()));
        assertThat(EVALUATIONS).hasValue(1);
    }

    static Stream<Arguments> attempts() {
        var bodies = List.of(
                "{\"dueAfterExpression\":\"${probe()}\"}",
                "{\"assigneeExpression\":\"${probe()}\"}",
                "{\"candidateGroupsExpression\":\"${probe()}\"}",
                "{\"processInstanceBusinessKeyExpression\":\"${probe()}\"}",
                "{\"orQueries\":[{\"dueAfterExpression\":\"${probe()}\"}]}",
                "{\"orQueries\":[{\"name\":\"x\"},{\"assigneeExpression\":\"${probe()}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"ownerExpression\":\"${probe()}\"}]}]}",
                "{\"name\":\"x\",\"orQueries\":[{\"candidateUserExpression\":\"#{probe()}\"}]}",
                "{\"orQueries\":[{\"followUpBeforeOrNotExistentExpression\":\"${probe()}\"}]}");
        return Stream.of("ganshui-grid-01", "ganshui-supervisor", "admin")
                .flatMap(person -> bodies.stream().map(body -> Arguments.of(person, body)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void anExpressionInAQueryIsRefusedAndNotEvaluated(String person, String body) {
        var session = Session.of(api, person);
        var filter = filters.createTaskFilterQuery()
                .filterName("待我响应")
                .singleResult()
                .getId();
        for (var path : List.of(
                "/task?maxResults=5",
                "/task/count",
                "/filter/" + filter + "/list?maxResults=5",
                "/filter/" + filter + "/count",
                "/filter/" + filter + "/singleResult")) {
            refused(session.post(ENGINE + path, body), path);
        }
        assertThat(EVALUATIONS).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("people")
    void anExpressionInTheAddressIsRefusedAndNotEvaluated(String person) {
        var session = Session.of(api, person);
        var filter = filters.createTaskFilterQuery()
                .filterName("待我响应")
                .singleResult()
                .getId();
        var expression = URLEncoder.encode("${probe()}", StandardCharsets.UTF_8);
        for (var parameter : List.of("dueAfterExpression", "assigneeExpression", "candidateGroupsExpression")) {
            for (var path : List.of("/task", "/task/count", "/filter/" + filter + "/list")) {
                refused(session.get(ENGINE + path + "?maxResults=5&" + parameter + "=" + expression), path);
            }
        }
        assertThat(EVALUATIONS).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("people")
    void nobodyStoresAFilter(String person) throws Exception {
        var session = Session.of(api, person);
        var before = filters.createFilterQuery().count();
        var body = new ObjectMapper()
                .readTree(
                        "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${probe()}\"}}")
                .toString();
        var known = filters.createTaskFilterQuery()
                .filterName("我认领的")
                .singleResult()
                .getId();
        refused(session.post(ENGINE + "/filter/create", body), "create");
        refused(session.send("PUT", ENGINE + "/filter/" + known, body), "change");
        refused(session.send("DELETE", ENGINE + "/filter/" + known, null), "delete");
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
        assertThat(EVALUATIONS).hasValue(0);
    }

    @Test
    void theReadyFilterWithItsOwnExpressionWorks() {
        var mine = filters.createTaskFilterQuery()
                .filterName("我认领的")
                .singleResult()
                .getId();
        var answer = Session.of(api, "ganshui-grid-01").post(ENGINE + "/filter/" + mine + "/list?maxResults=5", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    static Stream<String> people() {
        return Stream.of("ganshui-grid-01", "ganshui-supervisor", "admin");
    }

    private static void refused(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isBetween(400, 499);
    }

    private JuelExpressionManager expressions() {
        return (JuelExpressionManager) configuration().getExpressionManager();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
