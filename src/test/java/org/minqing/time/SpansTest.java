package org.minqing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    private static final Instant SEVEN_IN_THE_EVENING = Instant.parse("2025-05-22T11:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT30M, 30 分钟", "PT3H20M, 3 小时 20 分", "PT3H, 3 小时", "P2DT5H59M, 2 天 5 小时", "PT59S, 0 分钟"})
    void whatIsLeftIsToldInTheUnitThatMatters(Duration span, String words) {
        assertThat(left(span)).isEqualTo("还剩 " + words);
    }

    @Test
    void whatIsOverIsToldAsOverdue() {
        assertThat(left(Duration.ofMinutes(-90))).isEqualTo("已超时 1 小时 30 分");
        assertThat(left(Duration.ofMillis(-1))).isEqualTo("已超时 0 分钟");
        assertThat(left(Duration.ZERO)).isEqualTo("还剩 0 分钟");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.999S, 0 秒",
        "PT5M3.999S, 5 分 3 秒",
        "PT30M, 30 分",
        "PT2H5M59S, 2 小时 5 分",
        "PT24H, 1 天",
        "P2DT5H59M, 2 天 5 小时"
    })
    void aLengthIsSaidInTwoUnitsRoundedDown(Duration span, String words) {
        assertThat(Spans.length(span)).isEqualTo(words);
    }

    @Test
    void whatTookNoTimeWorthAWordIsSaidSo() {
        assertThat(Spans.spent(Duration.ofMillis(999))).isEqualTo("不到 1 秒");
        assertThat(Spans.spent(Duration.ofMillis(1000))).isEqualTo("1 秒");
    }

    @Test
    void lateByAMillisecondIsLateByASecond() {
        assertThat(Spans.begun(Duration.ofMillis(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Spans.begun(Duration.ofMillis(1000))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Spans.begun(Duration.ZERO)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.5S, 0 分钟",
        "PT30M, 30 分钟",
        "PT24H, 24 小时",
        "PT47H59M59S, 47 小时 59 分钟 59 秒",
        "PT48H, 2 天",
        "P7DT1S, 7 天 1 秒"
    })
    void aLimitIsSaidToTheSecondAndInHoursBelowTwoDays(Duration span, String words) {
        assertThat(Spans.whole(span)).isEqualTo(words);
    }

    @Test
    void workingTimeIsSaidInTheDaysItIsCountedIn() {
        assertThat(Spans.workingDays(Duration.ofHours(26))).isEqualTo("1 个工作日 2 小时");
        assertThat(Spans.workingHours(Duration.ofHours(50).plusMinutes(30))).isEqualTo("50 小时 30 分钟");
    }

    @Test
    void noDayIsANumberOfDays() {
        assertThat(Spans.days(0)).isEqualTo("0 天");
        assertThat(Spans.days(3)).isEqualTo("3 天");
    }

    private static String left(Duration span) {
        return Spans.left(SEVEN_IN_THE_EVENING, SEVEN_IN_THE_EVENING.plus(span));
    }
}
