package org.minqing.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.database.OneNodeAtATime;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Several nodes, each with a folder of its own, on one table. It is a temporary copy of the real one, in which rows stay for
 * ever: the application that other tests share must not learn of these years.
 */
@MinqingTest
@ExtendWith(OutputCaptureExtension.class)
class CalendarsTest {

    @Autowired
    Calendars running;

    @Autowired
    DataSource dataSource;

    @Autowired
    OneNodeAtATime oneNodeAtATime;

    @Autowired
    InstantSource clock;

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private Connection connection;
    private JdbcClient jdbc;

    @BeforeEach
    void copyTheTable() throws SQLException {
        connection = dataSource.getConnection();
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("create temporary table working_calendar (like public.working_calendar including all)")
                .update();
    }

    @AfterEach
    void dropTheCopy() throws SQLException {
        jdbc.sql("drop table pg_temp.working_calendar").update();
        connection.close();
    }

    @Test
    void theFilesOfTheProgramAreRecordedAtTheStart() {
        assertThat(jdbc.sql("select year from public.working_calendar order by id")
                        .query(Integer.class)
                        .list())
                .containsExactly(2025, 2026);
        assertThat(works(running, "2025-10-11")).isTrue();
        assertThat(works(running, "2025-10-08")).isFalse();
    }

    @Test
    void aFileIsRecordedOnceHoweverOftenItIsRead() throws IOException {
        write(folder, 2027, "2027-05-01");
        assertThat(started(folder).refresh()).isFalse();
        started(folder);
        assertThat(rows(2027)).isEqualTo(1);
        assertThat(jdbc.sql("select content from working_calendar where year = 2027")
                        .query(String.class)
                        .single())
                .isEqualTo(Files.readString(folder.resolve("2027.yml")));
    }

    @Test
    void addingAFileNeedsNoRestart() throws IOException {
        var node = started(folder);
        var before = node.current().digest();
        assertThat(node.current().knows(LocalDate.of(2027, 1, 1))).isFalse();
        write(folder, 2027, "2027-05-01");
        assertThat(node.refresh()).isTrue();
        assertThat(node.current().knows(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(node.current().digest()).isNotEqualTo(before);
        assertThat(node.refresh()).isFalse();
    }

    @Test
    void theLatestFileOfAYearWinsOnAllNodesAfterAMinute() throws IOException {
        write(folder, 2027, "2027-05-01");
        var node = started(folder);
        write(otherFolder, 2027, "2027-04-30");
        var other = started(otherFolder);
        assertThat(works(other, "2027-04-30")).isFalse();

        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(works(node, "2027-04-30")).isTrue();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(works(node, "2027-04-30")).isFalse();
        assertThat(node.current().digest()).isEqualTo(other.current().digest());
    }

    @Test
    void aNodeWithAnOlderFileDoesNotTurnBackACorrectionAndSaysSo(CapturedOutput output) throws IOException {
        write(folder, 2027, "2027-05-01");
        started(folder);
        write(otherFolder, 2027, "2027-04-29");
        started(otherFolder);
        assertThat(output).doesNotContain("已被后来登记的同年文件取代");

        var again = started(folder);
        again.refresh();
        assertThat(works(again, "2027-04-29")).isFalse();
        assertThat(rows(2027)).isEqualTo(2);
        assertThat(output.getOut().split("已被后来登记的同年文件取代", -1)).hasSize(2);
        assertThat(output).contains(folder.resolve("2027.yml").toString());
    }

    @Test
    void aBadFileRecordsNothingAndChangesNothing() throws IOException {
        var node = started(folder);
        var before = node.current().digest();
        write(folder, 2027, "2027-05-01");
        Files.writeString(folder.resolve("2028.yml"), "year: 2027");
        assertThatThrownBy(node::refresh)
                .isInstanceOf(CalendarFileException.class)
                .hasMessageContaining("2028.yml");
        assertThatThrownBy(() -> started(folder)).isInstanceOf(CalendarFileException.class);
        assertThat(rows(2027)).isZero();
        assertThat(node.current().digest()).isEqualTo(before);
    }

    @Test
    void whatIsRecordedStays() {
        for (var change : List.of(
                "update public.working_calendar set content = ''",
                "delete from public.working_calendar",
                "truncate public.working_calendar")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(jdbc.sql("select count(*) from public.working_calendar where content <> ''")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private Calendars started(Path calendars) {
        var node = new Calendars(
                new CalendarFiles(calendars.toString()), new CalendarTable(jdbc), oneNodeAtATime, clock, nanos::get);
        node.afterPropertiesSet();
        return node;
    }

    private static void write(Path to, int year, String labourDay) throws IOException {
        Files.writeString(to.resolve(year + ".yml"), """
                year: %1$d
                source: 假想的通知
                holidays:
                  - {name: 元旦, from: %1$d-01-01, to: %1$d-01-01}
                  - {name: 劳动节, from: %2$s, to: %1$d-05-02}
                  - {name: 国庆节, from: %1$d-10-01, to: %1$d-10-03}
                workingWeekends: []
                """.formatted(year, labourDay));
    }

    private long rows(int year) {
        return jdbc.sql("select count(*) from working_calendar where year = ?")
                .param(year)
                .query(Long.class)
                .single();
    }

    private static boolean works(Calendars node, String day) {
        return node.current().day(LocalDate.parse(day)).working();
    }
}
