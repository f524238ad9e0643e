package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator's day, without scripts: somebody comes, moves and leaves, and a list is brought in. */
@MinqingTest
class PeopleBrowserTest extends BrowserTalk {

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private Visitor admin;
    private String who;

    @AfterEach
    void theyWereNeverHere() {
        List.of(who, who + "-b", who + "-c").forEach(identity::deleteUser);
        jdbc.sql("delete from closed_account").update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebodyComesMovesAndLeavesAndAListIsBroughtIn(boolean wide) throws IOException {
        time.set("2026-03-09T09:00");
        who = "browser-" + Long.toString(System.nanoTime(), 36);
        admin = wide ? browser.visitor(api.base(), "people-screen") : browser.phone(api.base(), "people-phone");
        signedInBefore(admin, "admin");
        var page = admin.page();

        admin.open("/desk");
        page.click("a[href='/admin/people']");
        sound("list", wide);
        page.click("text=新建账号");
        page.click("a:has-text('赶水镇')");
        page.fill("#name", "赵网格");
        page.fill("#user", who);
        page.selectOption("#post", "ganshui-erju-01-grid-worker");
        page.click("text=再选一个岗位");
        page.selectOption("#post", "ganshui-erju-branch-secretary");
        sound("new", wide);
        page.click("button:text-is('新建')");
        assertThat(page.locator("h1")).containsText("账号和密码");
        sound("password", wide);
        var password = page.locator(".grouped").innerText();

        for (int i = 0; i < 3; i++) {
            var number = submitted(said("ganshui-erju-01", "楼道灯坏了", "三楼的灯不亮。"));
            var task = api.as(who, password).task("respondAppeal", number);
            api.as(who, password).post("/api/tasks/" + task.path("id").asText() + "/claim", "{}");
        }
        page.click("text=返回这个账号");
        sound("person", wide);
        page.uncheck("input[value='ganshui-erju-01-grid-worker']");
        page.uncheck("input[value='ganshui-erju-branch-secretary']");
        page.selectOption("#post", "ganshui-erju-party-member");
        page.click("button:text-is('保存')");
        assertThat(page.locator("main")).containsText("将退回岗位");
        sound("move", wide);
        page.click("text=不改了");
        page.click("text=停用……");
        assertThat(page.locator("main")).containsText("在手的 3 件任务将退回岗位");
        sound("close", wide);
        page.click("text=确认停用");
        assertThat(page.locator(".problem")).containsText("请写明原因");
        admin.problems().removeIf(problem -> problem.contains("400"));
        sound("close-wrong", wide);
        page.fill("#why", "退休");
        page.click("text=确认停用");
        assertThat(page.locator("main")).containsText("已停用");
        sound("closed", wide);
        page.click("text=只恢复账号");
        assertThat(page.locator("main")).containsText("未任岗位");

        admin.open("/admin/people/import");
        uploaded(new String[] {"钱新人", who + "-b", "赶水镇", "四居社区", "网格员"});
        assertThat(page.locator("main")).containsText("没有这个单位");
        sound("import-wrong", wide);
        uploaded(
                new String[] {"钱新人", who + "-b", "赶水镇", "二居社区第一网格", "网格员"},
                new String[] {"钱新人", who + "-b", "赶水镇", "二居社区第二网格", "网格员"},
                new String[] {"孙新人", who + "-c", "赶水镇", "二居社区", "党员志愿者"},
                new String[] {"赵网格", who, "赶水镇", "二居社区", "党员志愿者"});
        assertThat(page.locator("main")).containsText("新建 2 人，变更 1 人");
        sound("import", wide);
        page.click("text=确认导入");
        assertThat(page.locator("main")).containsText("名册已导入");
        sound("imported", wide);
        var file = page.waitForDownload(() -> page.click("text=下载密码表"));
        assertThat(file.suggestedFilename()).startsWith("minqing-passwords-");
        admin.open("/admin/people?q=" + who);
        sound("found", wide);
        admin.open("/admin/people/acts");
        sound("acts", wide);
        assertThat(admin.problems()).isEmpty();
    }

    private void uploaded(String[]... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("名册");
            var columns = new String[] {"姓名", "用户名", "乡镇", "单位", "岗位"};
            for (int c = 0; c < columns.length; c++) {
                sheet.value(0, c, columns[c]);
                for (int r = 0; r < rows.length; r++) {
                    sheet.value(r + 1, c, rows[r][c]);
                }
            }
        }
        admin.page()
                .setInputFiles("#file", new FilePayload("名册.xlsx", "application/octet-stream", bytes.toByteArray()));
        admin.page().click("text=先看会怎么改");
    }

    private void sound(String name, boolean wide) {
        assertThat(admin.barriers()).as(name).isEmpty();
        assertThat(admin.problems()).as(name).isEmpty();
        if (!wide) {
            assertThat((Integer) admin.page().evaluate("document.documentElement.scrollWidth"))
                    .as(name)
                    .isLessThanOrEqualTo(390);
        }
        admin.screenshot(name, new Page.ScreenshotOptions().setFullPage(true));
    }
}
