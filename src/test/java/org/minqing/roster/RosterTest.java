package org.minqing.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;

/** The roster says who is there now; who keeps it puts shifts in and takes them out, and nobody is at two places at once. */
@MinqingTest
class RosterTest extends Talk {

    private static final String ROSTER = "/desk/roster";
    private static final String KEEPER = "shibu-dispatcher";

    @Autowired
    Roster roster;

    @Autowired
    ShiftRows rows;

    @Autowired
    Localities localities;

    private final Map<String, Session> sessions = new HashMap<>();

    @BeforeEach
    void aMondayMorning() {
        time.set("2026-06-01T09:00");
    }

    @AfterEach
    void nobodyIsOnDuty() {
        jdbc.sql("update duty_shift set withdrawn_by = 'test', withdrawn_at = now() where withdrawn_at is null")
                .update();
    }

    private Session as(String person) {
        return sessions.computeIfAbsent(person, user -> Session.of(api, user));
    }

    private HttpResponse<String> sends(String person, String... instead) {
        var fields = new HashMap<>(Map.of(
                "dutyPlace", "shibu-duty-desk",
                "dutyPerson", "shibu-registrar",
                "dutyDay", "2026-06-01",
                "dutyFrom", "08:30",
                "dutyUntil", "18:00",
                "dutyWeeks", "1"));
        for (int i = 0; i < instead.length; i += 2) {
            fields.put(instead[i], instead[i + 1]);
        }
        var form = new StringBuilder();
        fields.forEach((name, value) -> form.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return as(person).submit(ROSTER, form.toString());
    }

    private void put(String... instead) {
        var answer = sends(KEEPER, instead);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private String shown(String person, String path) {
        return as(person).send("GET", path, null, "text/html").body();
    }

    @Test
    void whoIsOnDutyIsSoFromTheFirstMomentOfHisShiftToTheLast() {
        put("dutyFrom", "09:01", "dutyUntil", "10:00");
        assertThat(roster.onDuty("shibu")).isEmpty();
        time.set("2026-06-01T09:01");
        assertThat(roster.onDuty("shibu")).containsExactly("shibu-registrar");
        assertThat(roster.onDuty("ganshui")).isEmpty();
        time.set("2026-06-01T10:00");
        assertThat(roster.onDuty("shibu")).isEmpty();
    }

    @Test
    void aShiftThatEndsBeforeItBeginsEndsOnTheNextDay() {
        put("dutyFrom", "20:00", "dutyUntil", "08:00");
        time.set("2026-06-02T07:59");
        assertThat(roster.onDuty("shibu")).containsExactly("shibu-registrar");
        time.set("2026-06-02T08:00");
        assertThat(roster.onDuty("shibu")).isEmpty();
    }

    @Test
    void itIsPutInForAsManyWeeksAsAskedOrForNone() {
        put("dutyWeeks", "2");
        time.set("2026-06-08T12:00");
        assertThat(roster.onDuty("shibu")).containsExactly("shibu-registrar");
        var overlapping =
                sends(KEEPER, "dutyDay", "2026-06-08", "dutyWeeks", "3", "dutyFrom", "17:00", "dutyUntil", "20:00");
        assertThat(overlapping.statusCode()).isEqualTo(400);
        assertThat(overlapping.body()).contains("有重叠");
        time.set("2026-06-15T17:30");
        assertThat(roster.onDuty("shibu")).as("nothing of it was put in").isEmpty();
    }

    @Test
    void nobodyIsAtTwoPlacesAtOnceWhateverTheProgramAsks() {
        put();
        var again = new Shift(
                UUID.randomUUID(),
                "shibu",
                "shibu-command",
                "shibu-registrar",
                Instant.parse("2026-06-01T09:00:00Z"),
                Instant.parse("2026-06-01T11:00:00Z"));
        assertThatThrownBy(() -> rows.insert(again, KEEPER, time.instant())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void everybodyReadsItAndThoseWhoKeepItChangeIt() {
        put();
        for (var person : List.of("shibu-grid-01", "shibu-registrar", "shibu-auditor")) {
            assertThat(shown(person, ROSTER))
                    .as(person)
                    .contains("正在值班", "党群服务中心")
                    .doesNotContain("name=\"dutyPlace\"", "撤销");
            assertThat(sends(person).statusCode()).as(person).isEqualTo(404);
        }
        assertThat(shown("shibu-registrar", "/desk")).contains("您正在值班，到 6月1日 18:00");
        assertThat(shown("shibu-grid-01", "/desk")).contains("正在值班", "党群服务中心");
        assertThat(shown("shibu-supervisor", "/desk/map")).contains("正在值班", "党群服务中心，到 6月1日 18:00");
        assertThat(shown("shibu-supervisor", "/desk/map/wall")).contains("正在值班", "党群服务中心，到 6月1日 18:00");
        assertThat(shown("ganshui-grid-01", ROSTER)).doesNotContain("党群服务中心，到");
        assertThat(as("admin").send("GET", ROSTER, null, "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aShiftThatIsWithdrawnStandsNoMoreAndIsKept() {
        put();
        var shift = roster.now("shibu").get(0).id();
        for (var person : List.of("shibu-grid-01", "ganshui-dispatcher")) {
            assertThat(as(person)
                            .submit(ROSTER + "/withdrawal", "shift=" + shift)
                            .statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(as(KEEPER).submit(ROSTER + "/withdrawal", "shift=" + shift).statusCode())
                .isEqualTo(303);
        assertThat(roster.now("shibu")).isEmpty();
        assertThat(as(KEEPER).submit(ROSTER + "/withdrawal", "shift=" + shift).statusCode())
                .as("again")
                .isEqualTo(404);
        assertThatThrownBy(() -> jdbc.sql("delete from duty_shift where id = ?")
                        .param(shift)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "dutyPlace,ganshui-erju-01,请选在哪里值班",
        "dutyPlace,'',请选在哪里值班",
        "dutyPerson,ganshui-grid-01,请选谁值班",
        "dutyPerson,nobody,请选谁值班",
        "dutyDay,2026-02-30,请填日期",
        "dutyDay,2026-05-31,已经过去",
        "dutyDay,2027-06-01,最多提前",
        "dutyFrom,25:00,几点开始",
        "dutyUntil,x,几点结束",
        "dutyWeeks,0,请填 1 到",
        "dutyWeeks,99,请填 1 到"
    })
    void whatCannotBeIsNamedAtItsFieldAndNothingIsKept(String field, String value, String said) {
        var answer = sends(KEEPER, field, value);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said, "id=\"" + field + "-problem\"");
        assertThat(roster.coming("shibu")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'keep: [nobody], longestHours: 24, daysAhead: 9, weeks: 9, daysShown: 9',nobody",
        "'keep: [dispatcher], longestHours: 0, daysAhead: 9, weeks: 9, daysShown: 9',longestHours",
        "'keep: [dispatcher], longestHours: 24, daysAhead: 9, weeks: 99, daysShown: 9',weeks"
    })
    void aFileThatCannotBeUsedIsNamed(String yaml, String field) {
        var file = new PolicyFile(
                "roster.yml", new ByteArrayResource(("{" + yaml + "}").getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new RosterRules(file, localities))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("roster.yml", field);
    }
}
