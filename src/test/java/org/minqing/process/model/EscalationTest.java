package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.DISPATCH;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.sla.Sweeper;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who hears of an overdue clock, rung by rung, whoever has the appeal and whatever happens to it meanwhile. */
@MinqingTest
class EscalationTest extends AppealRules {

    @Autowired
    Sweeper sweeper;

    @Test
    void whatNobodyTookEscalatesRungByRungToTheTownshipLeader() {
        var appeal = anAppeal().submitted();
        time.pass("PT24H");
        assertThat(rungs(appeal, "RESPOND")).containsExactly("1 post=branch-secretary");
        time.pass("PT4H");
        assertThat(rungs(appeal, "RESPOND")).containsExactly("1 post=branch-secretary", "2 post=supervisor");
        time.pass("P30D");
        assertThat(rungs(appeal, "RESPOND"))
                .containsExactly("1 post=branch-secretary", "2 post=supervisor", "3 post=township-leader");
    }

    @Test
    void whatWaitsForTheDispatcherEscalatesToo() {
        var appeal = anAppeal()
                .about("street-lighting")
                .thatIs("safetyRisk")
                .submitted()
                .respondedBy("grid-01");
        assertThat(appeal.task(DISPATCH).getAssignee()).isNull();
        time.pass("P2D");
        assertThat(rungs(appeal, "RESOLVE")).containsExactly("1 post=supervisor", "2 post=township-leader");
    }

    @Test
    void whatGoesOnMeanwhileDelaysNoRung() {
        var appeal = anAppeal().submitted();
        for (int hour = 0; hour < 30; hour++) {
            time.pass("PT1H");
            appeal.residentMissedBy("grid-01");
        }
        assertThat(rungs(appeal, "RESPOND")).containsExactly("1 post=branch-secretary", "2 post=supervisor");
    }

    @Test
    void whatIsDoneLateClimbsNoFurther() {
        var appeal = anAppeal().submitted();
        time.pass("PT24H");
        appeal.respondedBy("grid-01");
        time.pass("PT12H");
        assertThat(rungs(appeal, "RESPOND")).containsExactly("1 post=branch-secretary");
    }

    @Test
    void aBreachThatTheSweeperWroteBeforeItsTimerStillClimbsEveryRungOnce() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");
        time.set("2026-03-03T09:02");
        assertThat(sweeper.breaches()).isPositive();
        assertThat(sweeper.breaches()).isZero();
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
        assertThat(rungs(appeal, "RESPOND")).isEmpty();
        time.pass("PT5H");
        assertThat(rungs(appeal, "RESPOND")).containsExactly("1 post=branch-secretary", "2 post=supervisor");
        assertThat(appeal.ledger()).containsOnlyOnce("RESPOND 0 BREACHED");
    }

    @Test
    void theSweeperWaitsForTheTimerFirst() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");
        time.set("2026-03-03T09:01");
        sweeper.breaches();
        assertThat(appeal.clocks()).contains("RESPOND 0 RUNNING");
    }

    private List<String> rungs(AppealCase appeal, String clock) {
        return jdbc.sql("""
                select step || ' ' || detail from sla_ledger
                where appeal = ? and clock = ? and kind = 'ESCALATED' order by id""").params(appeal.number(), clock).query(String.class).list();
    }
}
