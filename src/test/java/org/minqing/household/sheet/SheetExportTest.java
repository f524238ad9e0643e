package org.minqing.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.file.SheetReader;
import org.minqing.support.LogBook;
import org.minqing.support.MinqingTest;

/** All households leave the house only if one asks and another allows it, for some hours, and whoever audits reads each step. */
@MinqingTest
class SheetExportTest extends SheetTalk {

    private static final String EXPORTS = "/desk/households/exports";
    private static final String LEADER = "shibu-leader";
    private static final String LOOKS = "/desk/household-looks";

    @AfterEach
    void nobodyWaits() {
        jdbc.sql(
                        "update household_export set decided_by = 'test', decided_at = now(), allowed = false where decided_by is null")
                .update();
    }

    private String asked() {
        done(as(KEEPER).submit(EXPORTS, form("tapped", "落实帮扶、代办服务"), EXPORTS));
        return jdbc.sql("select id::text from household_export where decided_by is null")
                .query(String.class)
                .single();
    }

    private int act(String person, String export, String what) {
        return as(person).submit(EXPORTS + "/" + export + what, "x=").statusCode();
    }

    @Test
    void aFileIsAskedForAllowedByAnotherTakenAndReadBack() {
        var address = address();
        opened(WORKER, "address", address, "fullName", "=1+1", "born", "1948", "worker", WORKER);
        var barred = address();
        var at = opened(WORKER, "address", barred, "fullName", "导避");
        done(sends(WORKER, at + "/bars", "barred", KEEPER, "barReason", "亲属"));
        var export = asked();
        assertThat(act(KEEPER, export, "/households.xlsx")).as("before").isEqualTo(404);
        assertThat(shown(LEADER, "/desk")).contains("等您批准");
        assertThat(shown(LEADER, EXPORTS)).contains("落实帮扶、代办服务", "批准", "冯民生");
        assertThat(act(LEADER, export, "/allow")).isEqualTo(303);
        assertThat(act(LEADER, export, "/refuse")).as("decided").isEqualTo(409);
        assertThat(shown(LEADER, "/desk")).doesNotContain("等您批准");
        List<SheetReader.Row> rows;
        try (var log = new LogBook()) {
            rows = workbook(KEEPER, "POST", EXPORTS + "/" + export + "/households.xlsx");
            assertThat(log.text()).doesNotContain(address);
        }
        assertThat(rows.get(0).cells()).containsExactlyElementsOf(Book.HEADINGS);
        assertThat(rows)
                .as("a text, whatever it begins with")
                .anyMatch(
                        row -> row.cells().equals(List.of("石堡镇", PLACE, address, "=1+1", "户主", "1948", "", "", "刘网格")))
                .noneMatch(row -> row.cells().contains(barred));
        assertThat(shown("shibu-auditor", LOOKS)).contains("申请导出", "批准导出", "下载导出", "没有看到内容");
        var house = at(address).get(0);
        assertThat(shown("shibu-auditor", LOOKS + "?household=" + house)).contains("下载导出");

        var book = new Book();
        rows.stream()
                .skip(1)
                .filter(row -> row.cells().contains(address))
                .forEach(row -> book.row(row.cells().toArray(String[]::new)));
        assertThat(checked(book)).contains("不变 1 户");
    }

    @Test
    void nobodyAllowsItToHimselfAndWhoMayNotFindsNothingOfIt() {
        var export = asked();
        assertThat(as(KEEPER).submit(EXPORTS, form("tapped", "走访联系"), EXPORTS).statusCode())
                .as("asked already")
                .isEqualTo(409);
        assertThat(act(KEEPER, export, "/allow")).as("himself").isEqualTo(404);
        for (var person : List.of(WORKER, "shibu-secretary-chengxi", "shibu-auditor", "shibu-supervisor")) {
            assertThat(page(person, EXPORTS).statusCode()).as(person).isEqualTo(404);
            assertThat(act(person, export, "/allow")).isEqualTo(404);
            assertThat(act(person, export, "/households.xlsx")).isEqualTo(404);
            assertThat(as(person).submit(EXPORTS, form("tapped", "走访联系")).statusCode())
                    .isEqualTo(404);
        }
        assertThat(act("ganshui-leader", export, "/allow")).isEqualTo(404);
        assertThat(act(LEADER, "00000000-0000-4000-8000-000000000000", "/allow"))
                .isEqualTo(404);
        assertThat(as(LEADER).submit(EXPORTS, form("tapped", "走访联系")).statusCode())
                .as("allows and does not ask")
                .isEqualTo(404);
        assertThat(act(LEADER, export, "/refuse")).isEqualTo(303);
        assertThat(act(KEEPER, export, "/households.xlsx")).as("refused").isEqualTo(404);
        assertThat(shown("shibu-auditor", LOOKS)).contains("不同意导出");
        wrong(as(KEEPER).submit(EXPORTS, form("lookPurpose", " "), EXPORTS), "请选择或写明查看原因");
    }

    @Test
    void afterItsHoursNothingIsGivenOut() {
        var export = asked();
        assertThat(act(LEADER, export, "/allow")).isEqualTo(303);
        assertThat(act(LEADER, export, "/households.xlsx")).as("he did not ask").isEqualTo(404);
        time.pass("PT23H59M");
        assertThat(act(KEEPER, export, "/households.xlsx")).isEqualTo(200);
        time.pass("PT2M");
        assertThat(act(KEEPER, export, "/households.xlsx")).isEqualTo(404);
        assertThat(shown(KEEPER, EXPORTS)).doesNotContain("/households.xlsx");
    }
}
