package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** A supervisor looks at the course of an appeal, on a screen, on a phone and without scripts. */
@MinqingTest
class CourseBrowserTest extends BrowserTalk {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";

    private static final Page.ScreenshotOptions WHOLE = new Page.ScreenshotOptions().setFullPage(true);

    @BeforeEach
    void open() {
        time.set("2026-11-16T09:00");
    }

    @Test
    void aSupervisorSeesWhereTheTimeWentInAnEndedAppeal() {
        var number = redoneAfterABreach();
        var supervisor = atTheDesk("course", "/desk/appeals/" + number);
        var page = supervisor.page();
        page.getByText("办理过程图").click();
        drawn(page);
        supervisor.screenshot("ended");
        supervisor.screenshot("ended-whole", WHOLE);
        assertThat(page.locator(".djs-overlays .badge.late").first()).hasText("‼ 超时");
        assertThat(page.locator("[data-element-id=flow_redoAllowed].taken")).hasCount(1);
        assertThat(page.locator("[data-element-id=flow_redoNotAllowed].untouched"))
                .hasCount(1);
        assertThat(page.locator(".bjs-powered-by")).isVisible();

        page.locator("[data-element-id=userTask_respondAppeal] .djs-hit")
                .first()
                .click();
        assertThat(page.locator("#panel-title")).hasText("首次响应");
        assertThat(page.locator(".panel")).containsText("二居社区第一网格网格员");
        assertThat(page.locator(".panel")).containsText("‼ 响应超时");
        assertThat(page).hasURL(Pattern.compile(".*#userTask_respondAppeal"));
        supervisor.screenshot("panel");
        Assertions.assertThat(supervisor.barriers()).isEmpty();

        supervisor.open("/desk");
        supervisor.open("/desk/appeals/" + number + "/process#businessRuleTask_handlingTier-2");
        drawn(page);
        assertThat(page.locator("#panel-title")).hasText("判定办理层级");
        assertThat(page.locator(".panel")).containsText("共 2 次");
        assertThat(page.locator(".panel .rule")).hasCount(2);
        page.locator("[data-zoom=in]").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        supervisor.screenshot("enlarged");
        page.locator("[data-zoom=fit]").focus();
        page.keyboard().press("Enter");
        page.locator(".bjs-powered-by").click();
        assertThat(page.locator(".bjs-powered-by-lightbox")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        supervisor.screenshot("paper", WHOLE);
        Assertions.assertThat(supervisor.problems()).isEmpty();
    }

    @Test
    void aRunningAppealWithHostileWordsIsReadOnThePhone() {
        var number = submitted(HOSTILE);
        time.pass("PT25H");
        var address = "/desk/appeals/" + number + "/process";
        var desk = atTheDesk("course-running", address);
        drawn(desk.page());
        assertThat(desk.page().locator("h1")).hasText(HOSTILE);
        assertThat(desk.page().locator(".djs-shape.running[data-element-id=userTask_respondAppeal]"))
                .hasCount(1);
        desk.screenshot("screen");
        Assertions.assertThat(desk.barriers()).isEmpty();
        Assertions.assertThat(desk.dialogs()).isEmpty();
        Assertions.assertThat(desk.problems()).isEmpty();

        var phone = browser.phone(api.base(), "course-phone");
        open(phone, "ganshui-supervisor", address);
        assertThat(phone.page().locator(".stops .now")).containsText("首次响应");
        phone.screenshot("top");
        phone.screenshot("whole", WHOLE);
        Assertions.assertThat((Integer) phone.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        phone.page().locator("#userTask_respondAppeal a").click();
        drawn(phone.page());
        assertThat(phone.page().locator("#panel-title")).isFocused();
        phone.screenshot("panel");
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(phone.dialogs()).isEmpty();
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void withoutScriptsTheTablesSayItAll() {
        var number = redoneAfterABreach();
        var reader = browser.withoutScripts(api.base(), "course-without-scripts");
        open(reader, "ganshui-supervisor", "/desk/appeals/" + number + "/process");
        var page = reader.page();
        assertThat(page.locator("#diagram")).isHidden();
        assertThat(page.locator("#userTask_respondAppeal")).containsText("‼ 响应超时");
        assertThat(page.locator("#businessRuleTask_handlingTier-2")).containsText("第 2 次");
        assertThat(page.locator("tr.judgement").first()).containsText("第 1 版");
        reader.screenshot("whole", WHOLE);
        Assertions.assertThat(reader.problems()).isEmpty();
    }

    private Visitor atTheDesk(String name, String address) {
        var supervisor = browser.visitor(api.base(), name);
        open(supervisor, "ganshui-supervisor", address);
        return supervisor;
    }

    private static void drawn(Page page) {
        page.waitForSelector("#diagram[data-drawn], #diagram-failed:not([hidden])");
        assertThat(page.locator("#diagram[data-drawn]")).isVisible();
    }

    private String redoneAfterABreach() {
        var number = submitted("楼道口堆了杂物");
        time.pass("PT25H");
        done("grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已电话联系"}""");
        time.pass("PT2H5M");
        handled("secretary-erju", "handleDirectly", number);
        time.pass("PT30M");
        done("caller", "callResident", number, """
                {"action":"reached","contacted":"yes","answer":"no","grade":"2"}""");
        done("dispatcher", "dispatchAppeal", number, """
                {"action":"dispatch","post":"justice","note":"派单"}""");
        time.pass("PT26H");
        handled("safety", "handleWithDepartment", number);
        time.pass("PT1H");
        done("caller", "callResident", number, """
                {"action":"reached","contacted":"yes","answer":"yes","grade":"5"}""");
        return number;
    }

    private void handled(String person, String form, String number) {
        done(person, form, number, """
                {"action":"done","result":"已经清理","outcome":"solved","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
    }

    private void done(String person, String form, String number, String answers) {
        var answer = api.as("ganshui-" + person).complete(form, number, answers);
        Assertions.assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private String submitted(String text) {
        var body = said("ganshui-erju-01", text, text);
        body.withObject("/location").put("address", text);
        return submitted(body);
    }
}
