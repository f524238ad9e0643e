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
}
