package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppealNumberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({"1, GS-20261121-0001", "9999, GS-20261121-9999", "10000, GS-20261121-10000"})
    void isWrittenWithAtLeastFourFiguresAndReadAsItIsWritten(int running, String text) {
        var number = new AppealNumber("GS", DAY, running);
        assertThat(number).hasToString(text);
        assertThat(AppealNumber.read(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gs-20261121-0001", "  GS-20261121-0001\t", "ＧＳ－２０２６１１２１－０００１", "Gs-20261121-0001"})
    void peopleMayTypeItInAnyCaseAndWidth(String typed) {
        assertThat(AppealNumber.read(typed)).contains(new AppealNumber("GS", DAY, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GS",
                "GS-20261121",
                "GS-20261121-001",
                "GS-20261121-0000",
                "GS-20261121-00001",
                "GS-20261121-1234567890",
                "GS-20260230-0001",
                "GS-20261321-0001",
                "GS-00000101-0001",
                "G-20261121-0001",
                "GSS-20261121-0001",
                "GS 20261121 0001",
                "GS-20261121-0001 x",
                "GS-20261121-0001\0",
                "甘水-20261121-0001"
            })
    void nothingElseIsANumber(String typed) {
        assertThat(AppealNumber.read(typed)).isEmpty();
    }

    @Test
    void aSubCaseHasTheNumberOfTheWholeAndItsOwnBehindIt() {
        var whole = new AppealNumber("GS", DAY, 1);
        assertThat(whole.subCase(2)).hasToString(whole + "-2");
        assertThat(AppealNumber.read("gs-20261121-0001-12")).contains(whole.subCase(12));
        assertThat(AppealNumber.read("GS-20261121-0001-0")).isEmpty();
        assertThat(AppealNumber.read("GS-20261121-0001-100")).isEmpty();
        assertThat(AppealNumber.read("GS-20261121-0001-1-1")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> whole.subCase(100));
    }

    @Test
    void noneIsMadeThatCouldNotBeRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AppealNumber("gs", DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AppealNumber("GS", DAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AppealNumber("GS", DAY, 1_000_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new AppealNumber("GS", DAY.withYear(10_000), 1));
    }
}
