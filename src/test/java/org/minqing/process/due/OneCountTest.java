package org.minqing.process.due;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.sla.Clock;
import org.minqing.sla.due.Due;
import org.minqing.sla.due.DueRules;
import org.minqing.sla.due.DueState;
import org.minqing.sla.due.RunningLimits;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.springframework.beans.factory.annotation.Autowired;

/** One model, one count: whatever screen is asked, the same appeals are late and the same are soon. */
@MinqingTest
class OneCountTest extends AppealRules {

    @Autowired
    DueRules rules;

    @Autowired
    RunningLimits limits;

    private final List<AppealCase> told = new ArrayList<>();

    @BeforeEach
    void appealsOfEveryState() {
        new Stored(jdbc).withdrawConfidential(api);
        for (var locality : List.of("ganshui", "matou")) {
            var unit = locality.equals("ganshui") ? "ganshui-erju-01" : "matou-qianjin-1-01";
            told.add(anAppeal().from(locality).at(unit).submitted());
        }
        var handled = anAppeal().submitted().respondedBy("grid-01");
        told.add(handled);
        told.add(handled.asks("secretary-erju", "extend", 3));
        told.add(anAppeal().at("ganshui-sanju-01").submitted().respondedBy("grid-02"));
        told.addAll(subCases(anAppeal().submitted().respondedBy("grid-01")));
        told.add(aHandledAppeal());
        // Whoever helps is late before the lead is.
        told.add(anAppeal()
                .about("land")
                .submitted()
                .respondedBy("grid-01")
                .dispatchedBy("dispatcher", "housing-construction"));
        // Late by the day that was promised, with no clock of the appeal left.
        told.add(anAppeal().submitted().respondedBy("grid-01").plannedBy("secretary-erju", "2026-03-09"));
        time.passTo(at("2026-03-06T02:00:00Z"));
        told.add(aHandledAppeal().rated(DISSATISFIED));
        told.add(anAppeal().submitted().calledBy("grid-01").denied());
        told.add(anAppeal().at("ganshui").submitted());
        time.passTo(at("2026-03-09T01:00:00Z"));
        told.add(anAppeal().submitted().claimedBy("grid-01"));
        told.add(anAppeal().inDanger("fire").submitted());
        time.passTo(at("2026-03-09T23:00:00Z"));
        told.add(anAppeal().thatIs("vulnerable").submitted());
        told.add(anAppeal().at("ganshui-erju-02").submitted());
        time.passTo(at("2026-03-10T00:10:00Z"));
    }

    /** Each is work of its own unit, and its own line wherever work is counted. */
    private static List<AppealCase> subCases(AppealCase whole) {
        var answer = whole.desk("dispatcher").post("/api/appeals/" + whole.number() + "/sub-cases", """
                        {"subCases":[{"title":"楼道灯","description":"三楼的灯不亮","category":"property"},
                          {"title":"楼道杂物","description":"二楼堆了杂物","category":"other"}]}""");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return List.of(whole.subCase(whole.number() + "-1"), whole.subCase(whole.number() + "-2"));
    }

    @AfterEach
    void nothingIsLeft() {
        told.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10T00:10:00Z", "2026-03-10T05:00:00Z"})
    void everyScreenCountsTheSame(String moment) {
        time.passTo(at(moment));
        for (var locality : List.of("ganshui", "matou")) {
            peopleCountTheSameOnEveryScreen(locality);
            supervisorsCountWhatTheListsShow(locality);
        }
        assertThat(told.stream().map(this::state).collect(Collectors.toSet()))
                .as("every state is among them")
                .containsExactlyInAnyOrder(DueState.values());
    }

    /** A list that went by the dates that tasks had in their models would be noticed. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10T05:00:00Z"})
    void aTaskOutOfStepWithItsClocksIsNoticed(String moment) {
        time.passTo(at(moment));
        var late = told.stream()
                .filter(appeal -> state(appeal) == DueState.LATE)
                .findFirst()
                .orElseThrow();
        for (var task : late.tasks()) {
            task.setDueDate(Date.from(time.instant().plusSeconds(3600)));
            engine.getTaskService().saveTask(task);
        }
        assertThat(appealsOfTasks("ganshui", DueState.LATE)).isNotEqualTo(file("ganshui", "overdue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10T05:00:00Z"})
    void theDatabaseSaysOfEveryClockWhatJavaSays(String moment) {
        time.passTo(at(moment));
        var checked = 0;
        for (var appeal : told) {
            var running = clocks.of(appeal.number()).stream()
                    .filter(c -> c.stoppedAt() == null)
                    .collect(Collectors.toMap(c -> c.kind().label(), c -> rules.of(c)));
            var found = limits.of(Set.of(appeal.number())).getOrDefault(appeal.number(), List.of()).stream()
                    .filter(r -> !Set.of("核实", "会办", "挂账").contains(r.label()))
                    .collect(Collectors.toMap(RunningLimits.Running::label, RunningLimits.Running::due));
            assertThat(found).as(appeal.number()).isEqualTo(running);
            checked += running.size();
        }
        assertThat(checked).isGreaterThan(10);
    }

    private void peopleCountTheSameOnEveryScreen(String locality) {
        var sum = 0L;
        for (var person : people(locality)) {
            var screens = new Screens(api, person);
            var expected = screens.tasks();
            assertThat(screens.others())
                    .allSatisfy((screen, count) ->
                            assertThat(count).as("%s: %s", person, screen).isEqualTo(expected));
            sum += expected.late() + expected.soon();
        }
        assertThat(sum).as(locality).isPositive();
    }

    private void supervisorsCountWhatTheListsShow(String locality) {
        var late = appealsOfTasks(locality, DueState.LATE);
        var soon = new TreeSet<>(appealsOfTasks(locality, DueState.SOON));
        soon.removeAll(late);
        assertThat(file(locality, "overdue")).isEqualTo(late).isNotEmpty();
        assertThat(file(locality, "dueSoon")).isEqualTo(soon);
        var supervisor = locality + "-supervisor";
        var summary = api.as(supervisor).get("/api/supervision/summary").json();
        assertThat(new Screens.Count(
                        summary.path("overdue").asLong(),
                        summary.path("dueSoon").asLong()))
                .isEqualTo(new Screens.Count(late.size(), soon.size()));
        assertThat(sum(summary.path("units"), "overdue")).isEqualTo(late.size());
        assertThat(summary.path("needsHelp").size())
                .as("every unit with something overdue is named")
                .isGreaterThanOrEqualTo(
                        (int) units(summary, u -> u.path("overdue").asInt() > 0));
        var page = Session.of(api, supervisor).get("/desk/supervision").body();
        assertThat(page)
                .contains("state=overdue\"><b>" + late.size() + "</b>", "state=dueSoon\"><b>" + soon.size() + "</b>")
                .doesNotContain("box good");
        var steps = api.as(supervisor).get("/api/cockpit/steps").json().path("steps");
        assertThat(sum(steps, "late"))
                .isEqualTo(open(locality).stream()
                        .filter(task -> due(task).state(time.instant()) == DueState.LATE)
                        .count());
    }

    private Set<String> file(String locality, String state) {
        return Session.of(api, locality + "-supervisor")
                .get("/desk/supervision/backlog.csv?state=" + state)
                .body()
                .lines()
                .filter(line -> line.matches("[A-Z]{2}-\\d{8}-.*"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By the dates that the engine's lists go by; read one by one. */
    private Set<String> appealsOfTasks(String locality, DueState state) {
        var numbers = engine.getRuntimeService().createProcessInstanceQuery().tenantIdIn(locality).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return open(locality).stream()
                .filter(task -> due(task).state(time.instant()) == state)
                .map(task -> numbers.get(task.getProcessInstanceId()))
                // Whether somebody called is found out even if the appeal has ended meanwhile.
                .filter(number -> jdbc.sql("select closed_at is null from appeal where number = ?")
                        .param(number)
                        .query(Boolean.class)
                        .single())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Task> open(String locality) {
        return engine.getTaskService().createTaskQuery().tenantIdIn(locality).list();
    }

    private static Due due(Task task) {
        return TaskDue.of(task);
    }

    private DueState state(AppealCase appeal) {
        return Due.nearest(clocks.of(appeal.number()).stream()
                        .filter(c -> c.stoppedAt() == null)
                        .map((Clock c) -> rules.of(c))
                        .toList())
                .state(time.instant());
    }

    private List<String> people(String locality) {
        return jdbc.sql("""
                        select distinct m.user_id_ from act_id_membership m where m.user_id_ like ? || '-%'
                        order by m.user_id_""").param(locality).query(String.class).list();
    }

    private static long sum(JsonNode lines, String field) {
        var sum = 0L;
        for (var line : lines) {
            sum += line.path(field).asLong();
        }
        return sum;
    }

    private static long units(JsonNode summary, Predicate<JsonNode> which) {
        var count = 0L;
        for (var unit : summary.path("units")) {
            count += which.test(unit) ? 1 : 0;
        }
        return count;
    }

    private static java.time.Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
