package org.minqing.browser.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Hand;
import org.minqing.support.MinqingTest;

/** A page of the record book, typed in with the keyboard alone while the telephone rings in between. */
@MinqingTest
class BatchBrowserTest extends FieldTalk {

    @Test
    void enterGoesFromLineToLineAndWhatWasTypedIsStillThereAfterACall() {
        var clerk = browser.visitor(api.base(), "batch");
        open(clerk, "shibu-registrar", "/desk/register/batch");
        var page = clerk.page();
        page.setViewportSize(1280, 900);
        var first = true;
        for (var words : new String[] {"砖瓦窑沟路灯坏了两盏。", "小广场垃圾没人收。", "水渠堵了，田里进不了水。", "坡上护栏断了。"}) {
            page.keyboard().insertText(words);
            page.keyboard().press("Enter");
            if (first) {
                var hand = new Hand();
                // The keys alone: no place is touched.
                hand.typed(words.length() + 1);
                hand.told("clerk enters a line of the book", 0);
                first = false;
            }
        }
        assertThat(page.locator(".entry")).hasCount(5);
        Assertions.assertThat(clerk.barriers()).isEmpty();
        clerk.screenshot("typed", whole());
        clerk.open("/desk/register");
        clerk.open("/desk/register/batch");
        assertThat(page.locator("#draft")).containsText("草稿已保留");
        assertThat(page.locator(".entry textarea").nth(3)).hasValue("坡上护栏断了。");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#filed")).containsText("已登记 4 件");
        clerk.screenshot("filed", whole());
        Assertions.assertThat(clerk.barriers()).isEmpty();
        Assertions.assertThat(drafts(page)).isZero();
        Assertions.assertThat(clerk.problems()).isEmpty();
    }
}
