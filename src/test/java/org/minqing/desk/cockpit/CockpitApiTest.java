package org.minqing.desk.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.PlannedWork.DECIDE;
import static org.minqing.process.PlannedWork.FOLLOW;
import static org.minqing.process.PlannedWork.SUPERVISE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.minqing.sla.Clocks;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.springframework.beans.factory.annotation.Autowired;

/** What our own views in Cockpit are told. */
@MinqingTest
class CockpitApiTest extends AuditTalk {

    /** Tasks that go by a limit of their own and not by the clocks of the appeal. */
    private static final Set<String> OWN_LIMIT =
            Set.of("userTask_checkContact", "userTask_giveOpinion", "userTask_passOnReview", FOLLOW, DECIDE, SUPERVISE);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Clocks clocks;

    @Test
    void whatWaitsAtEachStepIsWhatTheEngineAndTheClocksCountOneByOne() {
        nothingConfidentialIsOpen();
        submitted("ganshui", "ganshui-erju-01");
        responded(submitted("ganshui", "ganshui-erju-01"));
        var theirs = submitted("matou", "matou-qianjin-1-01");
        time.pass("PT25H");
        submitted("ganshui", "ganshui-erju-02");

        var own = counted(tasksIn("ganshui"));
        assertThat(steps("ganshui-supervisor", "")).isEqualTo(own).isNotEmpty();
        assertThat(own.values()).anyMatch(c -> c.get(1) > 0).anyMatch(c -> c.get(1) < c.get(0));
        assertThat(steps("admin", ""))
                .isEqualTo(counted(engine.getTaskService().createTaskQuery()))
                .isNotEqualTo(own);
        assertThat(steps("ganshui-supervisor", "?definition=" + definition(theirs)))
                .as("without the tasks of other processes, though they have the same name")
                .isEqualTo(counted(tasksIn("ganshui").processDefinitionId(definition(theirs))));
        assertThat(steps("ganshui-supervisor", "?definition=other:1:x")).isEmpty();
    }

    @Test
    void anInstanceTellsItsClocksAndItsLedger() {
        var number = late();
        var sheet = get("ganshui-supervisor", "/api/cockpit/instances/" + instance(number));
        assertThat(sheet.path("number").asText()).isEqualTo(number);
        assertThat(sheet.path("title").asText()).isEqualTo(TITLE);
        var respond = StreamSupport.stream(sheet.path("clocks").spliterator(), false)
                .filter(c -> c.path("clock").asText().equals("响应"))
                .findFirst()
                .orElseThrow();
        assertThat(respond.path("state").asText()).isEqualTo("BREACHED");
        assertThat(respond.path("words").asText()).isEqualTo("超时");
        assertThat(respond.path("dueAt").asText()).isEqualTo("2026-04-08T10:00:00+08:00");
        assertThat(respond.path("narration").asText()).contains("起算", "完成，超时");
        assertThat(respond.path("steps")).isNotEmpty();
        assertThat(sheet.path("ledger"))
                .hasSize((int) stored.count("select count(*) from sla_ledger where appeal = ?", number));
        assertThat(sheet.at("/ledger/0/kindName").asText()).isEqualTo("起算");
        assertThat(sheet.toString()).contains("超时后完成", "ganshui-grid-01").doesNotContain(WORDS, PHONE);
    }

    @Test
    void aRunningClockTellsWhatIsLeftAndALateOneHowLate() {
        var number = submitted();
        time.pass("PT23H");
        var path = "/api/cockpit/instances/" + instance(number);
        assertThat(get("ganshui-supervisor", path).at("/clocks").toString()).contains("RUNNING", "还剩 1 小时");
        time.pass("PT2H");
        assertThat(get("ganshui-supervisor", path).at("/clocks").toString()).contains("LATE", "已超时 1 小时");
    }

    @Test
    void anAdministratorSeesCodesAndTimesAndNoWordsOfAnybody() {
        var number = late();
        var sheet = get("admin", "/api/cockpit/instances/" + instance(number));
        assertThat(sheet.path("number").asText()).isEqualTo(number);
        assertThat(sheet.path("clocks")).isNotEmpty();
        assertThat(sheet.path("title").isNull()).isTrue();
        assertThat(sheet.toString()).doesNotContain(TITLE, WORDS, PHONE, "不该");
    }

    @Test
    void aProcessOfTheNeighbourLooksLikeNone() {
        var theirs = "/api/cockpit/instances/" + instance(submitted("matou", "matou"));
        var forbidden = api.as("ganshui-supervisor").get(theirs);
        var unknown = api.as("ganshui-supervisor").get("/api/cockpit/instances/none");
        Stored.problem(forbidden, 404);
        assertThat(forbidden.raw().body()).isEqualTo(unknown.raw().body());
        assertThat(api.as("matou-supervisor").get(theirs).status()).isEqualTo(200);
    }

    @Test
    void whoLooksIsToldSoThatNoViewAsksForWhatHeMayNotSee() {
        var supervisor = get("ganshui-supervisor", "/api/cockpit/person");
        assertThat(supervisor.path("localityName").asText()).isEqualTo("赶水镇");
        assertThat(supervisor.path("supervisor").asBoolean()).isTrue();
        assertThat(supervisor.path("units").toString()).contains("ganshui-erju").doesNotContain("matou");
        var admin = get("admin", "/api/cockpit/person");
        assertThat(admin.path("localityName").isNull()).isTrue();
        assertThat(admin.path("administrator").asBoolean()).isTrue();
        assertThat(admin.path("units").toString()).contains("ganshui-erju", "matou");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        for (var path : Set.of("person?x=1", "steps?x=1", "instances/none?x=1")) {
            stored.refused(400, () -> api.as("ganshui-supervisor").get("/api/cockpit/" + path), "x");
        }
        stored.refused(400, () -> api.as("ganshui-supervisor").get("/api/cockpit/steps?definition=%00"), "definition");
    }

    @Test
    void aScriptWhoseSessionIsOverMakesNoBrowserAskForAPassword() {
        var answer = api.send(api.request("/api/cockpit/person").header("X-Requested-With", "XMLHttpRequest"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void allVersionsOfADefinitionAreListedWithoutARefusalThatCockpitWouldHaveToWorkAround() {
        var path =
                "/camunda/api/engine/engine/default/process-definition?key=appealHandling&sortBy=version&sortOrder=desc";
        var answer = Session.of(api, "ganshui-supervisor").get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("appealHandling:1:");
    }

    private Map<String, List<Integer>> steps(String user, String question) {
        var counts = new HashMap<String, List<Integer>>();
        get(user, "/api/cockpit/steps" + question)
                .path("steps")
                .forEach(s -> counts.put(
                        s.path("step").asText(),
                        List.of(s.path("waiting").asInt(), s.path("late").asInt())));
        return counts;
    }

    private TaskQuery tasksIn(String locality) {
        return engine.getTaskService().createTaskQuery().tenantIdIn(locality);
    }

    /** Task by task, each by the clocks of its appeal. */
    private Map<String, List<Integer>> counted(TaskQuery tasks) {
        var numbers = engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        var counts = new HashMap<String, List<Integer>>();
        for (var task : tasks.list()) {
            counts.merge(
                    task.getTaskDefinitionKey(),
                    List.of(1, late(task, numbers) ? 1 : 0),
                    (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
        }
        return counts;
    }

    private boolean late(Task task, Map<String, String> numbers) {
        return OWN_LIMIT.contains(task.getTaskDefinitionKey())
                ? task.getDueDate() != null && task.getDueDate().toInstant().isBefore(time.instant())
                : clocks.of(numbers.get(task.getProcessInstanceId())).stream()
                        .anyMatch(c -> c.stoppedAt() == null && c.dueAt().isBefore(time.instant()));
    }

    private String instance(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("appealHandling")
                .singleResult()
                .getId();
    }

    private String definition(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("appealHandling")
                .singleResult()
                .getProcessDefinitionId();
    }

    private JsonNode get(String user, String path) {
        var answer = api.as(user).get(path);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }
}
