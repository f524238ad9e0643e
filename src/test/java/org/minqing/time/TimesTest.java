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
    void aDayEndsAtTwentyFourAndTheNextBeginsAtZero() {
        var midnight = Instant.parse("2026-12-04T16:00:00Z");
        assertThat(Times.end(midnight)).isEqualTo("12月4日 24:00");
        assertThat(Times.end(midnight.plusMillis(512))).isEqualTo("12月4日 24:00");
        assertThat(Times.end(Instant.parse("2026-12-31T16:00:00Z"))).isEqualTo("12月31日 24:00");
        assertThat(Times.words(midnight)).isEqualTo("12月5日 00:00");
        assertThat(Times.listedEnd(Times.iso(midnight))).isEqualTo("2026-12-04 24:00");
        assertThat(Times.exactEnd(midnight.plusMillis(1))).isEqualTo("2026-12-04 24:00:00");
        assertThat(Times.exactEnd(Times.iso(midnight))).isEqualTo("2026-12-04 24:00:00");
        assertThat(Times.exactEnd(SEVEN_IN_THE_EVENING)).isEqualTo("2025-05-22 19:00:00");
        assertThat(Times.end(SEVEN_IN_THE_EVENING)).isEqualTo("5月22日 19:00");
    }

    @Test
    void peopleReadDayAndMinute() {
        assertThat(Times.words(SEVEN_IN_THE_EVENING)).isEqualTo("5月22日 19:00");
    }
}
