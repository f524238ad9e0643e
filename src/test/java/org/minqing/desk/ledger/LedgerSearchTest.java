package org.minqing.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.ledger.LedgerFilter;
import org.minqing.sla.ledger.LedgerFilter.Outcome;
import org.minqing.sla.ledger.LedgerSearch;
import org.minqing.sla.ledger.LedgerSearch.Found;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What an auditor finds among the clocks. */
@MinqingTest
class LedgerSearchTest extends AuditTalk {

    @Autowired
    LedgerSearch search;

    @Test
    void aLateClockShowsWhenItWasDoneAndHowLate() {
        var number = late();
        time.pass("PT5H");
        var respond = found(number, ClockKind.RESPOND);
        assertThat(respond.outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(respond.dueAt()).isEqualTo(Instant.parse("2026-04-08T02:00:00Z"));
        assertThat(respond.doneAt()).isEqualTo(Instant.parse("2026-04-08T03:00:00Z"));
        assertThat(respond.late(time.instant())).isEqualTo(Duration.ofHours(1));
        assertThat(respond.unit()).isEqualTo("ganshui-erju-01");
        var resolve = found(number, ClockKind.RESOLVE);
        assertThat(resolve.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(resolve.doneAt()).isNull();
        assertThat(resolve.late(time.instant())).isNull();
    }

    @Test
    void aBreachThatGoesOnGrowsUntilItIsDone() {
        var number = submitted();
        time.pass("PT26H");
        var respond = found(number, ClockKind.RESPOND);
        assertThat(respond.doneAt()).isNull();
        assertThat(respond.late(time.instant())).isEqualTo(Duration.ofHours(2));
        assertThat(respond.late(time.instant().plusSeconds(60))).isEqualTo(Duration.ofMinutes(121));
    }

    @Test
    void theVerdictIsThatOfTheLedgerWhateverTheTableOfClocksSays() {
        var number = late();
        var change = "update sla_clock set outcome = ? where appeal = ? and clock = 'RESPOND'";
        jdbc.sql(change).params("MET", number).update();
        try {
            assertThat(found(number, ClockKind.RESPOND).outcome()).isEqualTo(Outcome.BREACHED);
        } finally {
            jdbc.sql(change).params("BREACHED", number).update();
        }
    }

    @Test
    void theUnitIsTheOneThatHadTheClockAtTheVerdictAndElseTheOneThatHasItNow() {
        var number = submitted();
        var taken = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("id")
                .asText();
        api.as("ganshui-grid-01").post("/api/tasks/" + taken + "/claim", "{}");
        done(
                "ganshui-grid-01",
                "respondAppeal",
                number,
                "{\"action\":\"returned\",\"returnGround\":\"notOurRemit\",\"returnReason\":\"按职责清单，这件事不归本单位办理\"}");
        done("ganshui-dispatcher", "rerouteAppeal", number, """
                {"action":"reroute","respondUnit":"ganshui-erju-02","note":"改派"}""");
        assertThat(found(number, ClockKind.ACCEPT).unit()).isEqualTo("ganshui-erju-01");
        assertThat(found(number, ClockKind.RESPOND).unit()).isEqualTo("ganshui-erju-02");
        assertThat(find(of(number, List.of("ganshui-erju-02"), null, null, null, false)))
                .extracting(Found::clock)
                .contains(ClockKind.RESPOND)
                .doesNotContain(ClockKind.ACCEPT);
        assertThat(find(of(number, List.of("ganshui-erju"), null, null, null, false)))
                .extracting(Found::clock)
                .doesNotContain(ClockKind.ACCEPT, ClockKind.RESPOND);
    }

    @Test
    void deadlinesLieBetweenTheFirstMomentAndTheOneBehindTheLast() {
        var number = submitted();
        var due = found(number, ClockKind.RESPOND).dueAt();
        assertThat(between(number, due, due.plusMillis(1))).containsExactly(ClockKind.RESPOND);
        assertThat(between(number, due.plusMillis(1), null)).doesNotContain(ClockKind.RESPOND);
        assertThat(between(number, null, due)).doesNotContain(ClockKind.RESPOND);
    }

    @Test
    void clocksAreFoundByKindOutcomeAlarmAndOfOnesOwnLocalityOnly() {
        var number = late();
        assertThat(find(new LedgerFilter("ganshui", null, null, null, ClockKind.RESPOND, null, number, false)))
                .hasSize(1);
        assertThat(find(new LedgerFilter("ganshui", null, null, null, null, Outcome.BREACHED, number, false)))
                .extracting(Found::clock)
                .containsExactlyInAnyOrder(ClockKind.ACCEPT, ClockKind.RESPOND);
        assertThat(find(new LedgerFilter("matou", null, null, null, null, null, number, false)))
                .isEmpty();
        assertThat(find(of(number, null, null, null, null, true))).isEmpty();
        touched(number);
        assertThat(find(of(number, null, null, null, null, true))).isNotEmpty().allMatch(Found::alarm);
    }

    @Test
    void aPageHoldsFiftyAndTheNewestDeadlineComesFirst() {
        time.set("2027-01-05T10:00");
        for (int i = 0; i < 17; i++) {
            submitted("matou", "matou");
            time.set(time.instant().plusSeconds(60));
        }
        var filter =
                new LedgerFilter("matou", Instant.parse("2027-01-05T00:00:00Z"), null, null, null, null, null, false);
        var first = search.find(filter, 1);
        var second = search.find(filter, 2);
        assertThat(first.total()).isEqualTo(51);
        assertThat(first.clocks()).hasSize(LedgerSearch.PAGE);
        var all = new ArrayList<>(first.clocks());
        all.addAll(second.clocks());
        assertThat(all)
                .hasSize(51)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(Found::dueAt).reversed());
        assertThat(search.find(filter, 3).clocks()).isEmpty();
        // What stands in the ledger so late would be in the way of tests of earlier days.
        jdbc.sql(
                        "select tracking_code from appeal where locality = 'matou' and closed_at is null and submitted_at >= '2027-01-05'")
                .query(String.class)
                .list()
                .forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    private List<ClockKind> between(String number, Instant from, Instant until) {
        return find(of(number, null, from, until, null, false)).stream()
                .map(Found::clock)
                .toList();
    }

    private Found found(String number, ClockKind kind) {
        return find(of(number, null, null, null, kind, false)).get(0);
    }

    private List<Found> find(LedgerFilter filter) {
        return search.find(filter, 1).clocks();
    }

    private static LedgerFilter of(
            String number, List<String> units, Instant from, Instant until, ClockKind kind, boolean onlyAlarms) {
        return new LedgerFilter("ganshui", from, until, units, kind, null, number, onlyAlarms);
    }
}
