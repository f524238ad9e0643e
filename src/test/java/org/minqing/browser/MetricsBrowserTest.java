package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** An auditor reads the figures of April, on a screen, on a phone and on paper. */
@MinqingTest
class MetricsBrowserTest extends BrowserTalk {

    @BeforeEach
    void someAppeals() {
        time.set("2026-04-13T09:00");
        var numbers = new String[] {
            clutter("matou-qianjin-1-01"),
            clutter("matou-qianjin-1-01"),
            clutter("matou-qianjin-2-01"),
            clutter("matou-xinhe-1-01")
        };
        time.pass("PT40M");
        responded("matou-grid-01", numbers[0]);
        responded("matou-grid-01", numbers[2]);
        time.pass("PT26H");
        responded("matou-grid-01", numbers[1]);
        time.set("2026-04-15T10:00");
    }

    @Test
    void anAuditorReadsAndChecksTheFigures() {
        var auditor = browser.visitor(api.base(), "metrics");
        var page = auditor.page();
        open(auditor, "matou-auditor", "/desk");
        page.getByText("响应与办结指标").click();
        assertThat(page.locator("h1")).hasText("响应与办结指标");
        page.fill("#from", "2026-04-13");
        page.fill("#to", "2026-04-14");
        page.locator("form.period button").click();
        assertThat(page.locator("tfoot tr")).containsText("3/4");
        assertThat(page.locator("svg.bars")).hasCount(2);
        auditor.screenshot("screen");
        var digest = page.locator(".digest").innerText();
        page.locator(".facts a").click();
        assertThat(page).hasURL(Pattern.compile(".*cutOff=2026-04-15T10:00:00"));
        assertThat(page.locator(".digest")).hasText(digest);

        page.locator("#responseRate summary").click();
        assertThat(page.locator("#responseRate pre")).containsText("from sla_ledger");
        page.locator("#responseRate").scrollIntoViewIfNeeded();
        auditor.screenshot("definition");

        page.locator("svg.bars").first().scrollIntoViewIfNeeded();
        auditor.screenshot("bars");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("scrollTo(0, 0)");
        assertThat(page.locator("form.period")).not().isVisible();
        auditor.screenshot("paper");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        page.setViewportSize(390, 844);
        auditor.screenshot("phone");
        Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing but the tables scrolls sideways")
                .isLessThanOrEqualTo(390);
        page.locator("svg.bars").first().scrollIntoViewIfNeeded();
        auditor.screenshot("phone-bars");
        Assertions.assertThat(auditor.problems()).isEmpty();

        page.setViewportSize(1440, 1000);
        page.fill("#to", "2026-04-01");
        page.locator("form.period button").click();
        assertThat(page.locator("#to-problem")).hasText("结束日应晚于开始日");
        assertThat(page.locator("table")).hasCount(0);
        auditor.screenshot("refused");
    }

    private String clutter(String unit) {
        return submitted(said(unit, "楼道口堆了杂物", "楼道口堆了杂物，进出不方便。"));
    }
}
