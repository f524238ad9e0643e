package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarKindTest {

    @ParameterizedTest
    @CsvSource({
        "running, RUNNING, 连续计时",
        "workingDays, WORKING_DAYS, 工作日计时",
        "workingHours, WORKING_HOURS, 工作时间计时",
    })
    void theCellOfATableNamesAKind(String code, CalendarKind kind, String label) {
        assertThat(CalendarKind.of(code)).isEqualTo(kind);
        assertThat(kind.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "RUNNING", "workdays", "running "})
    void anyOtherWordIsRefusedByName(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarKind.of(code))
                .withMessageContaining(": " + code + ";");
    }

    @Test
    void noTwoKindsAreCalledTheSame() {
        assertThat(CalendarKind.values()).extracting(CalendarKind::label).doesNotHaveDuplicates();
    }
}
