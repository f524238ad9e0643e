package org.minqing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NarrationTest {

    private static final Instant OPENED = Instant.parse("2025-05-22T11:00:00Z");

    @Test
    void aRunningClockTellsWhereItsDeadlineComesFrom() {
        assertThat(Narration.of(clock(ClockKind.RESPOND, "PT24H", null, null)))
                .isEqualTo("5月22日 19:00 起算，限 24 小时，不分昼夜连续计算，应于 5月23日 19:00 前响应；正在计时。");
    }

    @Test
    void aMetClockTellsWhenItWasMet() {
        assertThat(Narration.of(clock(ClockKind.RESPOND, "PT24H", Clock.Outcome.MET, OPENED.plusSeconds(13 * 3600))))
                .endsWith("5月23日 08:00 完成，按时。");
    }

    @Test
    void aBreachedClockThatStillRunsSaysThatItIsNotDone() {
        assertThat(Narration.of(clock(ClockKind.RESOLVE, "P7D", Clock.Outcome.BREACHED, null)))
                .contains("限 7 天")
                .endsWith("已超时，尚未完成。");
    }

    @Test
    void aCancelledClockSaysWhy() {
        assertThat(Narration.of(clock(ClockKind.RESOLVE, "PT2H", Clock.Outcome.CANCELLED, OPENED)))
                .endsWith("因诉求结束停止计时。");
    }

    private static Clock clock(ClockKind kind, String budget, Clock.Outcome outcome, Instant stopped) {
        var due = OPENED.plus(Duration.parse(budget));
        return new Clock(kind, 0, Duration.parse(budget), OPENED, due, due, outcome, stopped);
    }
}
