package org.minqing.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.minqing.appeal.CalendarKind.RUNNING;
import static org.minqing.appeal.CalendarKind.WORKING_DAYS;
import static org.minqing.appeal.CalendarKind.WORKING_HOURS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Projection.Step;
import org.minqing.time.Times;

/** Cases counted by hand on a printed calendar. */
class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = TestCalendars.packaged();
    private static final OfficeHours STATION = OfficeHours.of(List.of("08:00-21:00"), true);

    @Test
    void aBudgetThatEndsAtClosingTimeIsDueThen() {
        assertThat(due("2025-05-22T16:00", "PT2H", WORKING_HOURS)).isEqualTo("2025-05-22T18:00");
        assertThat(due("2025-05-22T09:00", "PT7H", WORKING_HOURS)).isEqualTo("2025-05-22T18:00");
        assertThat(due("2025-05-22T09:00", "PT3H", WORKING_HOURS)).isEqualTo("2025-05-22T12:00");
    }

    /** Working days are Monday to Friday and the working weekends; each row is explained by its comment. */
    @ParameterizedTest
    @CsvSource({
        // 26 January 2025 is a working Sunday; rest from the 28th to 4 February: 24th, 26th, 27th, 5th.
        "2025-01-24T12:00, P3D, 2025-02-05T12:00",
        // 14 February 2026 is a working Saturday; rest from the 15th to the 23rd.
        "2026-02-13T16:00, P2D, 2026-02-24T16:00",
        // 28 September 2025 is a working Sunday; National Day and Mid-Autumn from 1 to 8 October.
        "2025-09-26T10:00, P5D, 2025-10-10T10:00",
        "2025-09-26T10:00, P3D, 2025-09-30T10:00",
        // 11 October 2025 is a working Saturday, the 12th is not.
        "2025-10-09T09:00, P3D, 2025-10-13T09:00",
        // An ordinary weekend.
        "2025-05-23T19:00, P1D, 2025-05-26T19:00",
        // Opened on a rest day: the first midnight of a working day starts the count, the next one ends the day.
        "2025-05-24T10:00, P1D, 2025-05-27T00:00",
        // Labour Day 2026 from 1 to 5 May; 9 May is a working Saturday: 30th, 6th, 7th, 8th, 9th.
        "2026-04-30T00:00, P5D, 2026-05-10T00:00",
    })
    void daysOfRestDoNotCountAndWorkingWeekendsDo(String from, String budget, String due) {
        assertThat(due(from, budget, WORKING_DAYS)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // In the lunch break, after closing, on a Friday evening, before a holiday.
        "2025-05-22T12:30, PT1H, 2025-05-22T15:00",
        "2025-05-22T20:00, PT4H, 2025-05-23T15:00",
        "2025-05-23T17:00, PT4H, 2025-05-26T12:00",
        "2025-09-30T17:30, PT1H, 2025-10-09T09:30",
        // A whole week of seven hours a day, and a minute more.
        "2025-05-19T00:00, PT35H, 2025-05-23T18:00",
        "2025-05-19T00:00, PT35H1M, 2025-05-26T09:01",
        // A working Saturday counts as any working day.
        "2025-10-11T17:00, PT2H, 2025-10-13T10:00",
    })
    void onlyOfficeHoursCount(String from, String budget, String due) {
        assertThat(due(from, budget, WORKING_HOURS)).isEqualTo(due);
    }

    @Test
    void aStationThatIsOpenEveryDayKnowsNoHoliday() {
        var projection =
                CALENDAR.project(at("2027-10-01T20:00"), Duration.ofHours(2), WORKING_HOURS, STATION, List.of());
        assertThat(projection.dueAt()).isEqualTo(at("2027-10-02T09:00"));
        assertThat(projection.provisionalYears()).isEmpty();
    }

    @Test
    void aYearWithoutAFileHasItsWeekendsAndTheDaysThatDoNotMoveAndSaysSo() {
        // 31 December 2026 is a Thursday, 1 January 2027 a Friday, the 4th a Monday.
        var projection = project("2026-12-31T12:00", "P2D", WORKING_DAYS);
        assertThat(projection.dueAt()).isEqualTo(at("2027-01-05T12:00"));
        assertThat(projection.provisionalYears()).containsExactly(2027);
        assertThat(projection.steps()).extracting(Step::why).contains("元旦放假", "双休日");
        // 5 February 2027 is a Friday of the Spring Festival, but nobody has said so yet.
        assertThat(due("2027-02-05T00:00", "P1D", WORKING_DAYS)).isEqualTo("2027-02-06T00:00");
    }

    /** In 2028 the days that do not move are a Monday and Tuesday in May, a Sunday to Tuesday in October. */
    @ParameterizedTest
    @CsvSource({"2028-04-28T00:00, 2028-05-04T00:00", "2028-09-29T00:00, 2028-10-05T00:00"})
    void noYearWorksOnTheDaysThatTheLawNames(String friday, String due) {
        assertThat(due(friday, "P2D", WORKING_DAYS)).isEqualTo(due);
    }

    @Test
    void aYearIsOnlyGuessedIfADayOfItDecidedSomething() {
        assertThat(project("2026-12-31T12:00", "PT12H", WORKING_DAYS).provisionalYears())
                .isEmpty();
        assertThat(project("2026-12-31T12:00", "P30D", RUNNING).provisionalYears())
                .isEmpty();
        var pausedOverNewYear = CALENDAR.project(
                at("2026-12-31T12:00"),
                Duration.ofHours(1),
                WORKING_HOURS,
                OfficeHours.DEFAULT,
                List.of(pause("2026-12-31T12:00", "2027-03-01T14:00")));
        assertThat(pausedOverNewYear.provisionalYears()).containsExactly(2027);
        assertThat(pausedOverNewYear.dueAt()).isEqualTo(at("2027-03-01T15:00"));
    }

    @Test
    void theFileOfAYearTakesThePlaceOfTheGuess() {
        var calendar = TestCalendars.packagedAnd("2027.yml", """
                year: 2027
                source: 假想的通知
                holidays:
                  - {name: 元旦, from: 2027-01-01, to: 2027-01-04}
                  - {name: 劳动节, from: 2027-05-01, to: 2027-05-02}
                  - {name: 国庆节, from: 2027-10-01, to: 2027-10-03}
                workingWeekends: []
                """);
        var projection = calendar.project(
                at("2026-12-31T12:00"), Duration.ofDays(2), WORKING_DAYS, OfficeHours.DEFAULT, List.of());
        assertThat(projection.dueAt()).isEqualTo(at("2027-01-06T12:00"));
        assertThat(projection.provisionalYears()).isEmpty();
        assertThat(calendar.digest()).matches("[0-9a-f]{64}").isNotEqualTo(CALENDAR.digest());
        assertThat(TestCalendars.packaged().digest()).isEqualTo(CALENDAR.digest());
    }

    @Test
    void anOrdinaryWeekIsAFewStepsAndSixtyRunningDaysAreOne() {
        assertThat(project("2025-05-22T19:00", "P60D", RUNNING).steps()).hasSize(1);
        assertThat(project("2025-05-26T00:00", "P5D", WORKING_DAYS).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.days()).isEqualTo(5));
        assertThat(project("2025-05-22T17:00", "PT15H", WORKING_HOURS).steps())
                .extracting(Step::why)
                .containsExactly("工作日", "非工作时间", "工作日", "双休日", "非工作时间", "工作日", "非工作时间", "工作日");
        assertThat(project("2025-01-01T00:00", "P60D", WORKING_DAYS).steps()).hasSizeLessThan(40);
    }

    @Test
    void aMillisecondIsNotLost() {
        var opened = at("2025-05-22T17:59:59").plusMillis(999);
        var due = CALENDAR.project(opened, Duration.ofMillis(2), WORKING_HOURS, OfficeHours.DEFAULT, List.of())
                .dueAt();
        assertThat(due).isEqualTo(at("2025-05-23T09:00").plusMillis(1));
    }

    @Test
    void pausesMayOverlapLieAnywhereAndComeInAnyOrder() {
        var pauses = List.of(
                pause("2025-05-30T10:00", "2025-05-30T11:00"),
                pause("2025-05-22T10:00", "2025-05-22T15:00"),
                pause("2025-05-22T09:00", "2025-05-22T11:00"),
                pause("2025-05-22T14:00", "2025-05-22T14:00"),
                pause("2025-05-01T00:00", "2025-05-21T00:00"));
        var projection =
                CALENDAR.project(at("2025-05-22T08:30"), Duration.ofHours(1), RUNNING, OfficeHours.DEFAULT, pauses);
        assertThat(projection.dueAt()).isEqualTo(at("2025-05-22T15:30"));
        assertThat(projection.steps())
                .extracting(Step::how)
                .containsSubsequence(Projection.How.COUNTED, Projection.How.PAUSED, Projection.How.COUNTED);
    }

    @Test
    void aPauseThatBeginsWhenTheBudgetEndsChangesNothing() {
        var due = CALENDAR.project(
                        at("2025-05-22T09:00"),
                        Duration.ofHours(1),
                        WORKING_HOURS,
                        OfficeHours.DEFAULT,
                        List.of(pause("2025-05-22T10:00", "2025-05-23T10:00")))
                .dueAt();
        assertThat(due).isEqualTo(at("2025-05-22T10:00"));
    }

    @Test
    void noBudgetIsDueAtOnceAndANegativeOneIsRefused() {
        var projection = project("2025-05-24T10:00", "PT0S", WORKING_HOURS);
        assertThat(projection.dueAt()).isEqualTo(at("2025-05-24T10:00"));
        assertThat(projection.steps())
                .singleElement()
                .satisfies(s -> assertThat(s.to()).isEqualTo(projection.dueAt()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> project("2025-05-24T10:00", "-PT1H", RUNNING))
                .withMessageContaining("PT-1H");
    }

    @Test
    void aSuspensionThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> pause("2025-05-24T10:00", "2025-05-24T09:00"));
    }

    private static String due(String from, String budget, CalendarKind kind) {
        return project(from, budget, kind)
                .dueAt()
                .atZone(Times.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Projection project(String from, String budget, CalendarKind kind) {
        return CALENDAR.project(at(from), Duration.parse(budget), kind, OfficeHours.DEFAULT, List.of());
    }

    private static Suspension pause(String from, String to) {
        return new Suspension(at(from), at(to), "等待居民补充材料");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Times.ZONE).toInstant();
    }
}
