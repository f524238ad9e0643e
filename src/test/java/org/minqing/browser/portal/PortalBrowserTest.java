package org.minqing.browser.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** An old resident with reading glasses and a telephone: files, loses the page, finds it again, keeps the receipt. */
@MinqingTest
class PortalBrowserTest extends BrowserTalk {

    private static final String WORDS = "三号楼的路灯坏了三天，晚上看不见路。希望早点修好。";

    @Test
    void threeStepsLeadToAReceiptThatThisTelephoneFindsAgain() {
        var phone = browser.phone(api.base(), "portal-phone");
        var page = phone.page();
        phone.open("/?locality=ganshui");
        phone.screenshot("home", whole());
        page.getByText("说说您遇到的事").tap();
        assertThat(page.locator("#step-2")).isHidden();
        page.locator("#step-1 [data-go='2']").tap();
        assertThat(page.locator("#nothing-said")).isVisible();
        assertThat(page.locator("#step-2")).isHidden();
        page.fill("#description", WORDS);
        sound(phone, "step-1");
        page.locator("#step-1 [data-go='2']").tap();
        assertThat(page.locator("#step-1")).isHidden();
        assertThat(page.locator("#steps .current")).hasText("在哪里、哪一类");
        assertThat(page.locator("#title")).hasValue("三号楼的路灯坏了三天，晚上看不见路");
        page.locator("[id='location.unit']").selectOption("ganshui-erju-01");
        sound(phone, "step-2");
        // The key that leads back leads to the step before.
        page.goBack();
        assertThat(page.locator("#description")).hasValue(WORDS);
        page.goForward();
        assertThat(page.locator("[id='location.unit']")).hasValue("ganshui-erju-01");
        page.locator("#step-2 [data-go='3']").tap();
        page.fill("[id='resident.phone']", "0911-555-0123");
        sound(phone, "step-3");
        page.locator("main button[type=submit]").tap();

        assertThat(page).hasURL(Pattern.compile(".*/track/[0-9A-Z]{16}\\?new"));
        sound(phone, "receipt");
        Assertions.assertThat(page.evaluate("localStorage.getItem('minqing.draft')"))
                .isNull();
        var number = page.locator(".number").first().innerText();
        Assertions.assertThat(page.evaluate("localStorage.getItem('minqing.mine')"))
                .isNull();
        page.locator("#save").tap();
        assertThat(page.locator("#saved")).isVisible();
        phone.open("/track");
        assertThat(page.locator("#mine li a")).containsText(number);
        assertThat(page.locator("#mine li a strong")).hasText("三号楼的路灯坏了三天，晚上看不见路");
        sound(phone, "mine");
        page.locator("#mine li a").tap();
        assertThat(page.locator("h1")).hasText("三号楼的路灯坏了三天，晚上看不见路");
        sound(phone, "track");
        phone.open("/");
        page.locator("#mine button").tap();
        assertThat(page.locator("#mine")).isHidden();
        phone.open("/track");
        assertThat(page.locator("#mine")).isHidden();
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void whatWasWrittenIsFoundAgainButNotWhoWroteIt() {
        var phone = browser.phone(api.base(), "portal-draft");
        var page = phone.page();
        phone.open("/submit?locality=ganshui");
        page.fill("#description", WORDS);
        page.locator("#step-1 [data-go='2']").tap();
        page.fill("[id='location.address']", "三号楼前");
        page.locator("#step-2 [data-go='3']").tap();
        page.fill("[id='resident.phone']", "0911-555-0123");
        page.locator("[id='resident.phone']").blur();
        page.waitForFunction("(localStorage.getItem('minqing.draft') || '').indexOf('三号楼前') >= 0");
        Assertions.assertThat(String.valueOf(page.evaluate("localStorage.getItem('minqing.draft')")))
                .contains("路灯")
                .doesNotContain("555");
        phone.open("/");
        phone.open("/submit?locality=ganshui");
        assertThat(page.locator("#draft")).isVisible();
        assertThat(page.locator("#description")).hasValue(WORDS);
        sound(phone, "found");
        page.locator("#step-1 [data-go='2']").tap();
        assertThat(page.locator("[id='location.address']")).hasValue("三号楼前");
        page.goBack();
        page.locator("#draft button").tap();
        assertThat(page.locator("#draft")).isHidden();
        assertThat(page.locator("#description")).hasValue("");
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void whoIsNotTheFirstHearsItWithoutAWordOfTheOthers() {
        var earlier = submitted(
                said("ganshui-erju-02", "文化广场路灯不亮", "文化广场东侧三盏路灯不亮，晚上看不见路。").put("category", "street-lighting"));
        var phone = browser.phone(api.base(), "portal-told");
        var page = phone.page();
        phone.open("/submit?locality=ganshui");
        page.fill("#description", "文化广场那边路灯好几天不亮了");
        page.locator("#step-1 [data-go='2']").tap();
        page.locator("[id='location.unit']").selectOption("ganshui-erju-02");
        page.locator("#category").selectOption("street-lighting");
        assertThat(page.locator("#told-choices .choice").first()).containsText("人反映");
        assertThat(page.locator("#told")).not().containsText("三盏");
        assertThat(page.locator("#told")).not().containsText(earlier);
        sound(phone, "step-2");
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void whatCannotBeAcceptedOpensItsStep() {
        var screen = browser.visitor(api.base(), "portal-fault");
        var page = screen.page();
        screen.open("/submit?locality=ganshui");
        screen.screenshot("wide", whole());
        page.fill("#description", WORDS);
        page.locator("#step-1 [data-go='2']").click();
        screen.screenshot("wide-2", whole());
        page.locator("#more summary").click();
        page.fill("[id='facts.peopleAffected']", "很多");
        page.locator("#step-2 [data-go='3']").click();
        page.fill("[id='resident.phone']", "没有");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#step-2")).isVisible();
        assertThat(page.locator("[id='facts.peopleAffected-problem']")).isVisible();
        assertThat(page.locator("[id='facts.peopleAffected']")).hasValue("很多");
        sound(screen, "fault");
        page.locator("a[href='#resident.phone']").click();
        assertThat(page.locator("#step-3")).isVisible();
        assertThat(page.locator("[id='resident.phone']")).isFocused();
        page.fill("[id='resident.phone']", "0911-555-0123");
        page.locator("#step-3 [data-go='2']").click();
        page.fill("[id='facts.peopleAffected']", "20");
        // The key of the keyboard that says "go" leads on and hands nothing in.
        page.locator("[id='location.address']").press("Enter");
        assertThat(page.locator("#step-3")).isVisible();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#receipt")).isVisible();
        sound(screen, "receipt");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        screen.screenshot("printed", whole());
        assertThat(page.locator("#save")).isHidden();
        assertThat(page.locator("#receipt svg")).isVisible();
    }

    @Test
    void withoutScriptsTheThreeStepsAreOnePage() {
        var resident = browser.withoutScripts(api.base(), "portal-without");
        var page = resident.page();
        resident.open("/submit?locality=ganshui");
        assertThat(page.locator("#step-3")).isVisible();
        assertThat(page.locator(".moves").first()).isHidden();
        resident.screenshot("form", whole());
        page.fill("#description", "楼下公告栏的玻璃裂了一道缝。");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#receipt")).containsText("您的查询码");
        assertThat(page.locator("#receipt svg")).isVisible();
        assertThat(page.locator("#keep")).isHidden();
        Assertions.assertThat(resident.problems()).isEmpty();
    }

    @Test
    void lettersTwiceAsLargeFitOnATelephone() {
        var phone = browser.phone(api.base(), "portal-large");
        var page = phone.page();
        for (var path : new String[] {"/", "/?locality=ganshui", "/submit?locality=ganshui", "/track", "/privacy"}) {
            phone.open(path);
            page.evaluate("document.documentElement.style.fontSize = '225%'");
            phone.screenshot("large", whole());
            fits(phone, path);
        }
    }

    @Test
    void whoeverWritesOfDangerReadsLargeWhomToCallInEachStepAndAgainAtTheEnd() {
        var phone = browser.phone(api.base(), "portal-danger");
        var page = phone.page();
        phone.open("/submit?locality=ganshui");
        page.fill("#description", "厨房煤气罐漏气，味道很重，老人还在屋里睡觉。");
        var call = page.locator("#hint-calls a").first();
        assertThat(call).hasAttribute("href", "tel:119");
        sound(phone, "step-1");
        page.locator("#step-1 [data-go='2']").tap();
        assertThat(call).isVisible();
        page.locator("#step-2 [data-go='3']").tap();
        assertThat(call).isVisible();
        page.locator("main button[type=submit]").tap();
        assertThat(page.locator("#receipt a[href='tel:119']")).isVisible();
        assertThat(page.locator("#receipt .eyebrow")).containsText("供气");
        sound(phone, "receipt");
        // What is dangerous stands first in the lists of others.
        var code = page.url().replaceAll(".*/track/([A-Z0-9]+).*", "$1");
        Assertions.assertThat(
                        api.post("/api/track/" + code + "/withdrawal", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void whatHeAddsStandsBesideHisWords() {
        var phone = browser.phone(api.base(), "portal-addition");
        var page = phone.page();
        var code = receipt(said("ganshui-erju-01", "路灯坏了", WORDS))
                .path("trackingCode")
                .asText();
        phone.open("/track/" + code);
        page.locator("#words summary").tap();
        page.fill("#addition", "五号楼前的也坏了。");
        sound(phone, "writes");
        page.locator("#words button").tap();
        assertThat(page.locator("#words")).containsText("五号楼前的也坏了。");
        sound(phone, "added");
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void aNumberIsAnsweredWithWhatElseIsNeeded() {
        var phone = browser.phone(api.base(), "portal-number");
        phone.open("/track");
        phone.page().fill("#code", "GS-20261121-0001");
        phone.page().locator("main button[type=submit]").tap();
        assertThat(phone.page().locator(".note")).containsText("只有编号还不能查");
        sound(phone, "number");
    }

    private static void sound(Visitor visitor, String name) {
        visitor.screenshot(name, whole());
        Assertions.assertThat(visitor.barriers()).as(name).isEmpty();
        fits(visitor, name);
    }

    private static void fits(Visitor visitor, String name) {
        Assertions.assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo((Integer) visitor.page().evaluate("window.innerWidth"));
    }

    private static Page.ScreenshotOptions whole() {
        return new Page.ScreenshotOptions().setFullPage(true);
    }
}
