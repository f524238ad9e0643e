package org.minqing.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.RESPOND;
import static org.minqing.support.Stored.alike;
import static org.minqing.support.Stored.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.Actor;
import org.minqing.problem.Refusal;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supervisor does reaches everybody it concerns, at once or not at all. */
@MinqingTest
class SupervisionActsTest extends AppealRules {

    private static final String JUSTICE = "ganshui-rule-of-law-justice";

    @Autowired
    Reassigning reassigning;

    @Test
    void anInstructionIsForTheHandlersAndTheResidentReadsThatSomebodyPressed() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").claimedBy("secretary-erju");
        done(post(appeal, "supervision", "{\"instruction\":\"今天下班前报结果\"}"));
        assertThat(timeline(appeal)).contains("党政办公室督办员 督办：今天下班前报结果 false", "党政办公室督办员 已督促承办单位抓紧办理 true");
        assertThat(appeal.tracked()).contains("已督促承办单位抓紧办理").doesNotContain("今天下班前");
        assertThat(appeal.task(HANDLE_DIRECTLY).getName()).isEqualTo("督办 · 支部直办");
        assertThat(api.as("ganshui-secretary-erju").get("/api/tasks").raw().body())
                .contains("督办 · 支部直办");
        done(post(appeal, "supervision", "{\"instruction\":\"再催一次\"}"));
        assertThat(appeal.task(HANDLE_DIRECTLY).getName()).isEqualTo("督办 · 支部直办");
        appeal.handledBy("secretary-erju");
    }

    @Test
    void aReminderNeedsNoWordsAndComesOnceAnHour() {
        var appeal = anAppeal().submitted();
        done(post(appeal, "reminder", "{}"));
        assertThat(timeline(appeal)).contains("党政办公室督办员 催办：请抓紧办理 false");
        assertThat(appeal.tracked()).doesNotContain("催办");
        var again = post(appeal, "reminder", "{}");
        problem(again, 409);
        assertThat(again.json().path("detail").asText()).contains("已经催办过", "3月2日 10:00");
        time.pass("PT1H");
        done(post(appeal, "reminder", "{}"));
        assertThat(timeline(appeal)).filteredOn(line -> line.contains("催办")).hasSize(2);
    }

    @Test
    void aRequestForMoreTimeLapsesWhenTheAppealIsReassignedAndTheNewHandlerAsksForHimself() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").asks("secretary-erju", "extend", 5);
        done(post(appeal, "reassignment", reassign(JUSTICE)));
        assertWaiting(appeal, HANDLE_DIRECTLY);
        assertThat(appeal.ledger()).containsSubsequence("RESOLVE 0 ASKED", "RESOLVE 0 REASSIGNED", "RESOLVE 0 LAPSED");
        appeal.asks("safety", "extend", 5).grantedBy("supervisor");
        assertThat(appeal.ledger()).endsWith("RESOLVE 0 ASKED", "RESOLVE 0 EXTENDED");
    }

    @Test
    void reassigningMovesTheTaskTheRightsTheAppealAndTheLedgerAndNoClock() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").claimedBy("secretary-erju");
        var clocks = clocksOf(appeal);
        var task = appeal.task(HANDLE_DIRECTLY);
        done(post(appeal, "reassignment", reassign(JUSTICE)));

        assertThat(appeal.task(HANDLE_DIRECTLY).getId()).isEqualTo(task.getId());
        assertThat(appeal.task(HANDLE_DIRECTLY).getAssignee()).isNull();
        assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly(JUSTICE);
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(task.getId())
                        .list())
                .hasSize(1)
                .allMatch(right -> JUSTICE.equals(right.getGroupId()));
        assertThat(appeal.appeal("handling_unit")).isEqualTo("ganshui-rule-of-law");
        assertThat(appeal.appeal("handling_post")).isEqualTo("justice");
        assertThat(engine.getRuntimeService().getVariable(appeal.process().getId(), "unit"))
                .isEqualTo("ganshui-rule-of-law");
        assertThat(engine.getRuntimeService().getVariable(appeal.process().getId(), "candidateGroup"))
                .isEqualTo(JUSTICE);
        assertThat(appeal.ledger()).endsWith("RESOLVE 0 REASSIGNED");
        assertThat(clocksOf(appeal)).isEqualTo(clocks);
        assertThat(timeline(appeal)).contains("党政办公室督办员 改派至平安法治办公室司法调解岗办理 true", "党政办公室督办员 改派原因：需要调解 false");
        assertThat(appeal.tracked()).contains("改派至平安法治办公室").doesNotContain("需要调解");

        // The old holder has nothing any more, by whatever door; the new one does the work.
        assertThat(api.as("ganshui-secretary-erju").hasTask("handleDirectly", appeal.number()))
                .isFalse();
        problem(
                api.as("ganshui-secretary-erju")
                        .post("/api/tasks/" + task.getId() + "/complete", "{\"action\":\"progress\",\"result\":\"x\"}"),
                404);
        appeal.handledBy("safety");
        assertThat(appeal.status()).isEqualTo("FEEDBACK");
    }

    @Test
    void whatHasAResultIsReassignedNoMore() {
        var handled = aHandledAppeal();
        for (var act : List.of("reassignment", "supervision", "reminder")) {
            var before = handled.everythingKept();
            problem(post(handled, act, body(act)), 409);
            assertThat(handled.everythingKept()).isEqualTo(before);
        }
        handled.rated(SATISFIED);
        for (var act : List.of("reassignment", "supervision", "reminder")) {
            var answer = post(handled, act, body(act));
            problem(answer, 409);
            assertThat(answer.json().path("detail").asText()).contains("已经结束");
        }
    }

    @Test
    void whateverHasNoResultYetCanBeReassignedWhereverItWaits() {
        var waiting = anAppeal().submitted();
        done(post(waiting, "reassignment", reassign(JUSTICE)));
        assertWaiting(waiting, RESPOND);
        waiting.respondedBy("safety").handledBy("safety");

        var givenBack = anAppeal().submitted().responseReturnedBy("grid-01");
        done(post(givenBack, "reassignment", reassign(JUSTICE)));
        assertWaiting(givenBack, RESPOND);
        givenBack.respondedBy("safety");

        var returned = anAppeal().submitted().respondedBy("grid-01").handlingReturnedBy("secretary-erju");
        done(post(returned, "reassignment", reassign(JUSTICE)));
        assertWaiting(returned, HANDLE_DIRECTLY);
        returned.handledBy("safety");
    }

    /** Four eyes: a supervisor who also handles does not get rid of his own work. */
    @Test
    void whoeverHandlesAnAppealDoesNotReassignItHimself() {
        var appeal = anAppeal().submitted().respondedBy("grid-01").claimedBy("secretary-erju");
        var before = appeal.everythingKept();
        Assertions.assertThatThrownBy(() -> reassigning.reassign(
                        new Actor("ganshui-secretary-erju", "支书"), appeal.number(), JUSTICE, "换人办理"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("由他人负责");
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    @Test
    void whatDoesNotFitIsRefusedByNameAndLeavesNoTrace() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        var before = appeal.everythingKept();
        problem(post(appeal, "supervision", "{}"), 400, "instruction");
        problem(post(appeal, "supervision", "{\"instruction\":\" \"}"), 400, "instruction");
        problem(post(appeal, "supervision", "{\"instruction\":5}"), 400, "instruction");
        problem(post(appeal, "supervision", "{\"instruction\":\"" + "字".repeat(501) + "\"}"), 400, "instruction");
        problem(post(appeal, "supervision", "{\"instruction\":\"好\\u0000\"}"), 400, "instruction");
        problem(post(appeal, "supervision", "{\"instruction\":\"好\",\"more\":1}"), 400, "more");
        problem(post(appeal, "reminder", "{\"text\":\"x\"}"), 400, "text");
        problem(post(appeal, "reassignment", "{\"holder\":\"" + JUSTICE + "\"}"), 400, "reason");
        for (var holder : List.of(
                "", "justice", "shibu-justice", "ganshui-general-office-supervisor", "'; drop", "camunda-admin")) {
            problem(post(appeal, "reassignment", reassign(holder)), 400, "holder");
        }
        problem(post(appeal, "reassignment", reassign("ganshui-erju-branch-secretary")), 400, "holder");
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    @Test
    void onlyASupervisorOfTheLocalityActs() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        var before = appeal.everythingKept();
        for (var act : List.of("reassignment", "supervision", "reminder")) {
            for (var person : List.of("ganshui-grid-01", "ganshui-dispatcher", "ganshui-auditor", "shibu-supervisor")) {
                alike(
                        api.as(person).post("/api/appeals/" + appeal.number() + "/" + act, body(act)),
                        api.as(person).post("/api/appeals/GS-20990101-0001/" + act, body(act)));
            }
        }
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    /** Whoever completes and whoever re-assigns at the same moment: one wins, and the other changes nothing. */
    @Test
    void completingAndReassigningAtOnceIsDoneByOneOfThem() throws Exception {
        var winners = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            var appeal = anAppeal().submitted().respondedBy("grid-01").claimedBy("secretary-erju");
            var task = appeal.task(HANDLE_DIRECTLY).getId();
            var start = new CyclicBarrier(2);
            var handler = CompletableFuture.supplyAsync(() -> {
                await(start);
                return api.as("ganshui-secretary-erju").post("/api/tasks/" + task + "/complete", """
                        {"action":"done","result":"已经清理","outcome":"solved","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
            });
            var supervisor = CompletableFuture.supplyAsync(() -> {
                await(start);
                return post(appeal, "reassignment", reassign(JUSTICE));
            });
            var codes = handler.get().status() + " " + supervisor.get().status();
            winners.add(codes);
            assertThat(codes).isIn("200 409", "404 200", "409 200");
            var done = codes.startsWith("200");
            assertThat(appeal.status()).isEqualTo(done ? "FEEDBACK" : "HANDLING");
            assertThat(appeal.appeal("handling_unit")).isEqualTo(done ? "ganshui-erju" : "ganshui-rule-of-law");
            assertThat(appeal.ledger().contains("RESOLVE 0 REASSIGNED")).isEqualTo(!done);
            assertThat(appeal.ledger().contains("RESOLVE 0 MET")).isEqualTo(done);
            assertThat(timeline(appeal).stream().anyMatch(line -> line.contains("改派")))
                    .isEqualTo(!done);
        }
        System.getLogger("race").log(System.Logger.Level.INFO, "handler supervisor: " + winners);
    }

    /** A handler who had read his task before it was re-assigned is too late, whatever he does next. */
    @Test
    void aTaskThatWasReadBeforeTheReassignmentCannotBeCompletedAfterIt() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        var before = jdbc.sql("select rev_ from act_ru_task where id_ = ?")
                .param(appeal.task(HANDLE_DIRECTLY).getId())
                .query(Integer.class)
                .single();
        done(post(appeal, "reassignment", reassign(JUSTICE)));
        assertThat(jdbc.sql("select rev_ from act_ru_task where id_ = ?")
                        .param(appeal.task(HANDLE_DIRECTLY).getId())
                        .query(Integer.class)
                        .single())
                .as("revision of a task that nobody had taken")
                .isGreaterThan(before);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Api.Answer post(AppealCase appeal, String act, String body) {
        return api.as("ganshui-supervisor").post("/api/appeals/" + appeal.number() + "/" + act, body);
    }

    private static String reassign(String holder) {
        return "{\"holder\":\"" + holder + "\",\"reason\":\"需要调解\"}";
    }

    private static String body(String act) {
        return switch (act) {
            case "reassignment" -> reassign(JUSTICE);
            case "supervision" -> "{\"instruction\":\"抓紧\"}";
            default -> "{}";
        };
    }

    private static void done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private List<String> timeline(AppealCase appeal) {
        return jdbc.sql(
                        "select actor_as || ' ' || text || ' ' || public::text from appeal_event where appeal = ? order by id")
                .param(appeal.number())
                .query(String.class)
                .list();
    }

    private List<String> clocksOf(AppealCase appeal) {
        return jdbc.sql("select c::text from sla_clock c where appeal = ? order by 1")
                .param(appeal.number())
                .query(String.class)
                .list();
    }
}
