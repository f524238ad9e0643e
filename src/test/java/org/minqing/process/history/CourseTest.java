package org.minqing.process.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minqing.process.decisions.DecisionFile;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.TakenFlows;
import org.minqing.time.Times;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told about the course of an appeal is what the engine wrote down, to the millisecond. */
@MinqingTest
class CourseTest extends AppealRules {

    /** The ways are gone once, and looked at by every test. */
    @Override
    protected void withdrawWhatIsLeft() {}

    private static final Pattern ROW =
            Pattern.compile("<tr class=\"step (\\w+) \\w+\" id=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("datetime=\"([^\"]+)\"");
    private static final Pattern LENGTH = Pattern.compile("<data value=\"(\\d+)\"");

    private static final Map<CourseWay, AppealCase> GONE = new EnumMap<>(CourseWay.class);
    private static final Map<String, Session> SESSIONS = new HashMap<>();
    private static final Map<CourseWay, Set<String>> TAKEN = new EnumMap<>(CourseWay.class);

    @Autowired
    TakenFlows taken;

    @ParameterizedTest
    @EnumSource
    void everyTimeLengthAndInterruptionIsTheEnginesOnThePageAndInTheAnswer(CourseWay way) {
        var appeal = gone(way);
        var expected = activities(appeal).stream()
                .map(a -> row(
                        a.getActivityId(),
                        iso(a.getStartTime()),
                        iso(a.getEndTime()),
                        a.getDurationInMillis(),
                        a.getEndTime() == null ? "running" : a.isCanceled() ? "cancelled" : "completed"))
                .toList();
        assertThat(all(course(appeal).path("steps"))
                        .map(s -> row(
                                s.path("activity").asText(),
                                s.path("startedAt").asText(),
                                s.path("endedAt").textValue(),
                                s.path("durationMs").numberValue(),
                                s.path("state").asText())))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rowsOf(page(appeal))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theWholeIsTheEnginesTooAndTheDiagramIsOfTheVersionOnWhichItRan(CourseWay way) throws IOException {
        var appeal = gone(way);
        var instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(appeal.process().getId())
                .singleResult();
        var course = course(appeal);
        assertThat(course.path("startedAt").asText()).isEqualTo(iso(instance.getStartTime()));
        assertThat(course.path("endedAt").textValue()).isEqualTo(iso(instance.getEndTime()));
        assertThat(course.path("durationMs").numberValue()).isEqualTo(narrow(instance.getDurationInMillis()));
        var definition = instance.getProcessDefinitionId();
        assertThat(course.path("version").asInt()).isEqualTo(instance.getProcessDefinitionVersion());
        try (var xml = engine.getRepositoryService().getProcessModel(definition)) {
            assertThat(course.path("xml").asText()).isEqualTo(new String(xml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFlowsAreThoseThatTheEngineTook(CourseWay way) {
        var appeal = gone(way);
        var flows = all(course(appeal).path("flows")).map(JsonNode::asText).toList();
        assertThat(flows).containsExactlyInAnyOrderElementsOf(TAKEN.get(way));
    }

    @ParameterizedTest
    @EnumSource
    void everyDecisionIsToldWithItsInputsItsRuleAndTheVersionOfItsTable(CourseWay way) {
        var appeal = gone(way);
        var steps = new ArrayList<>(activities(appeal));
        var told = all(course(appeal).path("decisions"))
                .map(d -> String.join(
                        "\n",
                        d.path("step").asText().replaceAll("-\\d+$", ""),
                        d.path("name").asText(),
                        d.path("version").asText(),
                        d.path("at").asText(),
                        cells(d.path("inputs")),
                        cells(d.path("outputs")),
                        d.path("rules").get(0).path("id").asText() + " "
                                + d.path("rules").get(0).path("number").asText()))
                .toList();
        assertThat(told)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        history(appeal).map(d -> expected(d, steps)).toList());
        assertThat(all(course(appeal).path("decisions"))
                        .map(d -> d.path("rules").get(0).path("text").asText()))
                .allSatisfy(text -> assertThat(text).contains("。"));
    }

    @Test
    void aLateAppealShowsEachBreachAtTheStepThatWasOpenThen() {
        var breaches = all(course(gone(CourseWay.LATE)).path("breaches"))
                .map(b -> b.path("clock").asText() + " " + b.path("steps"))
                .toList();
        assertThat(breaches)
                .containsExactlyInAnyOrder(
                        "ACCEPT [\"userTask_respondAppeal\"]",
                        "RESPOND [\"userTask_respondAppeal\"]",
                        "RESOLVE [\"userTask_handleDirectly\"]");
        assertThat(all(course(gone(CourseWay.SATISFIED)).path("breaches"))).isEmpty();
    }

    @Test
    void whoDidAStepIsNamedByUnitAndPostAndNeverAsAPerson() {
        var appeal = gone(CourseWay.REDONE);
        var answer = appeal.desk("supervisor").get(path(appeal)).raw().body();
        assertThat(answer).contains("二居社区第一网格网格员").doesNotContain("ganshui-grid-01", "王网格", "ganshui-safety");
        assertThat(page(appeal)).contains("第一网格网格员").doesNotContain("ganshui-grid-01", "王网格");
    }

    @Test
    void itEndsWhereItWasMergedOrWithdrawnAndWhatWasInterruptedIsSaidToBe() {
        var merged = course(gone(CourseWay.MERGED));
        assertThat(merged.path("end").asText()).isEqualTo("endEvent_appealMerged");
        assertThat(states(merged)).contains("userTask_handleDirectly cancelled", "subProcess_handling cancelled");
        var withdrawn = course(gone(CourseWay.WITHDRAWN));
        assertThat(withdrawn.path("end").asText()).isEqualTo("endEvent_appealWithdrawn");
        assertThat(states(withdrawn))
                .contains("userTask_respondAppeal cancelled", "userTask_superviseOverdue cancelled");
        var rated = course(gone(CourseWay.SATISFIED));
        assertThat(rated.path("end").asText()).isEqualTo("endEvent_appealClosed");
        assertThat(states(rated)).contains("subProcess_handling completed", "subProcess_callBack cancelled");
        assertThat(course(gone(CourseWay.RUNNING)).path("end").isNull()).isTrue();
    }

    @Test
    void whoMayNotSeeTheAppealDoesNotSeeItsCourse() {
        var appeal = gone(CourseWay.SATISFIED);
        for (var user : List.of("matou-supervisor", "ganshui-grid-02")) {
            assertThat(api.as(user).get(path(appeal)).status()).as(user).isEqualTo(404);
        }
        for (var user : List.of("ganshui-auditor", "ganshui-grid-01")) {
            assertThat(api.as(user).get(path(appeal)).status()).as(user).isEqualTo(200);
        }
        assertThat(Session.of(api, "ganshui-grid-02").get(pagePath(appeal)).statusCode())
                .isEqualTo(404);
        assertThat(api.get(path(appeal)).status()).isEqualTo(401);
        assertThat(appeal.desk("supervisor")
                        .get("/api/appeals/GS-20990101-0001/process")
                        .status())
                .isEqualTo(404);
        assertThat(appeal.desk("supervisor").get(path(appeal) + "?x=1").status())
                .isEqualTo(400);
    }

    /** Each way is gone once for all tests: it takes a while. */
    private AppealCase gone(CourseWay way) {
        return GONE.computeIfAbsent(way, w -> {
            var appeal = w.go(time, this::anAppeal);
            // What co-handlers are asked, and to whom it is offered, are courses beside it.
            TAKEN.put(
                    w,
                    taken.ids(appeal.number()).stream()
                            .filter(flow -> !flow.startsWith("flow_opinion") && !flow.startsWith("flow_order"))
                            .collect(Collectors.toSet()));
            return appeal;
        });
    }

    private static String path(AppealCase appeal) {
        return "/api/appeals/" + appeal.number() + "/process";
    }

    private static String pagePath(AppealCase appeal) {
        return "/desk/appeals/" + appeal.number() + "/process";
    }

    private static String supervisor(AppealCase appeal) {
        return (appeal.number().startsWith("GS") ? "ganshui" : "shibu") + "-supervisor";
    }

    private static JsonNode course(AppealCase appeal) {
        var answer = appeal.desk("supervisor").get(path(appeal));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }

    private String page(AppealCase appeal) {
        var page = SESSIONS.computeIfAbsent(supervisor(appeal), user -> Session.of(api, user))
                .get(pagePath(appeal));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private List<HistoricActivityInstance> activities(AppealCase appeal) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(appeal.process().getId())
                .list()
                .stream()
                // What several take at once the engine notes once more around them.
                .filter(a -> !a.getActivityType().equals("multiInstanceBody"))
                .toList();
    }

    private Stream<HistoricDecisionInstance> history(AppealCase appeal) {
        return engine
                .getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(appeal.process().getId())
                .includeInputs()
                .includeOutputs()
                .list()
                .stream();
    }

    private String expected(HistoricDecisionInstance d, List<HistoricActivityInstance> steps) {
        var definition = engine.getRepositoryService().getDecisionDefinition(d.getDecisionDefinitionId());
        var step = steps.stream()
                .filter(s -> s.getId().equals(d.getActivityInstanceId()))
                .findFirst()
                .orElseThrow();
        var rule = d.getOutputs().get(0).getRuleId();
        var own = definition.getTenantId() == null ? "" : definition.getTenantId() + "/";
        var file = DecisionFile.named(
                own + d.getDecisionDefinitionKey().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
        return String.join(
                "\n",
                step.getActivityId(),
                definition.getName(),
                Integer.toString(definition.getVersion()),
                iso(d.getEvaluationTime()),
                String.join(
                        ";",
                        d.getInputs().stream()
                                .map(i -> i.getClauseName() + "=" + i.getValue())
                                .sorted()
                                .toList()),
                String.join(
                        ";",
                        d.getOutputs().stream()
                                .map(o -> o.getClauseName() + "=" + o.getValue())
                                .sorted()
                                .toList()),
                rule + " " + (file.ruleIds().indexOf(rule) + 1));
    }

    private static String cells(JsonNode values) {
        return String.join(
                ";",
                all(values)
                        .map(v ->
                                v.path("label").asText() + "=" + v.path("value").asText())
                        .sorted()
                        .toList());
    }

    private static List<String> states(JsonNode course) {
        return all(course.path("steps"))
                .map(s -> s.path("activity").asText() + " " + s.path("state").asText())
                .toList();
    }

    private static List<String> rowsOf(String page) {
        return ROW.matcher(page)
                .results()
                .map(r -> {
                    var times = TIME.matcher(r.group(3))
                            .results()
                            .map(t -> t.group(1))
                            .toList();
                    var length = LENGTH.matcher(r.group(3))
                            .results()
                            .map(l -> Long.valueOf(l.group(1)))
                            .findFirst()
                            .orElse(null);
                    return row(
                            r.group(2).replaceAll("-\\d+$", ""),
                            times.get(0),
                            times.size() > 1 ? times.get(1) : null,
                            length,
                            r.group(1));
                })
                .toList();
    }

    private static String row(String activity, String from, String to, Number length, String state) {
        return activity + " " + from + " " + to + " " + Objects.toString(length) + " " + state;
    }

    private static Number narrow(Long value) {
        return value == null || value > Integer.MAX_VALUE ? (Number) value : (Number) Integer.valueOf(value.intValue());
    }

    private static String iso(Date date) {
        return date == null ? null : Times.iso(date.toInstant());
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
