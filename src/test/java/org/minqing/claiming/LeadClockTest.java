package org.minqing.claiming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.appeal.ClockKind;
import org.minqing.support.AppealCase;
import org.minqing.support.MinqingTest;
import org.minqing.time.Times;

/** A lead on the same day (党员领办): promised by Shibu, timed until its offices close, and late where nobody leads. */
@MinqingTest
class LeadClockTest extends OrderRules {

    private static final String SECRETARY = "secretary-jijiahe";

    private AppealCase inShibu() {
        return anAppeal()
                .from("shibu")
                .at("shibu-jijiahe-01")
                .about("sanitation")
                .submitted();
    }

    /** 18:00 is when they close there. Less than two hours before that, after it and on days of rest the next day counts. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, 3月2日 18:00",
        "2026-03-02T13:00, 3月2日 18:00",
        "2026-03-02T16:00, 3月2日 18:00",
        "2026-03-02T16:01, 3月3日 18:00",
        "2026-03-02T19:00, 3月3日 18:00",
        "2026-03-06T19:00, 3月9日 18:00",
        "2026-03-07T10:00, 3月9日 18:00"
    })
    void somebodyIsToLeadItUntilTheOfficesCloseOnTheSameDay(String received, String due) {
        time.set(received);

        var appeal = inShibu();

        assertThat(Times.end(clocks.running(appeal.number(), ClockKind.LEAD)
                        .orElseThrow()
                        .dueAt()))
                .isEqualTo(due);
        assertThat(appeal.ledger()).contains("LEAD 0 OPENED");
    }

    @Test
    void whoeverClaimsItLeadsIt() {
        var appeal = inShibu();
        time.pass("PT1H");

        assertThat(claims(appeal, SECRETARY).status()).isEqualTo(200);

        assertThat(appeal.clocks()).contains("LEAD 0 MET");
        assertThat(appeal.tracked()).contains("已明确领办人");
    }

    @Test
    void theDutyOfTheVillageThatTakesItLeadsItToo() {
        var appeal = inShibu().respondedBy("grid-02");
        time.pass("PT30H");

        appeal.progressedBy(SECRETARY);

        assertThat(appeal.clocks()).contains("LEAD 0 BREACHED");
        assertThat(appeal.ledger()).contains("LEAD 0 DONE_LATE");
    }

    @Test
    void whereNobodyLeadsItIsLateInTheLedgerAndOnTheSupervisorsList() {
        var appeal = inShibu();

        time.passTo(
                clocks.running(appeal.number(), ClockKind.LEAD).orElseThrow().overdueAt());

        assertThat(appeal.ledger()).contains("LEAD 0 WARNED", "LEAD 0 BREACHED", "LEAD 0 ESCALATED");
        assertThat(appeal.desk("supervisor").hasTask("superviseOverdue", appeal.number()))
                .isTrue();
        // Late, and still to be done.
        assertThat(claims(appeal, SECRETARY).status()).isIn(200, 409);
    }

    @Test
    void whereTheLocalityPromisesNothingThereIsNoSuchClock() {
        assertThat(refuse().ledger()).noneMatch(fact -> fact.startsWith("LEAD"));
    }

    @Test
    void aResultBeforeAnybodyLeadsEndsIt() {
        var appeal = inShibu().withdrawn();

        assertThat(appeal.clocks()).contains("LEAD 0 CANCELLED");
        assertThat(watching(appeal)).isZero();
    }
}
