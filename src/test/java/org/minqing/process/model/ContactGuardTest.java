package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.process.AppealHandling;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** No contact on trust alone: twice somebody wrote down that he had called, and nobody had (requirement D9). */
@MinqingTest
class ContactGuardTest extends AppealRules {

    private AppealCase appeal;

    @BeforeEach
    void somebodyWritesThatHeCalled() {
        appeal = anAppeal().submitted().calledBy("grid-01");
    }

    @Test
    void theResidentIsAskedWhetherItTookPlaceAndOnceOnly() {
        assertThat(appeal.tracked()).contains("\"contact\":\"3月2日 09:00 电话联系（居民本人）\"");
        appeal.confirmed();
        assertThat(appeal.tracked()).contains("\"contact\":null", "确认联系属实");
        assertThat(appeal.triesToAnswer(false).status()).isEqualTo(409);
        assertThat(checks()).isEmpty();
    }

    @Test
    void aDeniedContactReachesTheSupervisorAndTheHandlerCannotTouchIt() {
        appeal.denied();
        assertThat(appeal.tracked()).contains("\"contact\":null", "反映没有人联系，登记的是“3月2日 09:00 电话联系（居民本人）”，转督办核实");
        assertThat(appeal.ledger()).endsWith("RESPOND 0 CONTACT_DENIED");
        var check = checks().get(0);
        assertThat(appeal.desk("grid-01").hasTask("checkContact", appeal.number()))
                .isFalse();
        for (var person : List.of("grid-01", "secretary-erju", "dispatcher")) {
            assertThat(appeal.desk(person)
                            .post("/api/tasks/" + check.getId() + "/claim", "{}")
                            .status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(triesToComplete(person, check).status()).as(person).isEqualTo(404);
        }
        appeal.contactCheckedBy("supervisor", false);
        assertThat(appeal.tracked())
                .contains("经核实，登记的联系（3月2日 09:00 电话联系（居民本人））不属实，不作数")
                .doesNotContain("没有通话记录");
        assertThat(appeal.ledger()).endsWith("RESPOND 0 CONTACT_DENIED", "RESPOND 0 CONTACT_REFUTED");
        assertThat(appeal.detail("RESPOND", "CONTACT_REFUTED")).isEqualTo("contact=first");
        assertThat(checks()).isEmpty();
    }

    @Test
    void whoHandledTheAppealCannotCheckItEvenIfHeIsTheSupervisor() {
        var own = anAppeal()
                .thatIs("beyondStreet")
                .submitted()
                .calledBy("grid-01")
                .denied();
        // The leader goes on with the matter himself; then nobody has looked at the contact in time, and it were his
        // turn.
        assertThat(own.desk("leader")
                        .complete("handleUnderSupervision", own.number(), """
                {"action":"progress","result":"已听取情况"}""")
                        .status())
                .isEqualTo(200);
        time.pass("P1D");
        assertThat(own.desk("leader").hasTask("checkContact", own.number())).isFalse();
        var check = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(own.number())
                .taskDefinitionKey(AppealHandling.CHECK_CONTACT)
                .singleResult()
                .getId();
        assertThatThrownBy(() -> engine.getTaskService().setAssignee(check, "ganshui-leader"))
                .hasStackTraceContaining("承办过这件诉求的人不能核实");
        own.contactCheckedBy("supervisor", true);
    }

    @Test
    void aSecondContactAfterADeniedOneIsCheckedWithoutWaitingForTheResident() {
        appeal.denied().contactCheckedBy("supervisor", false).calledAgainBy("secretary-erju");
        assertThat(checks()).hasSize(1);
        assertThat(appeal.desk("supervisor").hasTask("checkContact", appeal.number()))
                .isFalse();
        assertThat(appeal.desk("leader").hasTask("checkContact", appeal.number()))
                .isTrue();
        // What the resident says now belongs to the check that is open.
        appeal.denied();
        assertThat(checks()).hasSize(1);
        appeal.contactCheckedBy("leader", false);
        assertThat(appeal.ledger())
                .endsWith(
                        "RESPOND 0 CONTACT_DENIED",
                        "RESPOND 0 CONTACT_REFUTED",
                        "RESPOND 0 CONTACT_DENIED",
                        "RESPOND 0 CONTACT_REFUTED");
    }

    @Test
    void aCheckThatNobodyMakesGoesOneHigherAndOutlivesTheAppeal() {
        appeal.denied().handledBy("secretary-erju").rated(SATISFIED);
        assertThat(appeal.status()).isEqualTo("CLOSED");
        assertThat(appeal.desk("supervisor").hasTask("checkContact", appeal.number()))
                .isTrue();
        time.pass("P1D");
        assertThat(appeal.desk("supervisor").hasTask("checkContact", appeal.number()))
                .isFalse();
        time.pass("P1D");
        assertThat(checks()).hasSize(1);
        appeal.contactCheckedBy("leader", true);
        assertThat(appeal.ledger()).endsWith("RESPOND 0 CONTACT_UPHELD");
    }

    @Test
    void aRatingThatSaysNobodyCalledIsADenial() {
        appeal.handledBy("secretary-erju");
        var answer = appeal.ratesAsNeverContacted();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(checks()).hasSize(1);
        assertThat(appeal.detail("CALL_BACK", "RATED")).isEqualTo("grade=4;resolved=true;contacted=false");
    }

    @Test
    void anAttemptInVainIsKeptWithItsWayAndTimeAndTheResidentIsNotAsked() {
        var missed = anAppeal().submitted().residentMissedBy("grid-01");
        assertThat(missed.tracked()).contains("\"contact\":null");
        assertThat(jdbc.sql("select how || ' ' || whom || ' ' || reached from contact_claim where appeal = ?")
                        .param(missed.number())
                        .query(String.class)
                        .list())
                .containsExactly("phone nobody false");
    }

    @Test
    void whoMeetsSomebodyElseOnSiteHasArrivedAndTheResponseIsStillToCome() {
        var seen = anAppeal().about("street-lighting").thatIs("safetyRisk").submitted();
        assertThat(seen.clocks()).contains("ARRIVE 0 RUNNING");
        assertThat(responds(seen, "\"onSite\",\"contactWith\":\"onSite\"").status())
                .isEqualTo(200);
        assertThat(seen.clocks()).contains("ARRIVE 0 MET", "RESPOND 0 RUNNING");
        assertThat(seen.status()).isEqualTo("RECEIVED");
        assertWaiting(seen, AppealHandling.RESPOND);
        assertThat(seen.tracked()).contains("\"contact\":null", "到场：只见到现场其他人员，还没有联系上居民：说明了安排");
        assertThat(seen.triesToAnswer(false).status()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from contact_claim where appeal = ?")
                        .param(seen.number())
                        .query(Integer.class)
                        .single())
                .isZero();
        seen.calledBy("grid-01");
        assertThat(seen.clocks()).contains("RESPOND 0 MET");
    }

    @Test
    void aNeighbourMetWhileItIsHandledIsNoContactEither() {
        appeal.tries("secretary-erju", "handleDirectly", """
                {"action":"contacted","contactKind":"visit","contactWith":"onSite","contactNote":"问了邻居"}""");
        assertThat(appeal.tracked()).contains("还没有联系上居民：问了邻居").doesNotContain("现场其他人员）");
        assertThat(jdbc.sql("select count(*) from contact_claim where appeal = ?")
                        .param(appeal.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePersonAffectedIsAsGoodAsTheResidentAndTheResidentIsAsked() {
        var told = anAppeal().submitted();
        assertThat(responds(told, "\"visit\",\"contactWith\":\"affected\"").status())
                .isEqualTo(200);
        assertThat(told.clocks()).contains("RESPOND 0 MET");
        assertThat(told.tracked()).contains("\"contact\":\"3月2日 09:00 上门走访（受影响的人）\"");
        told.denied();
    }

    @Test
    void nobodyReachesSomebodyElseByTelephone() {
        var told = anAppeal().submitted();
        var before = told.everythingKept();
        var answer = responds(told, "\"phone\",\"contactPhone\":\"023-0000-7009\",\"contactWith\":\"onSite\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.raw().body()).contains("contactWith", "电话联系要联系到居民本人");
        assertThat(told.everythingKept()).isEqualTo(before);
        assertThat(numbers(told)).isEmpty();
    }

    @Test
    void aCallNeedsANumberThatIsOnFileOrEntered() {
        var told = anAppeal().submitted();
        var before = told.everythingKept();
        var without = responds(told, "\"phone\",\"contactWith\":\"resident\"");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.raw().body()).contains("contactPhone", "没有留电话");
        for (var wrong : List.of("12", "没有", "0000-000a-001", "1".repeat(21))) {
            assertThat(responds(told, "\"phone\",\"contactPhone\":\"" + wrong + "\",\"contactWith\":\"resident\"")
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        var visit = responds(told, "\"visit\",\"contactPhone\":\"023-0000-7009\",\"contactWith\":\"resident\"");
        assertThat(visit.status()).as("a number with a visit").isEqualTo(400);
        assertThat(told.everythingKept()).isEqualTo(before);

        assertThat(responds(told, "\"phone\",\"contactPhone\":\"023-0000-7009\",\"contactWith\":\"resident\"")
                        .status())
                .isEqualTo(200);
        assertThat(numbers(told)).containsExactly("023-0000-7009");
        // From now on it is on file.
        assertThat(told.tries("secretary-erju", "handleDirectly", """
                {"action":"contacted","contactKind":"phone","contactWith":"resident","contactNote":"说明了进展"}""").status()).isEqualTo(200);

        var left = anAppeal().signed("来电居民", "023-0000-7008").submitted();
        assertThat(responds(left, "\"phone\",\"contactWith\":\"resident\"").status())
                .isEqualTo(200);
        assertThat(numbers(left)).isEmpty();
    }

    /** As with the number that the resident left: whoever looks is written down, and nothing else knows it. */
    @Test
    void anEnteredNumberIsSeenByLookingItUpAndNowhereElse() {
        var told = anAppeal().submitted();
        responds(told, "\"phone\",\"contactPhone\":\"023-0000-7331\",\"contactWith\":\"resident\"");
        var supervisor = told.desk("supervisor");
        for (var open : List.of("", "/clocks")) {
            assertThat(supervisor
                            .get("/api/appeals/" + told.number() + open)
                            .raw()
                            .body())
                    .doesNotContain("0000-7331", "00007331");
        }
        assertThat(told.tracked()).doesNotContain("0000-7331", "00007331");
        assertThat(told.everythingKept().toString()).doesNotContain("0000-7331", "00007331");
        assertThat(jdbc.sql("""
                select count(*) from (select text_ from act_hi_varinst union all select text_ from act_hi_detail
                  union all select new_value_ from act_hi_op_log union all select org_value_ from act_hi_op_log) as kept (t)
                where t like '%0000_7331%' or t like '%00007331%'""").query(Integer.class).single()).isZero();
        var looked = supervisor.post("/api/appeals/" + told.number() + "/contact", "{\"purpose\":\"回访\"}");
        assertThat(looked.raw().body()).contains("\"otherPhones\":[\"023-0000-7331\"]");
        assertThat(jdbc.sql("select purpose from contact_access where appeal = ?")
                        .param(told.number())
                        .query(String.class)
                        .list())
                .containsExactly("回访");
    }

    private List<String> numbers(AppealCase told) {
        return jdbc.sql("select phone from contact_number where appeal = ?")
                .param(told.number())
                .query(String.class)
                .list();
    }

    @Test
    void theTimeOfAContactLiesBetweenTheAppealAndNow() {
        var told = anAppeal().submitted();
        time.pass("PT2H");
        var before = told.everythingKept();
        for (var wrong : List.of("2026-03-02T11:01", "2026-03-02T08:58", "2026-03-02", "2026-02-30T10:00", "gestern")) {
            var answer = responds(
                    told,
                    "\"phone\",\"contactPhone\":\"023-0000-7001\",\"contactWith\":\"resident\",\"contactAt\":\"" + wrong
                            + "\"");
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.raw().body()).contains("contactAt");
        }
        assertThat(told.everythingKept()).isEqualTo(before);
        assertThat(responds(
                                told,
                                "\"phone\",\"contactPhone\":\"023-0000-7001\",\"contactWith\":\"resident\",\"contactAt\":\"2026-03-02T10:15\"")
                        .status())
                .isEqualTo(200);
        assertThat(told.tracked()).contains("\"contact\":\"3月2日 10:15 电话联系（居民本人）\"");
        assertThat(told.detail("RESPOND", "MET")).contains("at=2026-03-02T02:15:00Z");
    }

    private Api.Answer responds(AppealCase appeal, String how) {
        return appeal.tries(
                "grid-01",
                "respondAppeal",
                "{\"action\":\"responded\",\"contactKind\":" + how + ",\"finding\":\"说明了安排\"}");
    }

    private Api.Answer triesToComplete(String person, Task check) {
        return appeal.desk(person)
                .post("/api/tasks/" + check.getId() + "/complete", "{\"action\":\"made\",\"basis\":\"我打过\"}");
    }

    private List<Task> checks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(appeal.number())
                .taskDefinitionKey(AppealHandling.CHECK_CONTACT)
                .list();
    }
}
