package org.minqing.browser.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Where no script runs, residents file, follow and rate, and staff register, report and copy a page of the book. */
@MinqingTest
class WithoutScriptsBrowserTest extends FieldTalk {

    @Test
    void aResidentFilesFollowsAndRates() {
        var resident = browser.withoutScripts(api.base(), "plain-resident");
        var page = resident.page();
        resident.open("/?locality=ganshui");
        resident.screenshot("home", whole());
        page.getByText("说说您遇到的事").click();
        page.fill("#description", "三居菜场后门的路灯不亮，买菜的老人看不见台阶。");
        page.selectOption("[id='location.unit']", "ganshui-sanju-01");
        page.fill("[id='resident.phone']", "13800000000");
        page.locator("main button[type=submit]").click();
        if (page.locator("#told legend").isVisible()) {
            page.locator("main button[type=submit]").click();
        }
        assertThat(page.locator("#receipt")).isVisible();
        var number = page.locator(".number").first().innerText();
        var code = page.url().replaceAll(".*/track/([A-Z0-9]+).*", "$1");
        resident.open("/track");
        page.fill("#code", code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 "));
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("header.appeal .number")).hasText(number);
        resident.screenshot("track", whole());
        responded(number);
        if (api.as(DISPATCHER).hasTask("dispatchAppeal", number)) {
            completed(
                    DISPATCHER,
                    "dispatchAppeal",
                    number,
                    "{\"action\":\"dispatch\",\"post\":\"city-management\",\"note\":\"请办理\"}");
        }
        completed("ganshui-city-mgmt", "handleWithDepartment", number, """
                {"action":"done","result":"已经修好","outcome":"solved","evidenceKind":"document","evidence":"现场照片 3 张，存工作群"}""");
        page.reload();
        page.getByText("去评价").click();
        page.locator("input[name=grade][value='4']").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".problem").first()).isVisible();
        assertThat(page.locator("input[name=grade][value='4']")).isChecked();
        page.locator("input[name=resolved][value=yes]").check();
        page.locator("input[name=contacted][value=yes]").check();
        resident.screenshot("rate", whole());
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".good")).containsText("谢谢您的评价");
    }

    @Test
    void aClerkRegistersAndGetsNumberAndCode() {
        var clerk = staff("plain-register", "ganshui-registrar", "/desk/register");
        var page = clerk.page();
        page.fill("#description", "巷");
        page.selectOption("#category", "sewage");
        page.fill("[id='resident.phone']", "13800000000");
        page.locator("#submit").click();
        assertThat(page.locator("#problems")).containsText("至少 2 个字");
        assertThat(page.locator("#category")).hasValue("sewage");
        page.fill("#description", "巷口下水堵了，脏水漫到路上。");
        page.selectOption("[id='location.unit']", "ganshui-sanju-01");
        page.locator("#submit").click();
        handedOver(clerk);
    }

    @Test
    void aGridWorkerReports() {
        var worker = staff("plain-report", GRID, "/desk/report");
        var page = worker.page();
        page.locator("input[name=channel]").first().check();
        page.fill("#description", "桥头垃圾没人收。");
        page.locator("#submit").click();
        handedOver(worker);
    }

    @Test
    void aPageOfTheBookIsCopiedLineByLine() {
        var clerk = staff("plain-batch", "shibu-registrar", "/desk/register/batch");
        var page = clerk.page();
        page.locator(".entry textarea").first().fill("坡上路灯坏了两盏。");
        page.locator("#add").click();
        assertThat(page.locator(".entry textarea").first()).hasValue("坡上路灯坏了两盏。");
        page.locator(".entry textarea").nth(1).fill("小广场垃圾没人收。");
        page.locator("#submit").click();
        assertThat(page.locator("#filed")).containsText("已登记 2 件");
        clerk.screenshot("filed", whole());
    }

    private Visitor staff(String test, String user, String path) {
        var visitor = browser.withoutScripts(api.base(), test);
        open(visitor, user, path);
        visitor.screenshot("empty", whole());
        return visitor;
    }

    private static void handedOver(Visitor staff) {
        assertThat(staff.page()).hasURL(Pattern.compile(".*/desk/register/GS-\\d{8}-\\d{4}$"));
        assertThat(staff.page().locator(".aloud.code")).hasText(Pattern.compile("([0-9A-Z]{4} ){3}[0-9A-Z]{4}"));
        staff.screenshot("slip", new Page.ScreenshotOptions().setFullPage(true));
    }
}
