package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;

/** Common replies on the telephone: one is taken back by the next, and what somebody wrote himself is not. */
@MinqingTest
class PickedRepliesBrowserTest extends FieldTalk {

    private static final String OWN = "三号楼门口，两盏都不亮。";

    @Test
    void aSecondReplyTakesThePlaceOfTheFirstWhichNobodyChanged() {
        var page = atTheTask("replies-second", "后巷路灯一闪一闪");
        chip(page, 0).tap();
        assertThat(finding(page)).hasValue(said(page, 0));
        chip(page, 1).tap();
        assertThat(finding(page)).hasValue(said(page, 1));
        assertThat(chip(page, 1)).hasAttribute("aria-pressed", "true");
        assertThat(chip(page, 0)).hasAttribute("aria-pressed", "false");
        chip(page, 1).tap();
        assertThat(finding(page)).hasValue(said(page, 1));
        // From the draft as well: what stands there is known by its words.
        page.reload();
        chip(page, 2).tap();
        assertThat(finding(page)).hasValue(said(page, 2));
    }

    @Test
    void whatWasTypedStaysAndTheReplyGoesBesideItAndIsChangedThere() {
        var page = atTheTask("replies-typed", "后巷路灯灭了");
        finding(page).fill(OWN);
        chip(page, 0).tap();
        assertThat(finding(page)).hasValue(OWN + "\n" + said(page, 0));
        chip(page, 1).tap();
        assertThat(finding(page)).hasValue(OWN + "\n" + said(page, 1));
    }

    @Test
    void aReplyThatSomebodyWroteOnInIsHisAndStays() {
        var page = atTheTask("replies-changed", "后巷路灯常亮");
        chip(page, 0).tap();
        var his = said(page, 0) + "明天换灯头。";
        finding(page).fill(his);
        chip(page, 1).tap();
        assertThat(finding(page)).hasValue(his + "\n" + said(page, 1));
    }

    @Test
    void theReplyGoesInWhereTheCursorIs() {
        var page = atTheTask("replies-cursor", "后巷路灯歪了");
        finding(page).fill("先说这个。\n再说那个。");
        finding(page).evaluate("it => it.setSelectionRange(5, 5)");
        chip(page, 0).tap();
        assertThat(finding(page)).hasValue("先说这个。\n" + said(page, 0) + "\n再说那个。");
    }

    private Page atTheTask(String name, String title) {
        var number = appeal(title, "street-lighting", title + "，晚上看不清。");
        var phone = worker(name, GRID);
        openTask(phone, number);
        return phone.page();
    }

    private static Locator finding(Page page) {
        return page.locator("#finding");
    }

    private static Locator chip(Page page, int at) {
        return page.locator("[data-fills=finding] .chip").nth(at);
    }

    private static String said(Page page, int at) {
        return chip(page, at).textContent();
    }
}
