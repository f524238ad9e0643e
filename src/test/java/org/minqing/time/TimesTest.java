package org.minqing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant SEVEN_IN_THE_EVENING = Instant.parse("2025-05-22T11:00:00Z");

    @Test
    void programsReadTheTimeOfShanghaiWithItsOffset() {
        assertThat(Times.iso(SEVEN_IN_THE_EVENING)).isEqualTo("2025-05-22T19:00:00+08:00");
    }

    @Test
    void peopleReadDayAndMinute() {
        assertThat(Times.words(SEVEN_IN_THE_EVENING)).isEqualTo("5月22日 19:00");
    }

    @Test
    void whatIsLeftIsToldInTheUnitThatMatters() {
        assertThat(left(30)).isEqualTo("还剩 30 分钟");
        assertThat(left(3 * 60 + 20)).isEqualTo("还剩 3 小时 20 分");
        assertThat(left(2 * 24 * 60 + 5 * 60)).isEqualTo("还剩 2 天 5 小时");
    }

    @Test
    void whatIsOverIsToldAsOverdue() {
        assertThat(left(-90)).isEqualTo("已超时 1 小时 30 分");
    }

    private static String left(long minutes) {
        return Times.left(SEVEN_IN_THE_EVENING, SEVEN_IN_THE_EVENING.plusSeconds(minutes * 60));
    }
}
