package org.minqing.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Projection.How;
import org.minqing.sla.calendar.Projection.Step;
import org.minqing.support.SeededProperty;

/**
 * The calendar against {@link MinuteCounter}: opened in any minute of 2025 and 2026, 1 minute to 60 days, pauses anywhere.
 * How many cases each property tries is said by {@code minqing.campaign.cases}.
 */
@AddLifecycleHook(SeededProperty.class)
class WorkingCalendarPropertiesTest {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int TWO_YEARS = 730 * DAY;

    private static final WorkingCalendar CALENDAR = TestCalendars.packaged();
    private static final MinuteCounter COUNTER = new MinuteCounter();

    /** Office hours twice: as the product writes them and as pairs of minutes. */
    enum Hours {
        TOWN(List.of("09:00-12:00", "14:00-18:00"), false),
        STATION(List.of("08:00-21:00"), true),
        EVENING(List.of("08:30-11:45", "13:15-17:30", "19:00-21:00"), false),
        MIDNIGHT(List.of("00:00-07:59", "22:00-24:00"), true),
        ROUND_THE_CLOCK(List.of("00:00-24:00"), false);

        final OfficeHours hours;
        final int[] minutes;

        Hours(List<String> windows, boolean everyDay) {
            hours = OfficeHours.of(windows, everyDay);
            minutes = windows.stream()
                    .flatMap(w -> Arrays.stream(w.split("[-:]")))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (int i = 0; i < minutes.length / 2; i++) {
                minutes[i] = minutes[2 * i] * HOUR + minutes[2 * i + 1];
            }
        }

        int[] pairs() {
            return Arrays.copyOf(minutes, minutes.length / 2);
        }
    }

    /** Minutes since the beginning of 2025; pauses as pairs. */
    record Case(int from, int budget, CalendarKind kind, Hours hours, List<int[]> pauses) {

        Projection project() {
            return project(budget, pauses);
        }

        Projection project(int minutes, List<int[]> suspended) {
            var suspensions = suspended.stream()
                    .map(p -> new Suspension(MinuteCounter.instant(p[0]), MinuteCounter.instant(p[1]), "等待" + p[0]))
                    .toList();
            return CALENDAR.project(
                    MinuteCounter.instant(from), Duration.ofMinutes(minutes), kind, hours.hours, suspensions);
        }

        Instant counted() {
            return COUNTER.due(from, budget, kind, hours.pairs(), hours.hours.everyDay(), pauses);
        }

        @Override
        public String toString() {
            return kind + " " + hours + " from " + MinuteCounter.instant(from) + ", " + budget + " minutes, pauses "
                    + pauses.stream().map(Arrays::toString).toList();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theDeadlineIsThatOfWhoeverCountsEveryMinute(@ForAll("cases") Case c) {
        assertThat(c.project().dueAt()).isEqualTo(c.counted());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theStepsLeadFromTheOpeningToTheDeadlineWithoutAGap(@ForAll("cases") Case c) {
        var projection = c.project();
        var at = MinuteCounter.instant(c.from());
        var soFar = Duration.ZERO;
        for (var step : projection.steps()) {
            assertThat(step.from()).isEqualTo(at);
            assertThat(step.counted().isZero()).isEqualTo(step.how() != How.COUNTED);
            soFar = soFar.plus(step.counted());
            assertThat(step.soFar()).isEqualTo(soFar);
            at = step.to();
        }
        assertThat(at).isEqualTo(projection.dueAt());
        assertThat(soFar).isEqualTo(Duration.ofMinutes(c.budget()));
        assertThat(IntStream.range(1, projection.steps().size())
                        .noneMatch(i -> same(
                                projection.steps().get(i - 1),
                                projection.steps().get(i))))
                .isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void moreTimeIsNeverLessAndAPauseNeverHurries(@ForAll("cases") Case c) {
        var due = c.project().dueAt();
        assertThat(c.project(c.budget() + 1, c.pauses()).dueAt()).isAfter(due);
        var fewer = new ArrayList<>(c.pauses());
        if (!fewer.isEmpty()) {
            fewer.remove(0);
            assertThat(c.project(c.budget(), fewer).dueAt()).isBeforeOrEqualTo(due);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        var from = Arbitraries.integers().between(0, TWO_YEARS - 1).withoutEdgeCases();
        var budget = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 60 * DAY).withoutEdgeCases(),
                Arbitraries.integers().between(1, 3 * DAY).withoutEdgeCases(),
                // The round ones of real limits: these end exactly at closing time and at midnight.
                Arbitraries.integers().between(1, 60).map(n -> n * DAY),
                Arbitraries.integers().between(1, 90).map(n -> n * HOUR));
        return Combinators.combine(
                        Arbitraries.oneOf(from, from.map(m -> m - m % HOUR), from.map(m -> m - m % DAY)),
                        budget,
                        Arbitraries.of(CalendarKind.class),
                        Arbitraries.of(Hours.class),
                        Combinators.combine(
                                        Arbitraries.integers()
                                                .between(-20 * DAY, 70 * DAY)
                                                .withoutEdgeCases(),
                                        Arbitraries.integers()
                                                .between(0, 15 * DAY)
                                                .withoutEdgeCases())
                                .as((after, length) -> new int[] {after, length})
                                .list()
                                .ofMaxSize(5))
                .as((start, minutes, kind, hours, pauses) -> new Case(
                        start,
                        minutes,
                        kind,
                        hours,
                        pauses.stream().map(p -> pause(start, p)).toList()));
    }

    private static int[] pause(int start, int[] afterAndLength) {
        var begin = Math.max(0, start + afterAndLength[0]);
        return new int[] {begin, begin + afterAndLength[1]};
    }

    private static boolean same(Step one, Step next) {
        return one.continuedBy(next);
    }
}
