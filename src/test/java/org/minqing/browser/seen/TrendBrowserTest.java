package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.TasklistTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/**
 * Rates over months: a picture where there are figures, and where there are none a sentence that says when there will be. Beside
 * the tests in Tasklist, whose localities are others.
 */
@MinqingTest
class TrendBrowserTest extends TasklistTalk {

    @Test
    void whereNothingWasCountedItIsSaidFromWhenOnThereWillBeFigures() {
        time.set("2026-11-10T09:00");
        for (var wide : new boolean[] {true, false}) {
            var reader = at("trend-none", wide, "xinanjie-supervisor");
            var page = reader.page();
            assertThat(page.locator(".rate")).hasCount(3);
            assertThat(page.locator(".rate table")).hasCount(0);
            assertThat(page.locator(".rate canvas")).hasCount(0);
            assertThat(page.locator(".rate .box").first()).containsText(Pattern.compile("到 2026-12-\\d\\d 就是定数"));
            sound(reader, wide);
        }
    }

    @Test
    void threeMonthsAreAPictureWithTheirTableBehindIt() {
        for (var month : new String[] {"2026-08", "2026-09", "2026-10"}) {
            time.set(month + "-02T09:00");
            for (var i = 0; i < 3; i++) {
                var number = submitted(said("matou-qianjin-1-01", "楼道口堆了杂物", "楼道口堆了杂物，进出不方便。"));
                time.pass("PT40M");
                if (i > 0) {
                    responded("matou-grid-01", number);
                }
            }
        }
        time.set("2026-10-20T09:00");
        for (var wide : new boolean[] {true, false}) {
            var reader = at("trend", wide, "matou-supervisor");
            var page = reader.page();
            var rate = page.locator(".rate").first();
            assertThat(rate.locator("canvas")).isVisible();
            assertThat(rate.locator("table")).isHidden();
            Assertions.assertThat(rate.locator("canvas").boundingBox().height).isGreaterThan(200);
            sound(reader, wide);
            rate.locator("summary").click();
            // The months before the first appeal are not in it.
            assertThat(rate.locator("tbody th").first()).containsText("2026-08");
            assertThat(rate.locator("tbody tr")).hasCount(3);
            assertThat(rate.locator("tbody")).not().containsText("—");
            reader.screenshot("table");
            Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(wide ? 1280 : 390);
        }
    }

    private Visitor at(String name, boolean wide, String person) {
        var reader = wide ? browser.visitor(api.base(), name) : browser.phone(api.base(), name);
        if (wide) {
            reader.page().setViewportSize(1280, 900);
        }
        open(reader, person, "/desk/rates/trend");
        return reader;
    }

    private static void sound(Visitor reader, boolean wide) {
        reader.screenshot(wide ? "1280" : "390");
        Assertions.assertThat(reader.barriers()).isEmpty();
        Assertions.assertThat(reader.problems()).isEmpty();
        Assertions.assertThat((Integer) reader.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(wide ? 1280 : 390);
    }
}
