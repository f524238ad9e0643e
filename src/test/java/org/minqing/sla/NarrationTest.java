package org.minqing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Suspension;
import org.minqing.sla.calendar.TestCalendars;
import org.minqing.time.Times;

class NarrationTest {

    private static final Instant OPENED = at("2025-05-22T19:00");

    @Test
    void aRunningClockTellsWhereItsDeadlineComesFrom() {
        assertThat(sentence(ClockKind.RESPOND, "PT24H", null, null))
                .isEqualTo("5月22日 19:00 起算，限 24 小时，不分昼夜连续计算，应于 5月23日 19:00 前响应；正在计时。");
    }

    @Test
    void aMetClockTellsWhenItWasMet() {
        assertThat(sentence(ClockKind.RESPOND, "PT24H", Clock.Outcome.MET, OPENED.plusSeconds(13 * 3600)))
                .endsWith("5月23日 08:00 完成，按时。");
    }

    @Test
    void aBreachedClockThatStillRunsSaysThatItIsNotDone() {
        assertThat(sentence(ClockKind.RESOLVE, "P7D", Clock.Outcome.BREACHED, null))
                .contains("限 7 天")
                .endsWith("已超时，尚未完成。");
    }

    @Test
    void aCancelledClockSaysWhy() {
        assertThat(sentence(ClockKind.RESOLVE, "PT2H", Clock.Outcome.CANCELLED, OPENED))
                .endsWith("因诉求结束停止计时。");
    }

    @Test
    void runningTimeIsOneStep() {
        assertThat(narrate(ClockKind.RESPOND, "PT24H", CalendarKind.RUNNING, null, null)
                        .steps())
                .containsExactly(
                        "5月22日 19:00 起算，限 24 小时，不分昼夜连续计算。",
                        "5月22日 19:00 至 5月23日 19:00，连续计 24 小时，累计 24 小时。",
                        "因此应于 5月23日 19:00 前响应。");
    }

    @Test
    void workingDaysAreToldDayByDayAndWeekByWeek() {
        assertThat(narrate(ClockKind.RESOLVE, "P10D", CalendarKind.WORKING_DAYS, null, null)
                        .steps())
                .containsExactly(
                        "5月22日 19:00 起算，限 10 个工作日，双休日和放假日不计，调休上班日照计。",
                        "5月22日 19:00 至 24:00，工作日，计 5 小时，累计 5 小时。",
                        "5月23日，工作日，计 1 个工作日，累计 1 个工作日 5 小时。",
                        "5月24日至25日，双休日，不计。",
                        "5月26日至30日，工作日，计 5 个工作日，累计 6 个工作日 5 小时。",
                        "5月31日至6月2日，端午节放假，不计。",
                        "6月3日至5日，工作日，计 3 个工作日，累计 9 个工作日 5 小时。",
                        "6月6日 00:00 至 19:00，工作日，计 19 小时，累计 10 个工作日。",
                        "因此应于 6月6日 19:00 前办结。");
    }

    @Test
    void workingHoursAreToldWindowByWindow() {
        var opened = at("2025-09-26T16:30");
        var told = Narration.of(
                input(ClockKind.RESOLVE, opened, "PT30H", CalendarKind.WORKING_HOURS, List.of(), List.of()),
                TestCalendars.packaged());
        assertThat(told.steps())
                .containsExactly(
                        "9月26日 16:30 起算，限 30 小时工作时间（工作日 09:00—12:00、14:00—18:00）。",
                        "9月26日 16:30 至 18:00，工作日，计 1 小时 30 分钟，累计 1 小时 30 分钟。",
                        "9月26日 18:00 至 24:00，非工作时间，不计。",
                        "9月27日，双休日，不计。",
                        "9月28日，调休上班，计 7 小时，累计 8 小时 30 分钟。",
                        "9月29日至30日，工作日 2 天，每天 7 小时，计 14 小时，累计 22 小时 30 分钟。",
                        "10月1日至8日，国庆节、中秋节放假，不计。",
                        "10月9日，工作日，计 7 小时，累计 29 小时 30 分钟。",
                        "10月10日 00:00 至 09:00，非工作时间，不计。",
                        "10月10日 09:00 至 09:30，工作日，计 30 分钟，累计 30 小时。",
                        "因此应于 10月10日 09:30 前办结。");
        assertThat(told.sentence())
                .isEqualTo("9月26日 16:30 起算，限 30 小时工作时间（工作日 09:00—12:00、14:00—18:00），"
                        + "其间国庆节、中秋节放假不计，应于 10月10日 09:30 前办结；正在计时。");
    }

    @Test
    void pausesAndExtensionsAreToldWithTheirReasons() {
        var pause = new Suspension(at("2025-05-23T10:00"), at("2025-05-27T10:00"), "等待居民补充材料");
        var extension = new Clock.Extension(Duration.ofDays(2), "情况复杂需多方协调", "督办员", at("2025-05-23T09:00"));
        var told = Narration.of(
                input(ClockKind.RESOLVE, OPENED, "P1D", CalendarKind.WORKING_DAYS, List.of(extension), List.of(pause)),
                TestCalendars.packaged());
        assertThat(told.steps())
                .containsExactly(
                        "5月22日 19:00 起算，限 1 个工作日，双休日和放假日不计，调休上班日照计。",
                        "5月23日 09:00 经督办员批准延长 2 个工作日（情况复杂需多方协调），共 3 个工作日。",
                        "5月22日 19:00 至 5月23日 10:00，工作日，计 15 小时，累计 15 小时。",
                        "5月23日 10:00 至 5月27日 10:00，暂停计时（等待居民补充材料），不计。",
                        "5月27日 10:00 至 24:00，工作日，计 14 小时，累计 1 个工作日 5 小时。",
                        "5月28日，工作日，计 1 个工作日，累计 2 个工作日 5 小时。",
                        "5月29日 00:00 至 19:00，工作日，计 19 小时，累计 3 个工作日。",
                        "因此应于 5月29日 19:00 前办结。");
        assertThat(told.sentence())
                .isEqualTo("5月22日 19:00 起算，限 1 个工作日，双休日和放假日不计，调休上班日照计，"
                        + "经督办员批准延长 2 个工作日（情况复杂需多方协调），"
                        + "5月23日 10:00 至 5月27日 10:00 暂停计时（等待居民补充材料），应于 5月29日 19:00 前办结；尚未完成。");
    }

    @Test
    void aGuessedYearIsSaidInEveryTellingAndAnotherYearIsNamed() {
        var told = Narration.of(
                input(
                        ClockKind.RESOLVE,
                        at("2026-12-31T12:00"),
                        "P2D",
                        CalendarKind.WORKING_DAYS,
                        List.of(),
                        List.of()),
                TestCalendars.packaged());
        var guessed = "2027年放假安排尚未公布，暂按双休日和固定节日推算，公布后重新推算。";
        assertThat(told.steps()).contains("2027年1月1日，元旦放假，不计。", guessed).endsWith("因此应于 2027年1月5日 12:00 前办结。");
        assertThat(told.sentence()).contains("应于 2027年1月5日 12:00 前办结").endsWith(guessed);
    }

    @Test
    void aDeadlineAtMidnightEndsTheDayBefore() {
        var told = Narration.of(
                input(
                        ClockKind.RESOLVE,
                        at("2025-05-21T00:00"),
                        "P2D",
                        CalendarKind.WORKING_DAYS,
                        List.of(),
                        List.of(new Suspension(at("2025-05-21T09:00"), at("2025-05-22T00:00"), "等待居民补充材料"))),
                TestCalendars.packaged());
        assertThat(told.steps()).startsWith("5月21日 00:00 起算，限 2 个工作日，双休日和放假日不计，调休上班日照计。");
        assertThat(told.sentence()).contains("5月21日 09:00 至 5月21日 24:00 暂停计时");
        var even = Narration.of(
                input(ClockKind.RESOLVE, at("2025-05-21T00:00"), "P2D", CalendarKind.RUNNING, List.of(), List.of()),
                TestCalendars.packaged());
        assertThat(even.steps()).endsWith("因此应于 5月22日 24:00 前办结。");
        assertThat(even.sentence()).contains("应于 5月22日 24:00 前办结").doesNotContain("5月23日");
    }

    @Test
    void theSecondsThatAreShownAddUp() {
        var opened = at("2025-05-22T17:00:30").plusMillis(512);
        assertThat(Narration.of(
                                input(
                                        ClockKind.ACCEPT,
                                        opened,
                                        "PT4H",
                                        CalendarKind.WORKING_HOURS,
                                        List.of(),
                                        List.of()),
                                TestCalendars.packaged())
                        .steps())
                .contains(
                        "5月22日 17:00:30 至 18:00，工作日，计 59 分钟 30 秒，累计 59 分钟 30 秒。",
                        "5月23日 14:00 至 14:00:30，工作日，计 30 秒，累计 4 小时。",
                        "因此应于 5月23日 14:00:30 前签收。");
    }

    @Test
    void theLastStepIsTheDeadline() {
        for (var kind : CalendarKind.values()) {
            for (int hours = 0; hours < 24 * 40; hours += 7) {
                var told = narrate(ClockKind.ARRIVE, "PT" + hours + "H", kind, null, null);
                assertThat(told.steps().get(told.steps().size() - 1))
                        .isEqualTo("因此应于 " + Times.end(told.dueAt()) + " 前到场。");
            }
        }
    }

    private static String sentence(ClockKind kind, String budget, Clock.Outcome outcome, Instant stopped) {
        return narrate(kind, budget, CalendarKind.RUNNING, outcome, stopped).sentence();
    }

    private static Narration narrate(
            ClockKind kind, String budget, CalendarKind calendar, Clock.Outcome outcome, Instant stopped) {
        return Narration.of(
                new Narration.Input(
                        kind,
                        OPENED,
                        Duration.parse(budget),
                        calendar,
                        OfficeHours.DEFAULT,
                        List.of(),
                        List.of(),
                        List.of(),
                        outcome,
                        stopped,
                        null),
                TestCalendars.packaged());
    }

    private static Narration.Input input(
            ClockKind kind,
            Instant opened,
            String budget,
            CalendarKind calendar,
            List<Clock.Extension> extensions,
            List<Suspension> suspensions) {
        return new Narration.Input(
                kind,
                opened,
                Duration.parse(budget),
                calendar,
                OfficeHours.DEFAULT,
                extensions,
                suspensions,
                List.of(),
                null,
                null,
                null);
    }

    /** Two corrections: the promises before are told one after the other, and the sentence compares with the last. */
    @Test
    void aCorrectedClockTellsWhyItCountsOtherwiseAndWhatWasPromisedBefore() {
        var up = new Clock.Retiming(
                at("2025-05-22T19:20"),
                "由一般改为特急",
                Duration.ofHours(24),
                CalendarKind.RUNNING,
                OPENED,
                at("2025-05-23T19:00"),
                null);
        var down = new Clock.Retiming(
                at("2025-05-22T19:40"),
                "由特急改为一般",
                Duration.ofHours(2),
                CalendarKind.RUNNING,
                at("2025-05-22T19:20"),
                at("2025-05-22T21:20"),
                null);
        var told = Narration.of(
                new Narration.Input(
                        ClockKind.RESPOND,
                        OPENED,
                        Duration.ofHours(24),
                        CalendarKind.RUNNING,
                        OfficeHours.DEFAULT,
                        List.of(),
                        List.of(),
                        List.of(up, down),
                        null,
                        null,
                        null),
                TestCalendars.packaged());
        assertThat(told.steps())
                .startsWith(
                        "5月22日 19:00 起算，限 24 小时，不分昼夜连续计算，原应于 5月23日 19:00 前响应。",
                        "5月22日 19:20 因更正研判，由一般改为特急，自此起算，限 2 小时，不分昼夜连续计算，原应于 5月22日 21:20 前响应。",
                        "5月22日 19:40 因更正研判，由特急改为一般，仍自 5月22日 19:00 起算，限 24 小时，不分昼夜连续计算。")
                .endsWith("因此应于 5月23日 19:00 前响应。");
        assertThat(told.sentence())
                .isEqualTo("5月22日 19:40 因更正研判，由特急改为一般，仍自 5月22日 19:00 起算，限 24 小时，不分昼夜连续计算，"
                        + "应于 5月23日 19:00 前响应（原应于 5月22日 21:20 前响应）；正在计时。");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Times.ZONE).toInstant();
    }
}
