package org.minqing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

    @Test
    void theHoursOfADayAddUp() {
        assertThat(OfficeHours.DEFAULT.perDay()).isEqualTo(Duration.ofHours(7));
        assertThat(OfficeHours.of(List.of("00:00-24:00"), true).perDay()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void theyCanBeReadAloud() {
        assertThat(OfficeHours.DEFAULT.words()).isEqualTo("工作日 09:00—12:00、14:00—18:00");
        assertThat(OfficeHours.of(List.of("08:00-21:00"), true).words()).isEqualTo("每天 08:00—21:00");
    }

    @Test
    void hoursThatNeverOpenAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfficeHours.of(List.of(), false))
                .withMessage("never opens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18:00-09:00              | 18:00-09:00 does not close later on the same day",
                "09:00-09:00              | 09:00-09:00 does not close later on the same day",
                "09:00-12:00, 11:59-18:00 | 11:59-18:00 begins before 09:00-12:00 ends",
                "14:00-18:00, 09:00-12:00 | 09:00-12:00 begins before 14:00-18:00 ends",
                "9-12                     | 9-12 is not written like 08:30-12:00",
                "09:00-25:00              | 09:00-25:00 names no time of day",
                "24:00-24:00              | 24:00-24:00 does not close later on the same day",
            })
    void hoursThatCannotBeKeptAreRefusedByName(String windows, String fault) {
        var list = Arrays.stream(windows.split(",")).map(String::strip).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfficeHours.of(list, false))
                .withMessage(fault);
    }

    @Test
    void eachLocalityHasItsOwn() {
        var localities = new Localities();
        assertThat(localities.get("xinanjie").officeHours()).isEqualTo(OfficeHours.of(List.of("08:00-21:00"), true));
        assertThat(localities.get("ganshui").officeHours().words()).isEqualTo("工作日 08:30—12:00、14:30—18:00");
        assertThat(new Localities("classpath*:organisation/sound").get("hill").officeHours())
                .isEqualTo(OfficeHours.DEFAULT);
    }
}
