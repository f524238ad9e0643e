package org.minqing.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

    static final String SOUND = """
            year: 2027
            source: 假想的通知
            holidays:
              - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
              - {name: 劳动节, from: 2027-05-01, to: 2027-05-05}
              - {name: 国庆节, from: 2027-10-01, to: 2027-10-07}
            workingWeekends: [2027-05-08]
            """;

    @Test
    void aSoundFileIsTaken() {
        var year = read("2027.yml", SOUND).year();
        assertThat(year.source()).isEqualTo("假想的通知");
        assertThat(year.holidays()).hasSize(3);
        assertThat(year.workingWeekends()).hasSize(1);
    }

    @Test
    void theProgramCarriesTheYearsThatTheStateCouncilHasArranged() {
        assertThat(CalendarFiles.packaged()).extracting(f -> f.year().year()).containsExactly(2025, 2026);
        assertThat(CalendarFiles.packaged())
                .allSatisfy(f -> assertThat(f.year().source())
                        .startsWith("国务院办公厅关于" + f.year().year() + "年"));
    }

    /** The other system's line ends and a mark at the beginning are not another calendar. */
    @Test
    void theDigestDoesNotDependOnTheSystemThatWroteTheFile() {
        assertThat(read("2027.yml", "\uFEFF" + SOUND.replace("\n", "\r\n")).digest())
                .isEqualTo(read("folder/2027.yml", SOUND).digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year: 2027                  | year: 2026                 | year：是 2026，与文件名不符 (differs from the name of the file)",
                "year: 2027                  | year: '2027年'              | year：写法不对 (is not of the right form",
                "year: 2027                  | #                          | year：缺少或为空 (is missing or empty)",
                "year: 2027                  | Year: 2027                 | Year：不认识的项 (unknown key)",
                "source: 假想的通知            | source: ' '                | source：缺少或为空 (is missing or empty)",
                "source: 假想的通知            | #                          | source：缺少或为空 (is missing or empty)",
                "to: 2027-05-05              | to: 2028-05-05             | holidays[1].to：2028-05-05 不在 2027 年 (2028-05-05 is not in 2027)",
                "from: 2027-01-01            | from: 2026-12-31           | holidays[0].from：2026-12-31 不在 2027 年",
                "to: 2027-05-05              | to: 2027-04-30             | holidays[1]：2027-04-30 早于 2027-05-01 (ends before it begins)",
                "to: 2027-05-05              | to: 2027-02-30             | holidays[1].to：2027-02-30 不是日期，应写成 2027-10-01 (2027-02-30 is no date)",
                "to: 2027-05-05              | to: 5月5日                  | holidays[1].to：5月5日 不是日期",
                "to: 2027-05-05              | until: 2027-05-05          | holidays[1].until：不认识的项 (unknown key)",
                "', to: 2027-05-05'          | ''                         | holidays[1].to：缺少或为空 (is missing or empty)",
                "name: 劳动节                 | name: ''                   | holidays[1].name：缺少或为空 (is missing or empty)",
                "from: 2027-05-01, to: 2027-05-05 | from: 2027-01-03, to: 2027-05-05 | holidays：元旦 与 劳动节 在 2027-01-03 重叠 (two overlap on 2027-01-03)",
                "from: 2027-05-01, to: 2027-05-05 | from: 2027-01-01, to: 2027-01-03 | holidays：元旦 与 劳动节 在 2027-01-01 重叠",
                "[2027-05-08]                | [2027-05-07]               | workingWeekends[0]：2027-05-07 不是星期六或星期日 (2027-05-07 is no Saturday or Sunday)",
                "[2027-05-08]                | [2027-05-01]               | workingWeekends[0]：2027-05-01 同时是放假日 (2027-05-01 is also a holiday)",
                "[2027-05-08]                | [2027-05-08, 2027-05-08]   | workingWeekends[1]：2027-05-08 重复 (2027-05-08 is there twice)",
                "[2027-05-08]                | [2026-05-09]               | workingWeekends[0]：2026-05-09 不在 2027 年",
                "[2027-05-08]                | [~]                        | workingWeekends[0]：缺少或为空",
                "workingWeekends: [2027-05-08] | #                        | workingWeekends：缺少或为空 (is missing or empty)",
                "[2027-05-08]                | [2027-05-08                | YAML 格式有误 (is no sound YAML",
                "[2027-05-08]                | 2027-05-08                 | workingWeekends：写法不对",
                "year: 2027                  | 'year: 2027\nyear: 2027'   | YAML 格式有误 (is no sound YAML: Duplicate field 'year')",
                "from: 2027-10-01            | from: 2027-10-02           | holidays：缺少法定节日 国庆节（2027-10-01 至 2027-10-03） (the legal holiday from 2027-10-01 to 2027-10-03 is missing)",
            })
    void aFaultyFileIsRefusedByFileAndEntry(String written, String instead, String fault) {
        assertThat(SOUND).contains(written);
        assertThatThrownBy(() -> read("2027.yml", SOUND.replace(written, instead)))
                .isInstanceOf(CalendarFileException.class)
                .hasMessageStartingWith("放假安排文件 2027.yml 不能使用 The calendar file cannot be used: ")
                .hasMessageContaining(fault);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var text = SOUND.replace("year: 2027", "year: 2026")
                .replace("2027-05-05", "2027-05-00")
                .replace("2027-05-08", "2027-05-07");
        assertThatThrownBy(() -> read("2027.yml", text))
                .hasMessageContainingAll("year：", "holidays[1].to：", "workingWeekends[0]：");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "2027", "[]", "--- \n---\n"})
    void aTextThatIsNoCalendarIsRefused(String text) {
        assertThatThrownBy(() -> read("2027.yml", text)).isInstanceOf(CalendarFileException.class);
    }

    @Test
    void aSecondDocumentInTheFileIsRefused() {
        assertThatThrownBy(() -> read("2027.yml", SOUND + "---\n" + SOUND)).isInstanceOf(CalendarFileException.class);
    }

    @Test
    void anotherEncodingIsRefused() {
        assertThatThrownBy(() -> CalendarFile.of("2027.yml", SOUND.getBytes(Charset.forName("GB18030"))))
                .isInstanceOf(CalendarFileException.class)
                .hasMessageContaining("不是 UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027.yaml", "27.yml", "放假2027.yml", "2027年.YML"})
    void aFileThatLooksLikeACalendarAndIsNotCalledSoIsNotPassedOver(String name, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve(name), SOUND);
        assertThatThrownBy(() -> new CalendarFiles(folder.toString()).read())
                .isInstanceOf(CalendarFileException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("应为年份加 .yml");
    }

    @Test
    void aFileInTheFolderWinsOverThatOfTheProgram(@TempDir Path folder) throws IOException {
        var corrected = SOUND.replace("2027", "2026").replace("[2026-05-08]", "[]");
        Files.writeString(folder.resolve("2026.yml"), corrected);
        Files.writeString(folder.resolve("README.txt"), "not a calendar");
        assertThat(new CalendarFiles(folder.toString()).read())
                .extracting(CalendarFile::name)
                .containsExactly(
                        "calendars/2025.yml", folder.resolve("2026.yml").toString());
        assertThat(new CalendarFiles(folder.resolve("missing").toString()).read())
                .hasSize(2);
    }

    private static CalendarFile read(String name, String text) {
        return CalendarFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
