package org.minqing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Limit;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.minqing.time.Times;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has answered has taken the matter on, so nobody may be late with the answer and in time with taking it on. */
@MinqingTest
class AcceptBeforeResponseTest extends Talk {

    private static final Limit FOUR_OFFICE_HOURS =
            new Limit(Duration.ofHours(4), CalendarKind.WORKING_HOURS, Duration.ZERO);
    private static final Limit A_DAY = new Limit(Duration.ofHours(24), CalendarKind.RUNNING, Duration.ofHours(4));

    @Autowired
    Deadlines deadlines;

    @Autowired
    Clocks clocks;

    @Test
    void atNoMomentOfTwoYearsIsItDueAfterTheResponse() {
        var appeal = number();
        var capped = new ArrayList<Instant>();
        var end = at("2026-12-31T00:00");
        // 151 minutes: within a week each quarter of an hour comes up, on working days, weekends and holidays.
        for (var opened = at("2025-01-01T00:00"); opened.isBefore(end); opened = opened.plusSeconds(151 * 60)) {
            var both = deadlines.opened(
                    appeal,
                    List.of(ClockKind.ACCEPT, ClockKind.RESPOND),
                    0,
                    kind -> kind == ClockKind.ACCEPT ? FOUR_OFFICE_HOURS : A_DAY,
                    opened);
            var accept = both.get(0);
            var respond = both.get(1);
            assertThat(accept.dueAt()).as("%s", opened).isBeforeOrEqualTo(respond.dueAt());
            assertThat(respond.dueAt()).isEqualTo(opened.plus(A_DAY.within()));
            var alone = deadlines.after(appeal, accept, opened, FOUR_OFFICE_HOURS.within());
            assertThat(accept.dueAt()).isEqualTo(alone.isBefore(respond.dueAt()) ? alone : respond.dueAt());
            if (alone.isAfter(respond.dueAt())) {
                capped.add(opened);
            }
            assertThat(deadlines.derived(appeal, accept, both)).isEqualTo(accept);
            var told = deadlines.narrate(appeal, accept, both);
            assertThat(told.dueAt()).isEqualTo(accept.dueAt());
            assertThat(told.sentence().contains("签收不得晚于响应")).isEqualTo(alone.isAfter(respond.dueAt()));
        }
        assertThat(capped).hasSizeGreaterThan(500);
    }

    @Test
    void theEveOfAHolidayIsTold() {
        time.begin("2026-09-30T16:00");
        var appeal = number();
        var accept = clock(appeal, ClockKind.ACCEPT);
        assertThat(Times.iso(accept.dueAt())).isEqualTo("2026-10-01T16:00:00+08:00");
        var told = clocks.narrate(appeal, accept);
        assertThat(told.sentence()).contains("但签收不得晚于响应，应于 10月1日 16:00 前签收；");
        assertThat(told.steps()).endsWith("签收不得晚于响应，响应的期限是 10月1日 16:00。", "因此应于 10月1日 16:00 前签收。");
        assertThat(jdbc.sql("select detail from sla_ledger where appeal = ? and clock = 'ACCEPT' and kind = 'OPENED'")
                        .param(appeal)
                        .query(String.class)
                        .single())
                .isEqualTo("budget=PT4H;calendar=workingHours;notAfter=RESPOND");
    }

    @Test
    void aClockOfBeforeTheRuleIsToldAsItRuns() {
        time.begin("2026-09-30T16:00");
        var appeal = number();
        var accept = clock(appeal, ClockKind.ACCEPT);
        var alone = deadlines.after(appeal, accept, accept.openedAt(), accept.budget());
        var old = accept.due(null, alone, accept.basis());
        var told = deadlines.narrate(appeal, old, List.of(old, clock(appeal, ClockKind.RESPOND)));
        assertThat(told.dueAt()).isEqualTo(alone).isAfter(accept.dueAt());
        assertThat(told.sentence()).doesNotContain("签收不得晚于响应");
    }

    private Clock clock(String appeal, ClockKind kind) {
        return Clock.last(clocks.of(appeal), kind).orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Times.ZONE).toInstant();
    }
}
