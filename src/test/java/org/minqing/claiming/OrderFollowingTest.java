package org.minqing.claiming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.ClockKind;
import org.minqing.duties.WorkInHand;
import org.minqing.support.AppealDraft;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be claimed, and what ends that: another judgement, another unit, the limit of the appeal itself. */
@MinqingTest
class OrderFollowingTest extends OrderRules {

    @Autowired
    WorkInHand inHand;

    @Test
    void whatVolunteersMayNotDoIsOfferedToNobody() {
        assertThat(orders(sanitation().inDanger("fire").submitted())).isZero();
        assertThat(orders(sanitation().thatIs("safetyRisk").submitted())).isZero();
        assertThat(orders(sanitation().thatIs("needsEnforcement").submitted())).isZero();
        assertThat(orders(sanitation().thatIs("aboutStaff").submitted())).isZero();
        assertThat(orders(anAppeal().about("gas").submitted())).isZero();
        assertThat(orders(sanitation().ofType("consultation").submitted())).isZero();
        // Nobody knows whose volunteers are meant.
        assertThat(orders(sanitation().somewhere().submitted())).isZero();
        assertThat(orders(sanitation().submitted())).isOne();
    }

    private AppealDraft sanitation() {
        return anAppeal().about("sanitation");
    }

    @Test
    void somebodyInDangerTakesItFromWhoeverClaimedIt() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");

        var answer = appeal.desk("dispatcher")
                .post(
                        "/api/appeals/" + appeal.number() + "/correction",
                        "{\"facts\":{\"danger\":\"fire\"},\"reason\":\"垃圾着火了\"}");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(appeal.tasks()).noneMatch(task -> "ganshui-volunteer".equals(task.getAssignee()));
        assertThat(steps(appeal)).containsExactly("claimed ganshui-volunteer", "closed null");
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(409);
        assertThat(watching(appeal)).isZero();
    }

    @Test
    void aCorrectionThatLeavesItToVolunteersLeavesItToWhoeverClaimedIt() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");

        var answer = appeal.desk("dispatcher")
                .post(
                        "/api/appeals/" + appeal.number() + "/correction",
                        "{\"category\":\"irrigation\",\"reason\":\"是水渠里的垃圾\"}");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(appeal.task(HANDLE_DIRECTLY).getAssignee()).isEqualTo("ganshui-volunteer");
    }

    @Test
    void aSupervisorWhoGivesItToAnotherPostEndsTheClaim() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");

        var answer = appeal.desk("supervisor")
                .post(
                        "/api/appeals/" + appeal.number() + "/reassignment",
                        "{\"holder\":\"ganshui-enforcement-city-management\",\"reason\":\"量太大\"}");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(appeal.task(HANDLE_DIRECTLY).getAssignee()).isNull();
        assertThat(offered(appeal)).containsExactly("ganshui-enforcement-city-management");
        assertThat(steps(appeal)).containsExactly("claimed ganshui-volunteer", "closed null");
    }

    @Test
    void anOfferNeverLastsIntoTheLastOfTheLimit() {
        var appeal = anAppeal()
                .from("zhangjiashan")
                .at("zhangjiashan-xinyuan-1")
                .about("care")
                .thatIs("vulnerable")
                .submitted()
                .respondedBy("grid-02");
        var due =
                clocks.running(appeal.number(), ClockKind.RESOLVE).orElseThrow().dueAt();

        time.passTo(due);

        assertThat(offered(appeal)).containsExactly(assigned(appeal));
        assertThat(watching(appeal)).isZero();
    }

    @Test
    void whoeverAnswersForItHasItMeanwhileAndDoesNotSuperviseHimself() {
        var appeal = refuse().respondedBy("grid-01");

        assertThat(offered(appeal)).hasSize(2);
        assertThat(inHand.of(List.of(appeal.number())).get(appeal.number()))
                .anySatisfy(held -> assertThat(held.people()).contains("ganshui-secretary-erju"))
                .noneSatisfy(held -> assertThat(held.people()).contains("ganshui-volunteer"));
    }
}
