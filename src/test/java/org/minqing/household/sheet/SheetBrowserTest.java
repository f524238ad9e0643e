package org.minqing.household.sheet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.BrowserTalk;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever keeps a town's households sends a sheet, sees what is wrong, brings it in, and asks for all of them as a file. */
@MinqingTest
class SheetBrowserTest extends BrowserTalk {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportRun run;

    @AfterEach
    void nobodyLivesHereAndNobodyWaits() {
        jdbc.sql(
                        "update household set ended = greatest(since, current_date) where address like '浏览表巷%' and ended is null")
                .update();
        jdbc.sql("delete from household_import_part").update();
        jdbc.sql("update household_import set state = 'discarded' where state not in ('done', 'discarded')")
                .update();
        jdbc.sql(
                        "update household_export set decided_by = 'test', decided_at = now(), allowed = false where decided_by is null")
                .update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSheetIsSentCheckedBroughtInAndAFileAskedForAndAllowed(boolean wide) {
        time.set("2026-11-26T09:00");
        var keeper = visitor("sheet-keeper", wide);
        signedInBefore(keeper, "shibu-livelihood");
        var page = keeper.page();
        keeper.open("/desk/households");
        sound(keeper, "households", wide);
        page.click("main a:has-text('导入住户')");
        sound(keeper, "import", wide);
        page.click("summary:has-text('表头对照')");
        sound(keeper, "headings", wide);
        page.setInputFiles("#sheet", new FilePayload("a.xlsx", TYPE, new Book().bytes()));
        page.click("button:has-text('上传并检查')");
        assertThat(page.locator(".box.wrong")).containsText("表头下面没有内容");
        keeper.problems().removeIf(problem -> problem.contains("400"));
        sound(keeper, "import-refused", wide);

        page.setInputFiles("#sheet", new FilePayload("a.xlsx", TYPE, book(wide)));
        page.click("button:has-text('上传并检查')");
        assertThat(page.locator("#state")).containsText("正在检查");
        sound(keeper, "checking", wide);
        all();
        page.click("text=看最新进度");
        assertThat(page.locator("#state")).containsText("等您确认");
        assertThat(page.locator("main")).containsText("新建 60 户，变更 0 户，不变 0 户，有误 2 户");
        sound(keeper, "checked", wide);
        page.click("button:text-is('导入')");
        run.step();
        page.click("text=看最新进度");
        assertThat(page.locator("#state")).containsText("正在导入");
        assertThat(page.locator("[role=status]")).containsText("第 50 户，共 60 户");
        sound(keeper, "running", wide);
        all();
        page.click("text=看最新进度");
        assertThat(page.locator("#state")).containsText("已导入");
        sound(keeper, "done", wide);

        keeper.open("/desk/households/exports");
        sound(keeper, "exports", wide);
        page.click("button:has-text('核对、更新资料')");
        assertThat(page.locator(".list")).containsText("等另一个人批");
        var leader = visitor("sheet-leader", wide);
        open(leader, "shibu-leader", "/desk");
        sound(leader, "leader", wide);
        leader.page().click("a:has-text('等您批准')");
        sound(leader, "to-allow", wide);
        leader.page().click("button:text-is('批准')");
        assertThat(leader.page().locator(".list")).containsText("已批准");
        keeper.open("/desk/households/exports");
        sound(keeper, "allowed", wide);
        var file = page.waitForDownload(
                () -> page.locator("button:text-is('下载')").first().click());
        assertThat(file.suggestedFilename()).matches("minqing-households-shibu-[0-9-]+\\.xlsx");
        var auditor = visitor("sheet-auditor", wide);
        open(auditor, "shibu-auditor", "/desk/household-looks");
        assertThat(auditor.page().locator(".list tbody tr").first()).containsText("下载导出");
        sound(auditor, "looks", wide);
    }

    private void all() {
        while (run.step()) {
            // The next.
        }
    }

    private static byte[] book(boolean wide) {
        var book = new Book();
        var street = "浏览表巷" + (wide ? "甲" : "乙");
        for (int i = 0; i < 60; i++) {
            book.person("砖瓦窑沟第一网格", street + i, "览" + i, "户主", "1950", "", "独居老人");
        }
        book.person("砖瓦窑沟第三网格", street + 60, "览", "户主", "1950");
        book.person("砖瓦窑沟第一网格", street + 61, "览", "户主", "2099-01-01", "12");
        return book.bytes();
    }
}
