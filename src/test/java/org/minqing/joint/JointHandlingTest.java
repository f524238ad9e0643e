package org.minqing.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.process.AppealHandling.GIVE_OPINION;
import static org.minqing.process.AppealHandling.HANDLE_UNDER_SUPERVISION;
import static org.minqing.process.AppealHandling.HANDLE_WITH_DEPARTMENT;
import static org.minqing.process.AppealHandling.JOINT_HANDLING;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.minqing.appeal.ClockKind;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.TakenFlows;
import org.springframework.beans.factory.annotation.Autowired;

/** Lead and co-handlers: each that the tables name is asked, the lead answers once, and nobody is asked in vain. */
@MinqingTest
@TestInstance(Lifecycle.PER_CLASS)
class JointHandlingTest extends AppealRules {

    private static final String JUSTICE = "shibu-rule-of-law-justice";
    private static final String AGRICULTURE = "shibu-agriculture-agriculture";
    private static final String CONSTRUCTION = "shibu-construction-housing-construction";

    @Autowired
    Duties duties;

    @Autowired
    TakenFlows taken;

    /** A boundary in dispute: the housing post leads, those for disputes and for farmland help. */
    private AppealCase aBoundary() {
        return anAppeal()
                .from("shibu")
                .at("shibu-jijiahe-01")
                .about("land")
                .submitted()
                .respondedBy("grid-02");
    }

    @Test
    void everyPostThatHelpsIsAskedOnceWhenTheHandlingOfARoundBegins() {
        var appeal =
                anAppeal().from("shibu").at("shibu-jijiahe-01").about("land").submitted();
        assertThat(asked(appeal)).isEmpty();
        appeal.respondedBy("grid-02");
        assertThat(asked(appeal)).containsOnlyKeys(JUSTICE, AGRICULTURE);
        assertThat(appeal.desk("safety").hasTask("giveOpinion", appeal.number()))
                .isTrue();
        assertThat(appeal.desk("livelihood").hasTask("giveOpinion", appeal.number()))
                .isTrue();
        assertThat(appeal.desk("construction").hasTask("giveOpinion", appeal.number()))
                .isFalse();
        appeal.progressedBy("construction").opinionBy("safety", "agreed").progressedBy("construction");
        assertThat(asked(appeal)).containsOnlyKeys(AGRICULTURE);
    }

    /** Five working days from Monday 9 o'clock; the lead has 60 days. */
    @Test
    void anOpinionHasALimitOfItsOwnAndNeverALaterOneThanTheLead() {
        var appeal = aBoundary();
        assertThat(sheet(appeal)).contains("\"dueAt\":\"2026-03-");
        var due = asked(appeal).get(JUSTICE).getDueDate();
        assertThat(due).isBefore(Date.from(resolve(appeal))).isAfter(Date.from(time.instant()));

        correct(
                appeal,
                "{\"facts\":{\"vulnerable\":true,\"lineCut\":true},\"category\":\"water-supply\",\"reason\":\"水管也断了\"}");
        var all = asked(appeal);
        assertThat(all).isNotEmpty();
        assertThat(all.values()).allSatisfy(task -> {
            assertThat(task.getDueDate()).isBeforeOrEqualTo(Date.from(resolve(appeal)));
            assertThat(timer(task)).isEqualTo(task.getDueDate());
        });
    }

    /** What the tables name after a correction is asked, and what they name no more is not. */
    @Test
    void aCorrectionAsksThoseWhoHelpNow() {
        var appeal = aBoundary();
        correct(appeal, "{\"category\":\"labour\",\"reason\":\"其实是欠薪\"}");
        assertThat(asked(appeal)).containsOnlyKeys(JUSTICE);
        assertThat(steps(appeal)).contains("lapsed 更正研判后不再需要");
        correct(appeal, "{\"category\":\"land\",\"reason\":\"看错了\"}");
        assertThat(asked(appeal)).containsOnlyKeys(JUSTICE, AGRICULTURE);
    }

    @Test
    void theLeadWaitsForOpinionsUnlessTheyAreOverdueOrHeSaysWhy() {
        var appeal = aBoundary().opinionBy("safety", "needs");
        var refused = appeal.triesToHandle("construction", null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("withoutOpinions");
        assertThat(refused.raw().body()).contains("农业农村综合服务站农业水利岗");
        appeal.triesToHandle("construction", "农业站电话里已经同意");
        assertThat(sheet(appeal)).contains("未提出会办意见，先行答复：农业站电话里已经同意");
        assertThat(appeal.tracked()).doesNotContain("电话里已经同意");
        assertThat(asked(appeal)).isEmpty();

        var late = aBoundary();
        time.pass("P10D");
        assertThat(sheet(late)).contains("农业水利岗会办意见超期未提出", "\"state\":\"late\"");
        assertThat(late.triesToHandle("construction", null).status()).isEqualTo(200);
        assertThat(sheet(late)).contains("先行答复：已到期");
    }

    /** The resident reads one answer, and which units took part in it. */
    @Test
    void opinionsAreReadByStaffAloneAndKeptOutsideOfTheEngine() {
        var appeal = aBoundary().opinionBy("safety", "agreed").opinionBy("livelihood", "notOurs");
        assertThat(sheet(appeal)).contains("管线由我们改", "概算 3 万元", "\"position\":\"notOurs\"");
        assertThat(duties.excluded(appeal.number(), Duty.CALLING_BACK)).contains("shibu-safety", "shibu-livelihood");
        assertThat(appeal.triesToHandle("construction", null).status()).isEqualTo(200);
        assertThat(appeal.tracked()).contains("（会办：平安法治办公室）").doesNotContain("管线由我们改", "概算 3 万元", "农业农村综合服务站", "会办意见");
        assertThat(jdbc.sql("""
                select (select count(*) from act_hi_varinst where text_ like '%管线由我们改%' or text_ like '%概算%')
                  + (select count(*) from act_ge_bytearray where encode(bytes_, 'escape') like '%管线由我们改%')
                  + (select count(*) from appeal_event where text like '%管线由我们改%')""").query(Integer.class).single()).isZero();
    }

    @Test
    void nobodyIsAskedAnyMoreOnceThereIsAResultOrAnEndAndARedoAsksAnew() {
        var appeal = aBoundary();
        appeal.triesToHandle("construction", "已经量过");
        assertThat(asked(appeal)).isEmpty();
        appeal.rated(DISSATISFIED);
        // The leader leads, and who led before helps him.
        assertThat(appeal.task(HANDLE_UNDER_SUPERVISION)).isNotNull();
        assertThat(asked(appeal)).containsOnlyKeys(JUSTICE, AGRICULTURE, CONSTRUCTION);
        appeal.withdrawn();
        assertThat(asked(appeal)).isEmpty();
        assertThat(running(appeal)).isZero();

        var duplicate = aBoundary();
        duplicate.mergedInto(anAppeal().from("shibu").at("shibu-jijiahe-01").submitted());
        assertThat(asked(duplicate)).isEmpty();
        assertThat(steps(duplicate)).containsOnly("lapsed 诉求已经结束");
    }

    @Test
    void aSupervisorMayLetACoHandlerLeadAndNobodyAsksHimForHisOpinionThen() {
        var appeal = aBoundary();
        var moved = Session.of(api, "shibu-supervisor")
                .submit(
                        "/desk/appeals/" + appeal.number() + "/reassignment",
                        "holder=" + JUSTICE + "&reason=%E5%8F%B8%E6%B3%95");
        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(asked(appeal)).containsOnlyKeys(AGRICULTURE);
        assertThat(appeal.desk("safety").hasTask("handleWithDepartment", appeal.number()))
                .isTrue();
    }

    /** Who leads gives it back to the dispatcher and to nobody else; who is asked cannot give it back at all. */
    @Test
    void theLeadIsPassedOnByTheDispatcherAloneAndAnOpinionByNobody() {
        var appeal = aBoundary();
        assertThat(appeal.tries("safety", "giveOpinion", """
                {"action":"returned","returnReason":"不归我们"}""").status()).isEqualTo(400);
        assertThat(asked(appeal)).containsKey(JUSTICE);
        appeal.handlingReturnedBy("construction");
        assertThat(appeal.desk("dispatcher").hasTask("dispatchAppeal", appeal.number()))
                .isTrue();
        assertThat(asked(appeal)).containsOnlyKeys(JUSTICE, AGRICULTURE);
        appeal.dispatchedBy("dispatcher", "justice");
        assertThat(asked(appeal)).containsOnlyKeys(AGRICULTURE);
    }

    @Test
    void whomItIsAboutIsNotAskedButWhoStandsInForHim() {
        var appeal =
                anAppeal().from("shibu").at("shibu-jijiahe-01").about("land").submitted();
        Session.of(api, "shibu-dispatcher")
                .submit("/desk/appeals/" + appeal.number() + "/subject", "subject=shibu-livelihood");
        appeal.respondedBy("grid-02");
        assertThat(appeal.desk("livelihood").hasTask("giveOpinion", appeal.number()))
                .isFalse();
        assertThat(asked(appeal)).containsKey(JUSTICE).doesNotContainKey(AGRICULTURE);
        // Named when he has the task already: it is somebody else's in the same moment.
        Session.of(api, "shibu-dispatcher")
                .submit("/desk/appeals/" + appeal.number() + "/subject", "subject=shibu-safety");
        assertThat(appeal.desk("safety").hasTask("giveOpinion", appeal.number()))
                .isFalse();
    }

    /** In danger all have set out already, and a branch asks nobody. */
    @Test
    void whereTheTableGivesNoLimitNobodyIsAsked() {
        var danger = anAppeal()
                .from("shibu")
                .at("shibu-jijiahe-01")
                .about("other")
                .inDanger("gas")
                .submitted()
                .inDanger("construction", "removed");
        assertThat(asked(danger)).isEmpty();
        var branch = anAppeal().submitted().respondedBy("grid-01");
        assertThat(asked(branch)).isEmpty();
    }

    @Test
    void aConsultationWithOthersIsReadByTheResident() {
        var appeal = aBoundary().consultedBy("construction");
        assertThat(appeal.tracked()).contains("联合会商（物业企业、居民代表，3月2日 09:00）：商定先划线，下周施工");
        assertThat(appeal.task(HANDLE_WITH_DEPARTMENT).getAssignee()).isEqualTo("shibu-construction");
        assertThat(sheet(appeal)).contains("\"tookPart\":\"物业企业、居民代表\"");
        assertThat(appeal.tries("construction", "handleWithDepartment", """
                {"action":"consulted","tookPart":"物业企业","heldAt":"2026-03-03T09:00","consultationOutcome":"商定"}""").status())
                .isEqualTo(400);
    }

    @Test
    void noOpinionIsAskedForPastTheApplication() {
        var appeal = aBoundary();
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createProcessInstanceByKey(JOINT_HANDLING)
                        .processDefinitionWithoutTenantId()
                        .businessKey(appeal.number())
                        .setVariable("candidateGroup", "shibu-emergency-emergency-management")
                        .execute())
                .hasStackTraceContaining("Nobody waits for");
    }

    /** Together the tests above go every way of the model. */
    @AfterAll
    void everySequenceFlowOfTheModelWasTaken() {
        var flows = Bpmn.readModelFromStream(getClass().getResourceAsStream("/processes/joint-handling.bpmn"))
                .getModelElementsByType(SequenceFlow.class)
                .stream()
                .map(SequenceFlow::getId)
                .toList();
        assertThat(taken.ids()).containsAll(flows);
    }

    /** The open tasks by the group to which they are offered. */
    private Map<String, Task> asked(AppealCase appeal) {
        return appeal.allTasks().stream()
                .filter(task -> GIVE_OPINION.equals(task.getTaskDefinitionKey()))
                .collect(Collectors.toMap(this::group, task -> task));
    }

    private String group(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private Date timer(Task task) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getDuedate();
    }

    private long running(AppealCase appeal) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(appeal.number())
                .count();
    }

    private java.time.Instant resolve(AppealCase appeal) {
        return clocks.running(appeal.number(), ClockKind.RESOLVE).orElseThrow().dueAt();
    }

    private void correct(AppealCase appeal, String body) {
        var answer = appeal.desk("dispatcher").post("/api/appeals/" + appeal.number() + "/correction", body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private String sheet(AppealCase appeal) {
        return appeal.desk("dispatcher")
                .get("/api/appeals/" + appeal.number())
                .raw()
                .body();
    }

    private List<String> steps(AppealCase appeal) {
        return jdbc.sql("select step || ' ' || words from joint_step where appeal = ? order by id")
                .param(appeal.number())
                .query(String.class)
                .list();
    }
}
