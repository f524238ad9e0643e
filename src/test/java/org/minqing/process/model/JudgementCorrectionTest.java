package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.minqing.process.AppealHandling.APPROVE_CORRECTION;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.HANDLE_UNDER_SUPERVISION;
import static org.minqing.process.AppealHandling.NAME_SUBJECT;
import static org.minqing.process.AppealHandling.REMOVE_DANGER;
import static org.minqing.process.AppealHandling.RESPOND;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.minqing.appeal.ClockKind;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.Refusal;
import org.minqing.sla.Clock;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.TakenFlows;
import org.springframework.beans.factory.annotation.Autowired;

/** A wrong judgement is mended: the tables decide again, and the handling and the promises follow. */
@MinqingTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JudgementCorrectionTest extends AppealRules {

    private static final String GAS = """
            {"category":"safety-hazard","facts":{"danger":"gas","safetyRisk":true},"reason":"到现场闻到煤气味"}""";
    private static final String FALSE_ALARM = """
            {"category":"other","facts":{"danger":"","safetyRisk":false},"reason":"燃气公司检测没有泄漏"}""";

    @Autowired
    Duties duties;

    /** Up, down with approval, place, category: as it is read aloud two months later. */
    @Test
    void aWrongJudgementMendedFourTimes() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");

        time.pass("PT20M");
        corrected(appeal, "grid-01", GAS);
        assertThat(appeal.appeal("urgency")).isEqualTo("emergency");
        assertThat(appeal.task(RESPOND).getAssignee())
                .as("who stands at the door keeps it")
                .isEqualTo("ganshui-grid-01");
        assertThat(read(appeal, ClockKind.RESPOND))
                .startsWith("3月2日 09:20 因更正研判，由一般改为特急，类别由其他改为安全隐患，自此起算，限 ")
                .endsWith("（原应于 3月3日 09:00 前响应）；正在计时。");
        assertThat(read(appeal, ClockKind.ARRIVE))
                .startsWith("3月2日 09:20 因更正研判，由一般改为特急")
                .doesNotContain("原应于");
        assertThat(appeal.task(RESPOND).getDueDate().toInstant())
                .isEqualTo(clock(appeal, ClockKind.RESPOND).dueAt());
        var emergency = clock(appeal, ClockKind.RESPOND).dueAt();
        assertThat(emergency)
                .isBefore(clock(appeal, ClockKind.RESPOND).retimings().get(0).dueAt());
        assertThat(appeal.tracked())
                .contains("因更正研判，响应时限改为3月2日", "原为3月3日 09:00前")
                .doesNotContain("煤气味");

        time.pass("PT5M");
        corrected(appeal, "grid-01", FALSE_ALARM);
        assertThat(appeal.appeal("urgency")).as("until another person agrees").isEqualTo("emergency");
        assertThat(clock(appeal, ClockKind.RESPOND).dueAt()).isEqualTo(emergency);
        approves(appeal, "supervisor", "approved");
        assertThat(appeal.appeal("urgency")).isEqualTo("normal");
        assertThat(read(appeal, ClockKind.RESPOND))
                .isEqualTo("3月2日 09:25 因更正研判，由特急改为一般，类别由安全隐患改为其他，仍自 3月2日 09:00 起算，限 24 小时，不分昼夜连续计算，"
                        + "应于 3月3日 09:00 前响应（原应于 " + words(emergency) + " 前响应）；正在计时。");
        assertThat(steps(appeal, ClockKind.RESPOND))
                .startsWith("3月2日 09:00 起算，限 24 小时，不分昼夜连续计算，原应于 3月3日 09:00 前响应。")
                .contains("因此应于 3月3日 09:00 前响应。");

        corrected(appeal, "dispatcher", """
                {"location":{"unit":"ganshui-sanju-01"},"reason":"居民说错了楼栋"}""");
        assertThat(appeal.task(RESPOND))
                .hasCandidateGroup("ganshui-sanju-01-grid-worker")
                .isNotAssigned();
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isFalse();
        assertThat(clock(appeal, ClockKind.RESPOND).dueAt())
                .isEqualTo(clock(appeal, ClockKind.RESPOND).retimings().get(0).dueAt());
        appeal.respondedBy("grid-02");
        assertWaiting(appeal, HANDLE_DIRECTLY).task().hasCandidateGroup("ganshui-sanju-branch-secretary");

        corrected(appeal, "supervisor", """
                {"category":"street-lighting","reason":"是路灯不亮，不是杂物"}""");
        assertWaiting(appeal, DISPATCH);
        assertThat(appeal.appeal("handling_post")).isEqualTo("city-management");
        assertThat(clock(appeal, ClockKind.RESPOND).outcome()).isEqualTo(Clock.Outcome.MET);
        appeal.dispatchedBy("dispatcher", "justice").handledBy("safety").rated(SATISFIED);

        assertThat(appeal.ledger()).filteredOn("RESOLVE 0 CORRECTED"::equals).hasSize(6);
        assertThat(appeal.ledger()).contains("RESPOND 0 RETIMED", "RESOLVE 0 RETIMED", "ARRIVE 0 RETIMED");
        time.begin("2026-05-04T09:00");
        var sheet =
                appeal.desk("supervisor").get("/api/appeals/" + appeal.number()).json();
        assertThat(sheet.path("corrections")).hasSize(4);
        assertThat(sheet.path("corrections").get(0).toString())
                .contains("\"before\":\"一般\",\"after\":\"特急\"", "到现场闻到煤气味", "\"before\":\"无\",\"after\":\"燃气泄漏\"");
        assertThat(sheet.path("corrections").get(1).path("state").asText()).isEqualTo("granted");
        assertThat(appeal.tracked()).doesNotContain("煤气味", "检测没有泄漏", "说错了楼栋", "不是杂物");
    }

    @Test
    void whereADangerIsFoundAtTheDoorOthersSetOutAtOnceAndWhereThereIsNoneTheyAreCalledBack() {
        var appeal = emergency();
        assertWaiting(appeal, RESPOND, REMOVE_DANGER, REMOVE_DANGER);
        appeal.respondedBy("grid-01");
        assertWaiting(appeal, REMOVE_DANGER, REMOVE_DANGER);
        corrected(appeal, "supervisor", FALSE_ALARM);
        approves(appeal, "leader", "approved");
        assertWaiting(appeal, HANDLE_DIRECTLY);
        var late = anAppeal().submitted().respondedBy("grid-01");
        corrected(late, "supervisor", GAS);
        assertWaiting(late, RESPOND, REMOVE_DANGER, REMOVE_DANGER);
        late.withdrawn();
        appeal.withdrawn();
    }

    @Test
    void whatIsAboutStaffAfterAllIsHiddenAtOnceUntilItIsKnownWhomItIsAbout() {
        var appeal = anAppeal().submitted();
        corrected(appeal, "dispatcher", """
                {"facts":{"aboutStaff":true},"reason":"反映的是网格员"}""");
        assertWaiting(appeal, NAME_SUBJECT);
        assertThat(appeal.desk("grid-01").get("/api/appeals/" + appeal.number()).status())
                .isEqualTo(404);
        appeal.aboutNobodyBy("safety");
        assertWaiting(appeal, RESPOND);
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isFalse();

        // The longer limits of a petition are granted when it is in hand already: it does not begin once more.
        appeal.respondedBy("safety");
        assertThat(steps(appeal)).containsExactly("applied", "asked");
        var inHand = appeal.task(HANDLE_UNDER_SUPERVISION).getId();
        approves(appeal, "supervisor", "approved");
        assertThat(appeal.task(HANDLE_UNDER_SUPERVISION).getId()).isEqualTo(inHand);
        assertThat(steps(appeal)).containsExactly("applied", "asked", "granted");
    }

    @Test
    void whatWasNoConsultationIsHandled() {
        var appeal = anAppeal().ofType("consultation").submitted();
        corrected(appeal, "dispatcher", """
                {"type":"complaint","reason":"不是来问，是来投诉的"}""");
        assertWaiting(appeal, RESPOND);
        appeal.withdrawn();
    }

    @Test
    void aRefusedCorrectionChangesNothingButTheRecord() {
        var appeal = emergency();
        var before = clocks.of(appeal.number());
        corrected(appeal, "grid-01", FALSE_ALARM);
        approves(appeal, "supervisor", "refused");
        assertThat(clocks.of(appeal.number())).isEqualTo(before);
        assertThat(appeal.appeal("category")).isEqualTo("safety-hazard");
        assertThat(steps(appeal)).containsExactly("applied", "asked", "refused");
    }

    /** Towards danger nothing waits, and what waited is overtaken. */
    @Test
    void whatWaitsForApprovalLapsesWhenItIsCorrectedAgain() {
        var appeal = emergency();
        corrected(appeal, "grid-01", FALSE_ALARM);
        corrected(appeal, "grid-01", """
                {"facts":{"vulnerable":true},"reason":"屋里有老人"}""");
        assertThat(approvals(appeal)).isEmpty();
        assertThat(steps(appeal)).containsExactly("applied", "asked", "lapsed", "applied");
    }

    @Test
    void whatWaitsForApprovalLapsesWithTheResultAndWithTheEnd() {
        var resulted = emergency().respondedBy("grid-01");
        corrected(resulted, "supervisor", FALSE_ALARM);
        assertThat(approvals(resulted)).hasSize(1);
        finishes(resulted);
        assertThat(approvals(resulted)).isEmpty();
        var withdrawn = emergency();
        corrected(withdrawn, "grid-01", FALSE_ALARM);
        withdrawn.withdrawn();
        assertThat(approvals(withdrawn)).isEmpty();
        assertThat(steps(withdrawn)).endsWith("lapsed");
    }

    /** Its urgency is the same, so the right unit has it at once; only the longer limits wait. */
    @Test
    void anotherCategoryGoesToItsUnitAtOnceAndItsLongerLimitsWait() {
        var appeal = anAppeal().thatIs("needsFunds").thatIs("needsOtherUnits").submitted();
        var promised = clock(appeal, ClockKind.RESOLVE).dueAt();
        corrected(appeal, "dispatcher", """
                {"category":"road","reason":"要修的是路"}""");
        assertThat(appeal.appeal("category")).isEqualTo("road");
        assertThat(appeal.appeal("handling_post")).isEqualTo("housing-construction");
        assertThat(clock(appeal, ClockKind.RESOLVE).dueAt()).isEqualTo(promised);
        approves(appeal, "supervisor", "approved");
        assertThat(clock(appeal, ClockKind.RESOLVE).dueAt()).isAfter(promised);
        assertThat(steps(appeal)).containsExactly("applied", "asked", "granted");
    }

    @Test
    void whoSupervisesDoesNotApproveHisOwnCorrection() {
        var appeal = emergency();
        corrected(appeal, "supervisor", FALSE_ALARM);
        assertThat(approvals(appeal))
                .singleElement()
                .satisfies(task -> assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
                        .extracting(link -> link.getGroupId())
                        .containsExactly("ganshui-township-leader"));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> duties.require(appeal.number(), "ganshui-supervisor", Duty.APPROVING_CORRECTION))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("自己提出的更正");
        assertThat(appeal.desk("supervisor").hasTask("approveCorrection", appeal.number()))
                .isFalse();
        approves(appeal, "leader", "approved");
        assertThat(appeal.appeal("urgency")).isEqualTo("normal");
    }

    /** In a later round the tier was raised for a reason that a correction does not take away. */
    @Test
    void aLaterRoundKeepsItsTier() {
        var appeal = aHandledAppeal().rated(DISSATISFIED);
        var tier = appeal.appeal("tier");
        corrected(appeal, "dispatcher", GAS);
        assertThat(appeal.appeal("tier")).isEqualTo(tier);
        assertThat(appeal.appeal("urgency")).isEqualTo("emergency");
        assertThat(appeal.clocks()).contains("ARRIVE 1 RUNNING", "RESPOND 0 MET");
    }

    /** A handler in emergency has no time to wait for what he asked as an ordinary case. */
    @Test
    void whatWasAskedOrPausedEndsWithTheJudgementItWasAskedFor() {
        var asked = anAppeal().submitted().respondedBy("grid-01").asks("secretary-erju", "extend", 5);
        corrected(asked, "secretary-erju", GAS);
        assertThat(asked.tasks()).extracting(Task::getTaskDefinitionKey).doesNotContain("userTask_approveLimitChange");
        assertThat(asked.detail("RESOLVE", "LAPSED")).endsWith("why=corrected");
        var paused = anAppeal()
                .submitted()
                .respondedBy("grid-01")
                .asks("secretary-erju", "pause", 3)
                .grantedBy("supervisor");
        corrected(paused, "secretary-erju", GAS);
        assertThat(clock(paused, ClockKind.RESOLVE).pausedAt(time.instant())).isFalse();
        assertThat(clock(paused, ClockKind.RESOLVE).dueAt())
                .isBeforeOrEqualTo(time.instant().plusSeconds(24 * 3600));
    }

    /** The dispatcher or a supervisor chose who handles it; a fact more does not take it away again. */
    @Test
    void whoWasChosenByHandKeepsItWhereTheMatterIsTheSame() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        assertThat(appeal.desk("supervisor")
                        .post(
                                "/api/appeals/" + appeal.number() + "/reassignment",
                                "{\"holder\":\"ganshui-rule-of-law-justice\",\"reason\":\"需要调解\"}")
                        .status())
                .isEqualTo(200);
        corrected(appeal, "safety", """
                {"facts":{"peopleAffected":3},"reason":"三户都受影响"}""");
        assertThat(appeal.appeal("handling_post")).isEqualTo("justice");
        assertWaiting(appeal, HANDLE_DIRECTLY).task().hasCandidateGroup("ganshui-rule-of-law-justice");
    }

    @Test
    void whatIsOverOrWaitsForTheResidentIsNotCorrected() {
        var waits = aHandledAppeal();
        assertThat(correct(waits, "dispatcher", GAS).status()).isEqualTo(409);
        waits.rated(SATISFIED);
        assertThat(correct(waits, "dispatcher", GAS).status()).isEqualTo(409);
    }

    /** A breach stays one: a limit that is over is not made longer afterwards. */
    @Test
    void whatIsOverdueStaysOverdue() {
        var appeal = emergency();
        time.passTo(clock(appeal, ClockKind.RESPOND).dueAt());
        corrected(appeal, "grid-01", FALSE_ALARM);
        approves(appeal, "supervisor", "approved");
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
        assertThat(clock(appeal, ClockKind.RESPOND).dueAt()).isBefore(time.instant());
    }

    @Test
    void theTimersGoWithTheClocks() {
        var appeal = emergency();
        time.passTo(clock(appeal, ClockKind.RESPOND).dueAt());
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
        assertThat(appeal.detail("RESPOND", "BREACHED")).isEqualTo("seen=timer");
    }

    /** Of two corrections at once both are on record, one after the other, and what both say holds. */
    @Test
    void twoCorrectionsAtOnceComeOneAfterTheOther() throws Exception {
        for (int i = 0; i < 4; i++) {
            var appeal = anAppeal().submitted().claimedBy("grid-01");
            var start = new CyclicBarrier(2);
            var one = race(start, () -> correct(appeal, "grid-01", GAS));
            var two = race(start, () -> correct(appeal, "dispatcher", """
                    {"facts":{"vulnerable":true},"reason":"有老人"}"""));
            assertThat(List.of(one.get().status(), two.get().status())).containsExactly(200, 200);
            assertThat(appeal.appeal("facts")).contains("\"danger\": \"gas\"", "\"vulnerable\": true");
            assertThat(appeal.appeal("urgency")).isEqualTo("emergency");
            assertThat(steps(appeal)).containsExactly("applied", "applied");
        }
    }

    /** Whoever completes and whoever corrects at the same moment: each is done whole or not at all. */
    @Test
    void completingAndCorrectingAtOnceLeavesNothingHalfDone() throws Exception {
        var outcomes = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            var appeal = anAppeal().submitted().respondedBy("grid-01").claimedBy("secretary-erju");
            var task = appeal.task(HANDLE_DIRECTLY).getId();
            var start = new CyclicBarrier(2);
            var handler =
                    race(start, () -> appeal.desk("secretary-erju").post("/api/tasks/" + task + "/complete", """
                    {"action":"done","result":"已经清理","outcome":"solved","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}"""));
            var corrector = race(start, () -> correct(appeal, "dispatcher", GAS));
            outcomes.add(handler.get().status() + " " + corrector.get().status());
            assertThat(outcomes.get(i)).isIn("200 409", "409 200", "404 200", "200 200");
            var isCorrected = corrector.get().status() == 200;
            assertThat(appeal.appeal("urgency")).isEqualTo(isCorrected ? "emergency" : "normal");
            assertThat(steps(appeal)).hasSize(isCorrected ? 1 : 0);
            assertThat(appeal.status()).isEqualTo(handler.get().status() == 200 ? "FEEDBACK" : "HANDLING");
        }
        System.getLogger("race").log(System.Logger.Level.INFO, "handler corrector: " + outcomes);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everySequenceFlowOfTheModelWasTaken(@Autowired TakenFlows taken) throws Exception {
        try (var in = getClass().getResourceAsStream("/processes/judgement-correction.bpmn")) {
            var missing = new TreeSet<String>();
            Bpmn.readModelFromStream(in)
                    .getModelElementsByType(SequenceFlow.class)
                    .forEach(f -> missing.add(f.getId()));
            missing.removeAll(taken.ids());
            assertThat(missing).as("sequence flows that no test takes").isEmpty();
        }
    }

    private AppealCase emergency() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");
        corrected(appeal, "grid-01", GAS);
        return appeal;
    }

    /** Whoever has it now. */
    private void finishes(AppealCase appeal) {
        if (waits(appeal, REMOVE_DANGER)) {
            appeal.inDanger("safety", "removed");
        }
        if (waits(appeal, DISPATCH)) {
            appeal.dispatchedBy("dispatcher", "justice").handledBy("safety");
        } else {
            appeal.handledBy("secretary-erju");
        }
    }

    private static boolean waits(AppealCase appeal, String key) {
        return appeal.tasks().stream()
                .anyMatch(task -> task.getTaskDefinitionKey().equals(key));
    }

    private static CompletableFuture<Api.Answer> race(
            CyclicBarrier start, java.util.function.Supplier<Api.Answer> act) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return act.get();
        });
    }

    private static Api.Answer correct(AppealCase appeal, String person, String body) {
        return appeal.desk(person).post("/api/appeals/" + appeal.number() + "/correction", body);
    }

    private static void corrected(AppealCase appeal, String person, String body) {
        var answer = correct(appeal, person, body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private static void approves(AppealCase appeal, String person, String action) {
        var answer = appeal.tries(person, "approveCorrection", "{\"action\":\"" + action + "\",\"opinion\":\"情况属实\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private List<Task> approvals(AppealCase appeal) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(appeal.number())
                .taskDefinitionKey(APPROVE_CORRECTION)
                .list();
    }

    private List<String> steps(AppealCase appeal) {
        return jdbc.sql("select step from appeal_correction_step where appeal = ? order by id")
                .param(appeal.number())
                .query(String.class)
                .list();
    }

    private Clock clock(AppealCase appeal, ClockKind kind) {
        return Clock.last(clocks.of(appeal.number()), kind).orElseThrow();
    }

    private String read(AppealCase appeal, ClockKind kind) {
        return clocks.narrate(appeal.number(), clock(appeal, kind)).sentence();
    }

    private List<String> steps(AppealCase appeal, ClockKind kind) {
        return clocks.narrate(appeal.number(), clock(appeal, kind)).steps();
    }

    private static String words(java.time.Instant at) {
        return org.minqing.time.Times.words(at);
    }
}
