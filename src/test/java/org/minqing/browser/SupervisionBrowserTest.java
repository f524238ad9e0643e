package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** A supervisor's morning: who needs help, what lies where, one appeal pressed, one given to another post, the month signed. */
@MinqingTest
class SupervisionBrowserTest extends BrowserTalk {

    private static final String ATTACK = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'";
    private static final Page.ScreenshotOptions WHOLE = new Page.ScreenshotOptions().setFullPage(true);

    private static String attacked;

    @BeforeEach
    void someAppeals() {
        if (attacked == null) {
            time.set("2026-03-02T09:00");
            attacked = submitted(said("matou-qianjin-1-01", ATTACK, ATTACK));
            for (int i = 0; i < 12; i++) {
                submitted(said("matou-qianjin-1-01", "楼道口堆了杂物", "楼道口堆了杂物"));
            }
            time.pass("PT40M");
            for (int i = 0; i < 11; i++) {
                responded("matou-grid-01", submitted(said("matou-qianjin-2-01", "路面积水", "路面积水")));
            }
            time.pass("P7D");
            responded("matou-grid-01", attacked);
            submitted(said("matou-xinhe-1-01", "路灯不亮", "路灯不亮"));
        }
        time.set("2026-03-11T10:00");
    }

    @Test
    void aSupervisorPressesAndReassigns() {
        var supervisor = browser.visitor(api.base(), "supervision");
        var page = supervisor.page();
        open(supervisor, "matou-supervisor", "/desk");
        page.getByText("督办台").click();
        assertThat(page.locator("h1")).hasText("督办台");
        supervisor.screenshot("desk", WHOLE);
        Assertions.assertThat(supervisor.barriers()).isEmpty();

        page.locator(".numbers .late a").click();
        assertThat(page.locator(".tasks.open > li").first()).containsText("超时");
        supervisor.screenshot("list");
        Assertions.assertThat(supervisor.barriers()).isEmpty();
        page.locator("button.second").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/desk/supervision/appeals\\?state=overdue"));
        assertThat(page.locator(".tasks.open")).containsText("已于 3月11日 10:00 催办");

        supervisor.open("/desk/appeals/" + attacked);
        page.locator("details.supervise > summary").click();
        page.locator("#instruction").fill(ATTACK);
        supervisor.screenshot("card");
        page.locator("details.supervise button:not(.second)").click();
        assertThat(page.locator(".timeline").last()).containsText("督办：" + ATTACK);
        assertThat(page.locator(".timeline").last()).containsText("已督促承办单位抓紧办理");
        Assertions.assertThat(supervisor.barriers()).isEmpty();

        supervisor.open("/desk/supervision/appeals/" + attacked);
        assertThat(page.locator("header.appeal")).containsText("督办 · ");
        supervisor.screenshot("acts", WHOLE);
        Assertions.assertThat(supervisor.barriers()).isEmpty();
        Assertions.assertThat(supervisor.problems()).isEmpty();
        Assertions.assertThat(supervisor.dialogs()).isEmpty();
    }

    @Test
    void anAuditorReadsTheRatesAndSignsTheMonth() {
        var auditor = browser.visitor(api.base(), "rates");
        var page = auditor.page();
        open(auditor, "matou-auditor", "/desk");
        page.getByText("三率", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).hasText("三率");
        assertThat(page.locator("figure.chart canvas").first()).isVisible();
        assertThat(page.locator(".standing").first()).not().isEmpty();
        auditor.screenshot("period", WHOLE);
        Assertions.assertThat(auditor.barriers()).isEmpty();

        auditor.open("/desk/rates/trend?unit=matou-qianjin");
        assertThat(page.locator("figure.chart canvas").first()).isVisible();
        // A rate of which nothing was counted yet says so.
        assertThat(page.locator(".rate:has(canvas), .rate:has(p.box)")).hasCount(3);
        auditor.screenshot("trend", WHOLE);
        Assertions.assertThat(auditor.barriers()).isEmpty();

        auditor.open("/desk/rates/month?month=2026-03");
        assertThat(page.locator("h1")).containsText("2026-03");
        auditor.screenshot("month", WHOLE);
        Assertions.assertThat(auditor.barriers()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(794, 1123);
        assertThat(page.locator(".sign")).containsText("审核人");
        auditor.screenshot("paper", WHOLE);
        Assertions.assertThat(auditor.problems()).isEmpty();
        Assertions.assertThat(auditor.dialogs()).isEmpty();
    }

    @Test
    void aPhoneShowsTheSameWithoutScrollingSideways() {
        var supervisor = browser.phone(api.base(), "supervision-phone");
        var page = supervisor.page();
        open(supervisor, "matou-supervisor", "/desk/supervision");
        for (var path : new String[] {
            "/desk/supervision",
            "/desk/supervision/appeals",
            "/desk/supervision/appeals/" + attacked,
            "/desk/rates",
            "/desk/rates/trend",
            "/desk/rates/month"
        }) {
            supervisor.open(path);
            supervisor.screenshot(path.replaceAll("[^a-z]+", "-"), WHOLE);
            Assertions.assertThat(supervisor.barriers()).as(path).isEmpty();
            Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path + " scrolls sideways")
                    .isLessThanOrEqualTo(390);
        }
        Assertions.assertThat(supervisor.problems()).isEmpty();
        Assertions.assertThat(supervisor.dialogs()).isEmpty();
    }

    @Test
    void withoutScriptsEverythingIsReadAndDone() {
        var supervisor = browser.withoutScripts(api.base(), "supervision-plain");
        var page = supervisor.page();
        open(supervisor, "matou-supervisor", "/desk/rates");
        assertThat(page.locator("figure.chart").first()).isHidden();
        assertThat(page.locator("#responseRate-table tbody tr").first()).isVisible();
        supervisor.open("/desk/supervision/appeals/" + attacked);
        page.locator("section[aria-labelledby=supervise] button").click();
        assertThat(page.locator("#instruction-problem")).hasText("请写明督办要求");
        page.locator("section[aria-labelledby=reassign] button").click();
        assertThat(page.locator("#reason-problem")).hasText("请写明改派原因");
        page.locator("#reason").fill("需要部门办理");
        page.locator("section[aria-labelledby=reassign] button").click();
        assertThat(page.locator("#holder-problem")).hasText("请从可选的承办岗位中选一个");
        assertThat(page.locator("#reason")).hasValue("需要部门办理");
        var option = page.locator("#holder option").nth(6);
        var label = option.innerText();
        page.locator("#holder").selectOption(option.getAttribute("value"));
        page.locator("section[aria-labelledby=reassign] button").click();
        assertThat(page.locator(".timeline").last()).containsText("改派至" + label + "办理");
        assertThat(page.locator(".timeline").last()).containsText("改派原因：需要部门办理");
    }
}
