package org.minqing.household;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A grid worker goes from his first page to a household, writes down what he heard there, and an auditor reads that he looked. */
@MinqingTest
class HouseholdBrowserTest extends BrowserTalk {

    @Autowired
    JdbcClient jdbc;

    private Visitor worker;

    @AfterEach
    void nobodyLivesHere() {
        jdbc.sql("update household set ended = current_date where address like '浏览巷%' and ended is null")
                .update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWorkerOpensAFileFillsItAndLooks(boolean wide) {
        time.set("2026-11-26T09:00");
        worker = visitor("household-worker", wide);
        signedInBefore(worker, "shibu-grid-01");
        var page = worker.page();
        worker.open("/desk");
        page.click("section[aria-labelledby='households'] a:has-text('全部住户')");
        sound(worker, "list", wide);
        page.click("text=新建档案");
        page.click("main form button.wide");
        assertThat(page.locator(".box.wrong")).containsText("请填地址");
        assertThat(page.locator(".box.wrong")).containsText("请填姓名");
        worker.problems().removeIf(problem -> problem.contains("400"));
        sound(worker, "new-wrong", wide);
        page.selectOption("#unit", "shibu-chengxi-1-01");
        page.fill("#address", "浏览巷" + (wide ? 1 : 2) + "号");
        page.fill("#fullName", "安浏览");
        page.fill("#born", "1941");
        page.fill("#telephone", "0911-000-7100");
        page.selectOption("#covering", "shibu-volunteer");
        sound(worker, "new", wide);
        page.click("main form button.wide");
        assertThat(page.locator("h1")).containsText("浏览巷");

        page.click("text=添加成员");
        page.fill("#fullName", "安小孙");
        page.fill("#relation", "孙子");
        page.fill("#born", "2019");
        page.check("input[value='left-behind']");
        sound(worker, "member", wide);
        page.click("main form button.wide");
        assertThat(page.locator("#people")).containsText("不显示姓名");
        page.click("#needs summary");
        page.fill("#what", "代购降压药");
        page.selectOption("#rhythm", "weekly");
        page.selectOption("#weekday", "3");
        page.click("#needs form button");
        assertThat(page.locator("#needs")).containsText("每周三");
        page.fill("#line", "老人说夜里起身不方便");
        page.click("#notes button:has-text('记下')");
        assertThat(page.locator("#notes")).containsText("记录（1 条）");
        sound(worker, "file", wide);

        page.click("#look button:has-text('走访联系')");
        assertThat(page.locator("#people")).containsText("安小孙");
        assertThat(page.locator("#needs")).containsText("代购降压药");
        assertThat(page.locator("#notes")).containsText("老人说夜里起身不方便");
        sound(worker, "looked", wide);
        page.click("text=修改住户");
        sound(worker, "change", wide);
        worker.open(page.url().replaceAll("^https?://[^/]+|/change$", "") + "/bars");
        sound(worker, "bars", wide);

        worker.open("/desk/households");
        page.fill("#addressWords", "浏览巷");
        page.click("main form.search button");
        assertThat(page.locator(".list tbody tr")).hasCount(1);
        assertThat(page.locator(".list tbody")).containsText("安浏览");
        assertThat(page.locator(".list tbody .colour")).containsText("红色");
        sound(worker, "found", wide);
        page.click(".list tbody a");
        page.click("summary:has-text('颜色的变化')");
        assertThat(page.locator(".timeline").first()).containsText("家里有人要特别关心");
        sound(worker, "colour", wide);
        worker.open("/desk/map?layer=households");
        page.locator("#map[data-drawn]").waitFor();
        assertThat(page.locator(".map-legend")).containsText("红色：重点关心");
        // Those of the start, too; nobody has changed anything of them.
        assertThat(page.locator("#main .tasks li:has-text('独居老人')").first()).containsText("红色");
        sound(worker, "map", wide);

        var auditor = visitor("household-auditor", wide);
        open(auditor, "shibu-auditor", "/desk/household-looks");
        assertThat(auditor.page().locator(".list tbody tr").first()).containsText("走访联系");
        sound(auditor, "looks", wide);
    }
}
