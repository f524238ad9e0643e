package org.minqing.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:59:59+08:00, LATE, 已超时 0 分钟, 11月22日 09:59",
        "2026-11-22T10:00:00+08:00, SOON, 还剩 0 分钟, 11月22日 10:00",
        "2026-11-22T14:00:00+08:00, SOON, 还剩 4 小时, 11月22日 14:00",
        "2026-11-22T14:00:01+08:00, FINE, 还剩 4 小时, 11月22日 14:00"
    })
    void aDeadlineIsLateOnlyWhenItIsOver(String due, TimeLeft.State state, String words, String by) {
        assertThat(TimeLeft.of(due, NOW, Duration.ofHours(4))).isEqualTo(new TimeLeft(state, words, by));
    }

    @Test
    void aTaskMayHaveNoDeadline() {
        assertThat(TimeLeft.of(null, NOW, Duration.ofHours(4))).isEqualTo(new TimeLeft(TimeLeft.State.OPEN, "", ""));
    }
}
