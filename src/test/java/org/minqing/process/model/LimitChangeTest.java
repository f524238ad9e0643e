package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.APPROVE_LIMIT_CHANGE;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.ClockKind;
import org.minqing.process.AppealHandling;
import org.minqing.sla.Clock;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.time.Times;

/** More time and pauses: asked for by the handler, granted by another person, told to the resident. */
@MinqingTest
class LimitChangeTest extends AppealRules {

    private AppealCase appeal;

    /** Monday 9:00, five working days: due on Monday a week later. */
    @BeforeEach
    void handling() {
        appeal = anAppeal().submitted().respondedBy("grid-01");
        time.pass("P1D");
    }

    @Test
    void moreTimeIsGrantedByAnotherPersonAndTheResidentReadsTheNewDate() {
        appeal.asks("secretary-erju", "extend", 5);
        assertWaiting(appeal, HANDLE_DIRECTLY, APPROVE_LIMIT_CHANGE);
        assertThat(resolve().dueAt()).isEqualTo(at("2026-03-09T09:00"));
        appeal.grantedBy("supervisor");
        assertWaiting(appeal, HANDLE_DIRECTLY);
        assertThat(resolve().dueAt()).isEqualTo(at("2026-03-16T09:00"));
        assertThat(appeal.tracked()).contains("办结时限延长 5 天（情况复杂需多方协调），改为3月16日 09:00前办结");
        assertThat(appeal.ledger()).endsWith("RESOLVE 0 ASKED", "RESOLVE 0 EXTENDED");
        time.passTo(at("2026-03-16T09:00"));
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 BREACHED");
    }

    @Test
    void whatIsRefusedLeavesTheDeadlineAndIsKept() {
        appeal.asks("secretary-erju", "extend", 5);
        var before = resolve();
        assertThat(appeal.triesToDecide("supervisor", "refused").status()).isEqualTo(200);
        assertThat(resolve()).isEqualTo(before);
        assertThat(appeal.ledger()).endsWith("RESOLVE 0 ASKED", "RESOLVE 0 REFUSED");
        assertWaiting(appeal, HANDLE_DIRECTLY);
    }

    @Test
    void aPauseMovesTheDeadlineAndEndsByItself() {
        appeal.asks("secretary-erju", "pause", 7).grantedBy("supervisor");
        assertThat(resolve().dueAt()).isEqualTo(at("2026-03-16T09:00"));
        assertThat(appeal.triesToAsk("secretary-erju", "pause", 1).status()).isEqualTo(409);
        time.pass("P7D");
        assertThat(appeal.ledger()).endsWith("RESOLVE 0 PAUSED", "RESOLVE 0 RESUMED");
        assertThat(resolve().dueAt()).isEqualTo(at("2026-03-16T09:00"));
        assertThat(resolve().pausedAt(time.instant())).isFalse();
    }

    @Test
    void aPauseThatEndsEarlyGivesBackOnlyWhatItTookAndItsTimerComesForward() {
        appeal.asks("secretary-erju", "pause", 7).grantedBy("supervisor");
        // The warning fires before the pause is known to be short.
        time.pass("P2D");
        appeal.goesOn("secretary-erju");
        assertThat(resolve().dueAt()).isEqualTo(at("2026-03-11T09:00"));
        assertThat(appeal.triesToGoOn("secretary-erju").status()).isEqualTo(409);
        time.passTo(at("2026-03-11T09:00"));
        assertThat(appeal.ledger())
                .containsOnlyOnce("RESOLVE 0 RESUMED")
                .containsOnlyOnce("RESOLVE 0 WARNED")
                .containsOnlyOnce("RESOLVE 0 BREACHED");
    }

    @Test
    void nobodyGrantsHisOwnRequest() {
        var own = anAppeal().about("petition").submitted().aboutNobodyBy("safety");
        var people = engine.getIdentityService();
        var both = people.newUser("ganshui-petitions-and-leader");
        both.setFirstName("");
        both.setLastName("兼任的人");
        both.setPassword("only-for-this-test");
        people.saveUser(both);
        people.createMembership(both.getId(), "ganshui-rule-of-law-petition-office");
        people.createMembership(both.getId(), "ganshui-township-leader");
        var desk = api.as(both.getId(), "only-for-this-test");
        assertThat(desk.complete("respondAppeal", own.number(), """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场看过"}""").status()).isEqualTo(200);
        assertThat(desk.complete("handleUnderSupervision", own.number(), """
                {"action":"limitChange","change":"extend","changeReason":"complexity","days":10,"explanation":"需要多方协调"}""").status())
                .isEqualTo(200);
        var before = own.everythingKept();
        refused(desk.complete("approveLimitChange", own.number(), """
                {"action":"approved","opinion":"情况属实"}"""), 409, "不能审批自己提出的申请");
        assertThat(own.everythingKept()).isEqualTo(before);
        people.deleteUser(both.getId());
    }

    @Test
    void thePolicySaysHowMuchAndForWhom() {
        var before = appeal.everythingKept();
        refused(appeal.triesToAsk("secretary-erju", "extend", 11), 400, "最多 10 天");
        refused(appeal.triesToAsk("secretary-erju", "pause", 16), 400, "最多 15 天");
        refused(appeal.triesToAsk("secretary-erju", "extend", 0), 400, "days");
        refused(appeal.triesToAsk("secretary-erju", "extend", -3), 400, "days");
        refused(appeal.triesToAsk("secretary-erju", "shorten", 3), 400, "change");
        assertThat(appeal.everythingKept()).isEqualTo(before);

        appeal.asks("secretary-erju", "extend", 5).grantedBy("supervisor");
        refused(appeal.triesToAsk("secretary-erju", "extend", 5), 400, "change");

        var urgent = anAppeal()
                .about("street-lighting")
                .thatIs("safetyRisk")
                .submitted()
                .respondedBy("grid-01")
                .dispatchedBy("dispatcher", "city-management");
        refused(urgent.triesToAsk("city-mgmt", "extend", 1), 400, "change");
    }

    @Test
    void oneRequestWaitsAtATime() {
        appeal.asks("secretary-erju", "extend", 5);
        refused(appeal.triesToAsk("secretary-erju", "pause", 3), 409, "还在审批");
    }

    @Test
    void aClockThatIsOverOrStoppedCannotBeChanged() {
        time.passTo(at("2026-03-09T09:00").plus(Duration.ofHours(1)));
        var before = appeal.everythingKept();
        refused(appeal.triesToAsk("secretary-erju", "extend", 5), 409, "已经超时");
        refused(appeal.triesToAsk("secretary-erju", "pause", 5), 409, "已经超时");
        refused(appeal.triesToGoOn("secretary-erju"), 409, "没有暂停");
        assertThat(appeal.everythingKept()).isEqualTo(before);
    }

    @Test
    void whatWaitedForAnAnswerWhenTheLimitPassedCannotBeGrantedAnyMore() {
        appeal.asks("secretary-erju", "extend", 5);
        time.passTo(at("2026-03-09T09:00").plus(Duration.ofHours(1)));
        var before = appeal.everythingKept();
        refused(appeal.triesToDecide("supervisor", "approved"), 409, "已经超时");
        assertThat(appeal.everythingKept()).isEqualTo(before);
        // It can be refused, and then the task is done.
        assertThat(appeal.triesToDecide("supervisor", "refused").status()).isEqualTo(200);
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 REFUSED").containsOnlyOnce("RESOLVE 0 BREACHED");
        assertThat(appeal.tasks()).extracting(Task::getTaskDefinitionKey).doesNotContain(APPROVE_LIMIT_CHANGE);
    }

    @Test
    void aResultEndsTheRequestThatWaits() {
        appeal.asks("secretary-erju", "extend", 5).handledBy("secretary-erju");
        assertWaiting(appeal, AppealHandling.CALL_RESIDENT);
        assertThat(appeal.clocks()).contains("RESOLVE 0 MET");
    }

    @Test
    void aRequestThatAResultOvertookHasLapsedAndNoPageSaysThatItWaits() {
        appeal.asks("secretary-erju", "extend", 5);
        assertThat(ledgerPage()).contains("等待审批");
        appeal.handledBy("secretary-erju");
        assertLapsed("resulted");
        assertThat(ledgerPage()).contains("已失效", "申请失效").doesNotContain("等待审批");

        // The next round asks anew.
        appeal.rated(DISSATISFIED);
        assertThat(appeal.status()).isEqualTo("HANDLING");
        assertThat(ledgerPage()).doesNotContain("等待审批");
    }

    @Test
    void whatWaitsWhenTheAppealEndsHasLapsed() {
        appeal.asks("secretary-erju", "pause", 3).withdrawn();
        assertLapsed("ended");

        var other = anAppeal().submitted().respondedBy("grid-01");
        other.asks("secretary-erju", "extend", 5).mergedInto(anAppeal().submitted());
        assertThat(other.ledger()).containsOnlyOnce("RESOLVE 0 LAPSED");
        assertThat(waiting(other)).isZero();
    }

    @Test
    void whatWaitsWhenTheAppealIsGivenBackHasLapsedAndNobodyIsAskedToDecideIt() {
        appeal.asks("secretary-erju", "extend", 5).handlingReturnedBy("secretary-erju");
        assertWaiting(appeal, AppealHandling.DISPATCH);
        assertLapsed("returned");
        assertThat(resolve().dueAt()).isEqualTo(at("2026-03-09T09:00"));

        // The course shows that the approval was cut off, and stays whole.
        var course = appeal.desk("supervisor").get("/api/appeals/" + appeal.number() + "/process");
        assertThat(course.status()).isEqualTo(200);
        assertThat(course.json().path("steps"))
                .anyMatch(step ->
                        APPROVE_LIMIT_CHANGE.equals(step.path("activity").asText())
                                && "cancelled".equals(step.path("state").asText()));

        // Whoever gets it asks for himself.
        appeal.dispatchedBy("dispatcher", "justice").asks("safety", "extend", 3).grantedBy("supervisor");
        assertThat(resolve().dueAt()).isEqualTo(at("2026-03-12T09:00"));
    }

    @Test
    void handlersAreWarnedAgainBeforeTheNewDateAndOnceOnly() {
        time.passTo(resolve().warnAt());
        assertThat(warnings()).isEqualTo(1);
        appeal.asks("secretary-erju", "extend", 5).grantedBy("supervisor");
        var again = resolve().warnAt();
        assertThat(again).isBefore(at("2026-03-16T09:00")).isAfter(at("2026-03-09T09:00"));
        time.passTo(again.minusSeconds(1));
        assertThat(warnings()).isEqualTo(1);
        time.passTo(again);
        assertThat(warnings()).isEqualTo(2);
        time.passTo(at("2026-03-16T09:00").plusSeconds(1));
        assertThat(warnings()).isEqualTo(2);
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 BREACHED");
        assertThat(appeal.clocks()).contains("RESOLVE 0 BREACHED");
    }

    @Test
    void handlersAreWarnedAgainWhenAPauseIsOverAndNotWhileItLasts() {
        time.passTo(resolve().warnAt().plus(Duration.ofHours(1)));
        appeal.asks("secretary-erju", "pause", 7).grantedBy("supervisor");
        time.pass("P6D");
        assertThat(warnings()).isEqualTo(1);
        time.pass("P1DT1M");
        assertThat(warnings()).isEqualTo(2);
        time.passTo(resolve().dueAt());
        assertThat(warnings()).isEqualTo(2);
    }

    @Test
    void handlersAreWarnedAgainWhenAPauseEndsEarly() {
        time.passTo(resolve().warnAt().plus(Duration.ofHours(1)));
        appeal.asks("secretary-erju", "pause", 7).grantedBy("supervisor");
        time.pass("P1D");
        assertThat(warnings()).isEqualTo(1);
        // What is left of the time is what was left when it was paused: the warning is due at once.
        appeal.goesOn("secretary-erju");
        time.pass("PT1M");
        assertThat(warnings()).isEqualTo(2);
        time.passTo(resolve().dueAt());
        assertThat(warnings()).isEqualTo(2);
    }

    private long warnings() {
        var told = jdbc.sql("select count(*) from appeal_event where appeal = ? and text = '办结时限将到，请抓紧办理'")
                .param(appeal.number())
                .query(Long.class)
                .single();
        assertThat(appeal.ledger().stream().filter("RESOLVE 0 WARNED"::equals).count())
                .isEqualTo(told);
        return told;
    }

    private void assertLapsed(String why) {
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 ASKED").containsOnlyOnce("RESOLVE 0 LAPSED");
        assertThat(appeal.detail("RESOLVE", "LAPSED")).endsWith(";why=" + why);
        assertThat(waiting(appeal)).isZero();
        var timeline = jdbc.sql("select text from appeal_event where appeal = ? and kind = 'limitChangeLapsed'")
                .param(appeal.number())
                .query(String.class)
                .list();
        assertThat(timeline).singleElement().asString().contains("失效");
    }

    private int waiting(AppealCase a) {
        return jdbc.sql("select count(*) from limit_change where appeal = ? and granted is null and lapsed_at is null")
                .param(a.number())
                .query(Integer.class)
                .single();
    }

    private String ledgerPage() {
        return Session.of(api, "ganshui-auditor")
                .get("/desk/ledger/" + appeal.number())
                .body();
    }

    private Clock resolve() {
        return clocks.running(appeal.number(), ClockKind.RESOLVE).orElseThrow();
    }

    private static void refused(Api.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.raw().body()).contains(words);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Times.ZONE).toInstant();
    }
}
