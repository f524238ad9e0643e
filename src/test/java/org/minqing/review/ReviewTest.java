package org.minqing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.appeal.ClockKind;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.sla.due.RunningLimits;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.time.Times;
import org.springframework.beans.factory.annotation.Autowired;

/** A resident who does not accept the opinion goes to the level above (复查), and once more (复核): 信访工作条例, articles 35 and 36. */
@MinqingTest
class ReviewTest extends AppealRules {

    private static final String REASON = "楼道只清了一半，请再看一看";
    private static final String OPINION = "经实地查看，楼道已经全部清空，原处理意见事实清楚，应予维持。";

    @Autowired
    RunningLimits limits;

    /** Ended in the branch. */
    private AppealCase closed() {
        return aHandledAppeal().rated(SATISFIED);
    }

    private Api.Answer asks(AppealCase appeal, String reason) {
        return api.post("/api/track/" + appeal.code() + "/review", "{\"reason\":\"" + reason + "\"}");
    }

    private AppealCase asked(AppealCase appeal) {
        return ok(appeal, asks(appeal, REASON));
    }

    private static AppealCase ok(AppealCase appeal, Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return appeal;
    }

    private static Api.Answer answers(AppealCase appeal, String person, String outcome) {
        return answers(appeal, person, "reviewAppeal", outcome, OPINION);
    }

    private static Api.Answer answers(AppealCase appeal, String person, String form, String outcome, String opinion) {
        return appeal.tries(
                person,
                form,
                "{\"action\":\"answered\",\"reviewOutcome\":\"" + outcome + "\",\"reviewOpinion\":\"" + opinion
                        + "\"}");
    }

    private static Api.Answer passesOn(AppealCase appeal, String day) {
        return appeal.tries("dispatcher", "passOnReview", "{\"action\":\"passedOn\",\"promisedOn\":\"" + day + "\"}");
    }

    /** With an opinion of the level above, so that only the second review is left. */
    private AppealCase reviewed() {
        var appeal = asked(closed());
        return ok(appeal, answers(appeal, "leader", "upheld"));
    }

    private List<Task> open(AppealCase appeal) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(appeal.number())
                .list();
    }

    private String door(AppealCase appeal, String field) {
        return api.get("/api/track/" + appeal.code())
                .json()
                .path("review")
                .path(field)
                .asText();
    }

    @Test
    void whoHadNoPartInItReviewsItAndTheResidentReadsWhatCameOfIt() {
        var appeal = closed();
        // The 30th day after the day on which he has it.
        assertThat(door(appeal, "stage")).isEqualTo("firstReview");
        assertThat(door(appeal, "lastDay")).isEqualTo("2026年4月1日");
        assertThat(door(appeal, "askBy")).isEqualTo("2026-04-02T00:00:00+08:00");

        asked(appeal);
        assertThat(open(appeal)).extracting(Task::getTaskDefinitionKey).containsExactly(AppealReview.REVIEW);
        assertThat(Times.iso(open(appeal).get(0).getDueDate().toInstant())).isEqualTo("2026-04-01T09:00:00+08:00");
        assertThat(appeal.status()).isEqualTo("CLOSED");
        assertThat(appeal.desk("secretary-erju").hasTask("reviewAppeal", appeal.number()))
                .isFalse();
        assertThat(appeal.tracked()).contains(REASON, "申请复查，由赶水镇复查", "\"state\":\"running\"", "4月1日 09:00");

        ok(appeal, answers(appeal, "leader", "upheld"));
        assertThat(open(appeal)).isEmpty();
        assertThat(appeal.status()).isEqualTo("CLOSED");
        assertThat(appeal.ledger()).endsWith("REVIEW 0 OPENED", "REVIEW 0 MET");
        assertThat(appeal.tracked())
                .contains(OPINION, "复查意见：维持原处理意见。不服的，可在2026年4月1日前（含当日）申请复核")
                .doesNotContain("雷镇长");
        assertThat(appeal.desk("leader")
                        .get("/api/appeals/" + appeal.number())
                        .raw()
                        .body())
                .contains(REASON, OPINION, "\"state\":\"answered\"");
    }

    /** It had ended, and is work again: of the level above, and of nobody who handled it. */
    @Test
    void whatIsUnderReviewStandsInTheSupervisorsCountsWithWhoeverReviewsIt() {
        var appeal = closed();
        assertThat(backlog("")).doesNotContain(appeal.number());
        asked(appeal);
        assertThat(backlog("?unit=ganshui")).contains(appeal.number()).contains("复查复核中");
        assertThat(backlog("?unit=ganshui-erju")).doesNotContain(appeal.number());
        assertThat(backlog("?state=overdue")).doesNotContain(appeal.number());
        time.pass("P31D");
        assertThat(backlog("?state=overdue")).contains(appeal.number());
        ok(appeal, answers(appeal, "leader", "upheld"));
        assertThat(backlog("")).doesNotContain(appeal.number());
    }

    private String backlog(String question) {
        return Session.of(api, "ganshui-supervisor")
                .get("/desk/supervision/backlog.csv" + question)
                .body();
    }

    @Test
    void theSecondReviewIsPassedOnAndFinal() {
        var appeal = asked(reviewed());
        assertThat(open(appeal)).extracting(Task::getTaskDefinitionKey).containsExactly(AppealReview.PASS_ON);
        assertThat(answers(appeal, "dispatcher", "passOnReview", "upheld", OPINION)
                        .status())
                .isEqualTo(409);

        ok(appeal, passesOn(appeal, "2026-04-03"));
        assertThat(appeal.tracked()).contains("复核申请已转送县（区）信访事项复查复核机构，应于2026年4月3日前答复");
        // What was promised is watched, too.
        var promised = Times.iso(open(appeal).get(0).getDueDate().toInstant());
        assertThat(promised).isEqualTo("2026-04-04T00:00:00+08:00");
        assertThat(limits.of(List.of(appeal.number())).get(appeal.number()))
                .singleElement()
                .satisfies(running -> {
                    assertThat(running.label()).isEqualTo("转送答复");
                    assertThat(Times.iso(running.due().at())).isEqualTo(promised);
                });
        assertThat(passesOn(appeal, "2026-04-04").status()).isEqualTo(409);

        ok(appeal, answers(appeal, "dispatcher", "passOnReview", "changed", OPINION));
        assertThat(open(appeal)).isEmpty();
        assertThat(limits.of(List.of(appeal.number()))).isEmpty();
        assertThat(appeal.tracked()).contains("复核意见：变更原处理意见。这是最终意见");
        var again = asks(appeal, REASON);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.raw().body()).contains("复核意见是最终意见。仍以同一事实和理由提出的，不再受理。");
    }

    @Test
    void whatTheLevelAboveSetsAsideIsHandledOnceMore() {
        var appeal = asked(closed());
        ok(appeal, answers(appeal, "leader", "setAside"));
        assertThat(appeal.status()).isEqualTo("HANDLING");
        assertThat(appeal.appeal("round")).isEqualTo("1");
        assertThat(appeal.appeal("closed_at is null")).isEqualTo("true");
        assertThat(appeal.clocks()).contains("RESOLVE 1 RUNNING").contains("REVIEW 0 MET");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(appeal.number())
                        .list())
                .singleElement()
                .satisfies(p -> assertThat(p.getProcessDefinitionId()).startsWith(AppealHandling.PROCESS));
        assertThat(asks(appeal, REASON).raw().body()).contains("这件诉求还在办理");

        // What comes of it is a new opinion, and somebody else reviews it again.
        ok(
                appeal,
                appeal.tries(
                        "dispatcher",
                        "dispatchAppeal",
                        "{\"action\":\"dispatch\",\"post\":\"justice\",\"note\":\"派单\"}"));
        ok(appeal, appeal.tries("safety", "handleWithDepartment", """
                {"action":"done","result":"全部清空","outcome":"solved","evidenceKind":"document","evidence":"现场照片3张，存社区工作群",
                 "withoutOpinions":"不等会办意见"}"""));
        asked(appeal.rated(SATISFIED));
        assertThat(engine.getTaskService()
                        .getIdentityLinksForTask(open(appeal).get(0).getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly("ganshui-general-office-supervisor");
        ok(appeal, answers(appeal, "supervisor", "upheld"));
        assertThat(appeal.clocks()).contains("REVIEW 0 MET", "REVIEW 1 MET");
    }

    @Test
    void theTimeOfAHearingDoesNotCount() {
        var appeal = asked(closed());
        var before =
                clocks.running(appeal.number(), ClockKind.REVIEW).orElseThrow().dueAt();
        ok(appeal, hears(appeal, "2026-03-11"));
        var moved =
                clocks.running(appeal.number(), ClockKind.REVIEW).orElseThrow().dueAt();
        // From Monday 9 o'clock to the end of that day.
        assertThat(moved).isEqualTo(before.plusSeconds((9 * 24 + 15) * 3600));
        assertThat(appeal.detail("REVIEW", "PAUSED")).contains("reason=hearing");
        assertThat(appeal.tracked()).contains("定于2026年3月11日举行听证").doesNotContain("双方各有说法");
        assertThat(open(appeal).get(0).getDueDate().toInstant()).isEqualTo(moved);
        var second = hears(appeal, "2026-03-12");
        assertThat(second.status()).isEqualTo(409);
        time.pass("P31D");
        assertThat(appeal.clocks()).contains("REVIEW 0 RUNNING");
        ok(appeal, answers(appeal, "leader", "changed"));
        assertThat(appeal.clocks()).contains("REVIEW 0 MET");
    }

    private static Api.Answer hears(AppealCase appeal, String day) {
        return appeal.tries(
                "leader",
                "reviewAppeal",
                "{\"action\":\"hearing\",\"hearingOn\":\"" + day + "\",\"hearingReason\":\"双方各有说法，当面听一听\"}");
    }

    @Test
    void aLateReviewIsSupervisedBySomebodyElse() {
        var appeal = asked(closed());
        time.pass("P30DT1M");
        assertThat(appeal.ledger()).contains("REVIEW 0 BREACHED", "REVIEW 0 ESCALATED");
        assertThat(limits.of(List.of(appeal.number()))).containsOnlyKeys(appeal.number());
        var supervised = open(appeal).stream()
                .filter(t -> t.getTaskDefinitionKey().equals(AppealHandling.SUPERVISE_OVERDUE))
                .toList();
        assertThat(supervised)
                .singleElement()
                .satisfies(t -> assertThat(t.getName()).isEqualTo("复查复核超时督办"));
        appeal.supervisedBy("supervisor");
        ok(appeal, answers(appeal, "leader", "upheld"));
        assertThat(appeal.ledger()).endsWith("REVIEW 0 DONE_LATE");
        assertThat(open(appeal)).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(appeal.number())
                        .count())
                .isZero();
    }

    @Test
    void theDaysAreOverOnTheDayThatHeWasTold() {
        var appeal = closed();
        time.pass("P30DT14H59M");
        assertThat(door(appeal, "canAsk")).isEqualTo("true");
        time.pass("PT1M");
        assertThat(door(appeal, "canAsk")).isEqualTo("false");
        var late = asks(appeal, REASON);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.raw().body()).contains("申请复查的期限已过，最后一天是2026年4月1日。");
    }

    /** The last day of these would be a Saturday. */
    @Test
    void aLastDayOnWhichNobodyWorksMovesToTheNextThatIsAWorkingDay() {
        time.begin("2026-03-26T09:00");
        var appeal = closed();
        assertThat(LocalDate.parse("2026-03-26").plusDays(30)).isEqualTo("2026-04-25");
        assertThat(door(appeal, "lastDay")).isEqualTo("2026年4月27日");
    }

    @Test
    void nothingIsAskedForWhileItIsHandledOrTwice() {
        var open = aHandledAppeal();
        assertThat(asks(open, REASON).raw().body()).contains("还在办理，办结以后");
        assertThat(asks(open, REASON).status()).isEqualTo(409);
        var appeal = asked(closed());
        var before = appeal.everythingKept();
        var twice = asks(appeal, REASON);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.raw().body()).contains("复查已经在办理");
        assertThat(appeal.everythingKept()).isEqualTo(before);
        assertThat(api.post("/api/track/0000000000000000/review", "{\"reason\":\"" + REASON + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsSentWronglyIsNamedAndNothingIsKept() {
        var appeal = closed();
        for (var reason : List.of("", "不服", "太长".repeat(600))) {
            var refused = asks(appeal, reason);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("reason");
        }
        assertThat(jdbc.sql("select count(*) from review_request where appeal = ?")
                        .param(appeal.number())
                        .query(Integer.class)
                        .single())
                .isZero();
        asked(appeal);
        var before = appeal.everythingKept();
        refused(answers(appeal, "leader", "reviewAppeal", "upheld", "维持"), "reviewOpinion");
        refused(answers(appeal, "leader", "reviewAppeal", "perhaps", OPINION), "reviewOutcome");
        refused(hears(appeal, "2026-03-02"), "hearingOn");
        refused(hears(appeal, "2026-02-27"), "hearingOn");
        refused(hears(appeal, "2026-04-20"), "hearingOn");
        assertThat(appeal.everythingKept()).isEqualTo(before);
        ok(appeal, answers(appeal, "leader", "upheld"));
        asked(appeal);
        refused(passesOn(appeal, "2026-03-02"), "promisedOn");
        refused(passesOn(appeal, "2026-06-02"), "promisedOn");
    }

    private static void refused(Api.Answer answer, String field) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void nobodyReviewsWhatHeHandledWhicheverDoorHeTakes() {
        var appeal = asked(closed());
        var task = open(appeal).get(0).getId();
        for (var person : List.of("ganshui-secretary-erju", "ganshui-grid-01")) {
            assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, person))
                    .hasMessageContaining("承办过这件诉求的人不能复查、复核它");
        }
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(AppealReview.PROCESS, closed().number(), Map.of()))
                .hasMessageContaining("不能直接启动流程");
    }

    @Test
    void theResidentTakesItBackAndMayAskAgain() {
        var appeal = asked(closed());
        ok(appeal, api.post("/api/track/" + appeal.code() + "/review/withdrawal", "{}"));
        assertThat(open(appeal)).isEmpty();
        assertThat(appeal.ledger()).endsWith("REVIEW 0 CANCELLED");
        assertThat(api.post("/api/track/" + appeal.code() + "/review/withdrawal", "{}")
                        .status())
                .isEqualTo(409);
        asked(appeal);
        assertThat(open(appeal)).hasSize(1);
        ok(appeal, answers(appeal, "leader", "upheld"));
        assertThat(appeal.ledger()).endsWith("REVIEW 0 OPENED", "REVIEW 0 MET");
    }

    @Test
    void whoeverAnswersThePhoneAsksForHimAndNobodyElseDoes() {
        var appeal = closed();
        var body = "{\"how\":\"phone\",\"reason\":\"" + REASON + "\"}";
        var path = "/api/appeals/" + appeal.number() + "/review";
        assertThat(appeal.desk("secretary-erju").post(path, body).status()).isEqualTo(404);
        var wrong = appeal.desk("registrar").post(path, body.replace("phone", "dream"));
        refused(wrong, "how");
        ok(appeal, appeal.desk("registrar").post(path, body));
        assertThat(appeal.tracked()).contains("居民来电，代申请复查");
        assertThat(open(appeal)).hasSize(1);
    }

    /** His reason and the opinion are in the database alone, and never in the engine or the timeline. */
    @Test
    void whatWasSaidIsNotKeptByTheEngine() {
        var appeal = reviewed();
        assertThat(jdbc.sql("""
                select (select count(*) from act_hi_varinst where text_ like :reason or text_ like :opinion)
                  + (select count(*) from act_ge_bytearray where encode(bytes_, 'escape') like :reason)
                  + (select count(*) from appeal_event where text like :reason or text like :opinion)
                  + (select count(*) from sla_ledger where detail like :reason)""")
                        .param("reason", "%" + REASON + "%")
                        .param("opinion", "%" + OPINION + "%")
                        .query(Integer.class)
                        .single())
                .as(appeal.number())
                .isZero();
    }

    @Test
    void ofSeveralReportersEachMayAskAndOneReviewIsMadeAtATime() {
        var first = anAppeal().submitted();
        var second = anAppeal().submitted().mergedInto(first);
        first.respondedBy("grid-01").handledBy("secretary-erju").rated(SATISFIED);
        asked(second);
        assertThat(open(first)).extracting(Task::getTaskDefinitionKey).containsExactly(AppealReview.REVIEW);
        assertThat(asks(first, REASON).raw().body()).contains("复查已经在办理");
        assertThat(api.post("/api/track/" + first.code() + "/review/withdrawal", "{}")
                        .status())
                .isEqualTo(409);
        ok(first, answers(first, "leader", "upheld"));
        assertThat(second.tracked()).contains(REASON, OPINION);
        assertThat(first.tracked()).contains("维持原处理意见").doesNotContain(REASON, OPINION);
        asked(first);
    }

    @ParameterizedTest
    @CsvSource({"praise, 表扬、感谢不办理复查", "consultation, 咨询不办理复查"})
    void whatIsNoComplaintIsNotReviewed(String type, String why) {
        var appeal = anAppeal().ofType(type).submitted();
        if (type.equals("praise")) {
            appeal.praisePassedOnBy("registrar");
        } else {
            appeal.answeredBy("registrar", "phone").rated(SATISFIED);
        }
        assertThat(appeal.status()).isEqualTo("CLOSED");
        assertThat(asks(appeal, REASON).raw().body()).contains(why);
    }
}
