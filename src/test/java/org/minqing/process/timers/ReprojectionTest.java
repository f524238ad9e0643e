package org.minqing.process.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.Clock;
import org.minqing.sla.Sweeper;
import org.minqing.sla.calendar.Calendars;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.minqing.time.Times;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines that lie in a year whose holidays are not known yet, and what becomes of them when they are. */
@MinqingTest
class ReprojectionTest extends AppealRules {

    private static final String YEAR_2027 = """
            year: 2027
            source: 试用的放假安排
            holidays:
              - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
              - {name: 劳动节, from: 2027-05-01, to: 2027-05-05}
              - {name: 国庆节, from: 2027-10-01, to: 2027-10-07}
            workingWeekends: [2027-01-09]
            """;

    @Autowired
    Calendars calendars;

    @Autowired
    Sweeper sweeper;

    @Autowired
    TimerWatch timers;

    @Autowired
    DataSource application;

    @AfterEach
    void nobodyElseMeetsThatYear() throws IOException {
        Files.deleteIfExists(file());
        // The application cannot take a calendar back.
        JdbcClient.create(Owner.of(application))
                .sql("set session_replication_role = replica; delete from working_calendar where year = 2027; "
                        + "set session_replication_role = origin")
                .update();
        calendars.refresh();
    }

    @Test
    void handlersAreWarnedOfTheDeadlineThatANewYearsFileSet() throws IOException {
        time.set("2026-12-31T09:00");
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        sweeper.reproject();
        appeal.asks("secretary-erju", "extend", 1).grantedBy("supervisor");
        time.passTo(resolve(appeal).warnAt());
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 WARNED");

        Files.createDirectories(file().getParent());
        // Not word for word what another test brings: a node takes each file once.
        Files.writeString(file(), YEAR_2027 + "# 提醒\n");
        calendars.refresh();
        sweeper.reproject();
        assertThat(resolve(appeal).dueAt()).isEqualTo(at("2027-01-09T09:00"));
        time.pass("PT1M");
        assertThat(appeal.ledger()).filteredOn("RESOLVE 0 WARNED"::equals).hasSize(2);
        sweeper.reproject();
        time.pass("PT1M");
        assertThat(appeal.ledger()).filteredOn("RESOLVE 0 WARNED"::equals).hasSize(2);
        // The calendar goes back, and time with it.
        appeal.withdrawn();
    }

    /** Thursday 31 December, then 4 to 7 January and the morning of the 8th; a day more is Monday the 11th. */
    @Test
    void aNewYearsFileMovesWhatDependsOnItTellsTheResidentAndTakesTheTimersAlong() throws IOException {
        time.set("2026-12-31T09:00");
        // What other tests did to timers is seen now.
        timers.look();
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        var urgent = anAppeal().about("street-lighting").thatIs("safetyRisk").submitted();
        assertThat(resolve(appeal).dueAt()).isEqualTo(at("2027-01-08T09:00"));
        assertThat(clocks.narrate(appeal.number(), resolve(appeal)).sentence()).contains("2027年放假安排尚未公布");

        sweeper.reproject();
        appeal.asks("secretary-erju", "extend", 1).grantedBy("supervisor");
        assertThat(resolve(appeal).dueAt()).isEqualTo(at("2027-01-11T09:00"));

        Files.createDirectories(file().getParent());
        Files.writeString(file(), YEAR_2027);
        assertThat(calendars.refresh()).isTrue();
        assertThat(sweeper.reproject()).isPositive();
        assertThat(sweeper.reproject()).isZero();

        // Saturday the 9th is a working day now.
        assertThat(resolve(appeal).dueAt()).isEqualTo(at("2027-01-09T09:00"));
        assertThat(clocks.narrate(appeal.number(), resolve(appeal)).sentence()).doesNotContain("尚未公布");
        assertThat(appeal.ledger()).containsOnlyOnce("RESOLVE 0 REPROJECTED");
        assertThat(appeal.detail("RESOLVE", "REPROJECTED")).startsWith("from=2027-01-11T01:00:00Z;calendar=");
        assertThat(appeal.tracked()).contains("按最新放假安排重新推算，应于1月9日 09:00前办结");
        assertThat(urgent.ledger()).noneMatch(fact -> fact.endsWith("REPROJECTED"));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(appeal.process().getId())
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Date.from(resolve(appeal).warnAt()));
        assertThat(timers.look()).isZero();
    }

    @Test
    void aNewYearsFileMovesAcceptingNotBehindResponding() throws IOException {
        time.set("2026-12-31T17:00");
        var appeal = anAppeal().submitted();
        var promised = due(appeal, ClockKind.RESPOND);
        assertThat(due(appeal, ClockKind.ACCEPT)).isEqualTo(promised);
        Files.createDirectories(file().getParent());
        Files.writeString(file(), YEAR_2027 + "# 签收\n");
        calendars.refresh();
        sweeper.reproject();
        assertThat(due(appeal, ClockKind.ACCEPT)).isEqualTo(promised).isEqualTo(at("2027-01-01T17:00"));
        assertThat(appeal.ledger()).noneMatch(fact -> fact.endsWith("REPROJECTED"));
        // The calendar goes back, and time with it.
        appeal.withdrawn();
    }

    private Instant due(AppealCase appeal, ClockKind kind) {
        return clocks.running(appeal.number(), kind).orElseThrow().dueAt();
    }

    @Test
    void aFileWithAMistakeChangesNothing() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), YEAR_2027.replace("2027-01-01, to", "2026-01-01, to"));
        var before = calendars.current().digest();
        assertThatThrownBy(calendars::refresh).hasMessageContaining("2027.yml").hasMessageContaining("2026-01-01");
        assertThat(calendars.current().digest()).isEqualTo(before);
    }

    private Path file() {
        return Path.of(dataDir, "calendars", "2027.yml");
    }

    private Clock resolve(AppealCase appeal) {
        return clocks.running(appeal.number(), ClockKind.RESOLVE).orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Times.ZONE).toInstant();
    }
}
