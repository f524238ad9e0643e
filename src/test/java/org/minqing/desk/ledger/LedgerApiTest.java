package org.minqing.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Stored;

/** What programs of auditors read, and what they may not ask. */
@MinqingTest
class LedgerApiTest extends AuditTalk {

    @Test
    void aClockIsToldWithItsVerdictInCodesAndWords() {
        var number = late();
        var found = get("/api/sla/ledger?appeal=" + number + "&clock=RESPOND");
        assertThat(found.path("total").asInt()).isEqualTo(1);
        var row = found.at("/rows/0");
        assertThat(row.path("outcome").asText()).isEqualTo("BREACHED");
        assertThat(row.path("outcomeName").asText()).isEqualTo("超时");
        assertThat(row.path("unit").asText()).isEqualTo("ganshui-erju-01");
        assertThat(row.path("dueAt").asText()).isEqualTo("2026-04-08T10:00:00+08:00");
        assertThat(row.path("doneAt").asText()).isEqualTo("2026-04-08T11:00:00+08:00");
        assertThat(row.path("lateSeconds").asLong()).isEqualTo(3600);
        assertThat(row.path("alarm").asBoolean()).isFalse();
        assertThat(found.toString()).doesNotContain(TITLE, WORDS, PHONE, "不该");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-04-08                                        | true
            from=2026-04-09                                        | false
            to=2026-04-08                                          | true
            to=2026-04-07                                          | false
            to=2026-04-08T10:00                                    | true
            to=2026-04-08T09:59                                    | false
            from=2026-04-08+10:00                                  | true
            from=2026-04-08T10:00:01                               | false
            from=2026-04-08T02:00:00Z&to=2026-04-08T02:00Z         | true
            from=2026-04-08T10:00:00%2B08:00&to=2099-01-01         | true
            from=2026-04-08T10:00:00+08:00                         | true
            unit=ganshui                                           | true
            unit=ganshui-erju                                      | true
            unit=ganshui-erju-02                                   | false
            outcome=BREACHED                                       | true
            outcome=MET                                            | false
            alarms=false                                           | true
            alarms=true                                            | false
            from=&to=&unit=&clock=&outcome=&appeal=&alarms=&page=  | true
            page=2                                                 | false
            """)
    void aFieldNarrowsTheSearchAndAnEmptyOneDoesNot(String fields, boolean found) {
        var number = late();
        time.pass("P2D");
        // Given twice, it would be refused.
        var own = fields.replace("appeal=&", "") + "&appeal=" + number
                + (fields.contains("clock") ? "" : "&clock=RESPOND");
        assertThat(StreamSupport.stream(
                                get("/api/sla/ledger?" + own).path("rows").spliterator(), false)
                        .anyMatch(r -> r.path("clock").asText().equals("RESPOND")))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing=1                                | nothing
            localitiy=matou                          | localitiy
            locality=matou                           | locality
            unit=matou                               | unit
            unit=ganshui%27--                        | unit
            unit=%00                                 | unit
            clock=respond                            | clock
            clock=%E5%93%8D%E5%BA%94                 | clock
            outcome=LATE                             | outcome
            appeal=GS-20990101-0001                  | appeal
            appeal=%00                               | appeal
            alarms=yes                               | alarms
            page=0                                   | page
            page=-1                                  | page
            page=1.5                                 | page
            page=99999999999999999999                | page
            page=%EF%BC%91                           | page
            from=yesterday                           | from
            from=2026-02-30                          | from
            from=2026-04-08T25:00                    | from
            from=2026-04-08T10:00%2B99:00            | from
            from=1764000000                          | from
            to=2026-4-8                              | to
            from=2099-01-01                          | from
            from=2026-04-02&to=2026-04-01            | from
            from=2026-04-01&from=2026-04-01          | from
            page=1&page=2                            | page
            """)
    void whatMakesNoSenseIsRefusedByName(String fields, String field) {
        stored.refused(400, () -> auditor().get("/api/sla/ledger?" + fields), field);
        if (!fields.startsWith("page")) {
            stored.refused(400, () -> auditor().get("/api/sla/ledger/export?format=csv&" + fields), field);
        }
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        stored.refused(
                400, () -> auditor().get("/api/sla/ledger?from=x&to=y&unit=z&page=0"), "from", "to", "unit", "page");
    }

    @Test
    void anExportNeedsAFormatThatThereIs() {
        for (var format : List.of(
                "", "?format=", "?format=pdf", "?format=CSV", "?format=csv&format=xlsx", "?format=csv&page=1")) {
            stored.refused(
                    400,
                    () -> auditor().get("/api/sla/ledger/export" + format),
                    format.contains("page") ? "page" : "format");
        }
        stored.refused(400, () -> auditor().get("/api/sla/verify?deep=1"), "deep");
        stored.refused(400, () -> auditor().get("/api/sla/alarms?page=1"), "page");
    }

    @Test
    void anAppealOfTheNeighbourLooksLikeNone() {
        var theirs = submitted("matou", "matou");
        assertThat(get("/api/sla/ledger?page=1").toString()).doesNotContain(theirs);
        var forbidden = stored.refused(400, () -> auditor().get("/api/sla/ledger?appeal=" + theirs), "appeal");
        var unknown = stored.refused(400, () -> auditor().get("/api/sla/ledger?appeal=GS-20990101-0001"), "appeal");
        assertThat(forbidden.raw().body()).isEqualTo(unknown.raw().body());
    }

    @Test
    void anAlarmTellsWhoMovedWhichTimerFromWhenToWhen() {
        var number = submitted();
        var theirs = submitted("matou", "matou");
        touched(number);
        touched(theirs);
        var alarms = get("/api/sla/alarms");
        assertThat(alarms.toString()).doesNotContain(theirs);
        var alarm = alarms.get(0);
        assertThat(alarm.path("appeal").asText()).isEqualTo(number);
        assertThat(alarm.path("person").asText()).isEqualTo("ganshui-supervisor");
        assertThat(alarm.path("kind").asText()).isEqualTo("MOVED");
        assertThat(alarm.path("oldDue").asText()).isEqualTo("2026-04-08T10:00:00+08:00");
        assertThat(alarm.path("newDue").asText()).isEqualTo("2026-05-01T10:00:00+08:00");
    }

    @Test
    void verificationNamesTheFirstBadRowAndTheAppealOnlyToItsOwnLocality() {
        var number = submitted();
        var sound = get("/api/sla/verify");
        assertThat(sound.path("sound").asBoolean()).as(sound.toString()).isTrue();
        assertThat(sound.path("rows").asLong()).isEqualTo(stored.count("select count(*) from sla_ledger"));
        var id = stored.count("select min(id) from sla_ledger where appeal = ?", number);
        tampered(id, () -> {
            var own = get("/api/sla/verify");
            assertThat(own.path("sound").asBoolean()).isFalse();
            assertThat(own.at("/firstBad/id").asLong()).isEqualTo(id);
            assertThat(own.at("/firstBad/appeal").asText()).isEqualTo(number);
            var neighbour = api.as("matou-auditor").get("/api/sla/verify");
            assertThat(neighbour.json().at("/firstBad/id").asLong()).isEqualTo(id);
            assertThat(neighbour.raw().body()).doesNotContain(number);
        });
        Stored.problem(api.as("ganshui-grid-01").get("/api/sla/verify"), 404);
    }

    private JsonNode get(String path) {
        var answer = auditor().get(path);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }
}
