package org.minqing.browser.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** A neighbour tells of what others told before: he files his own as part of it, with scripts and without. */
@MinqingTest
class JoiningBrowserTest extends BrowserTalk {

    private static final String WORDS = "我们组的机井水泵也烧了，小麦浇不上水。";
    private static final String MAST = "凤凰坡的基站坏了，手机没信号，打不出电话。";

    private String earlier(String unit) {
        return submitted(said(unit, "机井水泵烧了", "机井水泵烧了没人修，三十户等着浇地。").put("category", "irrigation"));
    }

    @Test
    void onATelephoneHeChoosesItWhileHeWritesAndADispatcherMayPartThem() {
        var original = submitted(
                said("ganshui-shuanglong-01", "凤凰坡没信号", "凤凰坡基站三十户没信号，打不出电话。").put("category", "telecommunications"));
        var phone = browser.phone(api.base(), "joining-phone");
        var page = phone.page();
        phone.open("/submit?locality=ganshui");
        page.fill("#description", MAST);
        page.locator("#step-1 [data-go='2']").tap();
        assertThat(page.locator("#category")).hasValue("telecommunications");
        assertThat(page.locator("#hint-category")).containsText("您说到“");
        page.locator("[id='location.unit']").selectOption("ganshui-shuanglong-01");
        var same = page.locator("#told-choices .choice:has-text('是这一件')").first();
        assertThat(same).containsText("人反映");
        assertThat(page.locator("#told")).not().containsText("三十户");
        sound(phone, "told");
        same.tap();
        // Whoever changes a word is asked nothing twice, and what he chose stands.
        page.locator("[id='location.address']").fill("凤凰坡顶上");
        page.locator("#step-2 [data-go='3']").tap();
        page.locator("main button[type=submit]").tap();
        assertThat(page.locator("#joined")).containsText("并在一起办理，共有 ");
        assertThat(page.locator("main")).not().containsText(original);
        sound(phone, "receipt");
        var number = page.locator(".number").first().innerText();
        phone.open(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", ""));
        assertThat(page.locator("#matter")).containsText("合并在一起办理");
        sound(phone, "track");
        Assertions.assertThat(phone.problems()).isEmpty();

        var dispatcher = browser.visitor(api.base(), "joining-dispatcher");
        open(dispatcher, "ganshui-dispatcher", "/desk/appeals/" + original);
        assertThat(dispatcher.page().locator("#reporters")).containsText("居民提交时自己选择并入");
        sound(dispatcher, "matter");
        dispatcher.open("/desk/appeals/" + number);
        dispatcher.page().locator("#part summary").click();
        sound(dispatcher, "part");
        dispatcher.page().locator("#part button").click();
        assertThat(dispatcher.page().locator(".status").first()).hasText("已受理");
        assertThat(dispatcher.page().locator("#part")).hasCount(0);
        Assertions.assertThat(dispatcher.problems()).isEmpty();
    }

    @Test
    void withoutScriptsHeIsAskedOnceWithTheFormHeSent() {
        earlier("ganshui-shuanglong-02");
        var resident = browser.withoutScripts(api.base(), "joining-plain");
        var page = resident.page();
        resident.open("/submit?locality=ganshui");
        assertThat(page.locator("#told")).isHidden();
        page.fill("#description", WORDS);
        page.locator("[id='location.unit']").selectOption("ganshui-shuanglong-02");
        page.fill("[id='resident.phone']", "13800000000");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#told legend")).containsText("是不是同一件");
        assertThat(page.locator("#description")).hasValue(WORDS);
        assertThat(page.locator("[id='resident.phone']")).hasValue("13800000000");
        resident.screenshot("asked", whole());
        page.locator("#told-choices input").first().check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#joined")).isVisible();

        // Who says that it is another one is not asked again.
        resident.open("/submit?locality=ganshui");
        page.fill("#description", "机井的门锁坏了，浇水要自己带电。");
        page.locator("[id='location.unit']").selectOption("ganshui-shuanglong-02");
        page.locator("main button[type=submit]").click();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(page.locator("#joined")).hasCount(0);
        assertThat(page.locator("#apart")).hasCount(0);
    }

    @Test
    void whoeverTellsOfADangerIsNotAskedFirst() {
        earlier("ganshui-shuanglong-01");
        var resident = browser.withoutScripts(api.base(), "joining-danger");
        var page = resident.page();
        resident.open("/submit?locality=ganshui");
        page.fill("#description", "机井房漏电，有人触电倒在地里了，快来人！");
        page.locator("[id='location.unit']").selectOption("ganshui-shuanglong-01");
        page.locator("#category").selectOption("irrigation");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#receipt a[href='tel:119'], #receipt a[href='tel:120']")
                        .first())
                .isVisible();
        var code = page.url().replaceAll(".*/track/([A-Z0-9]+).*", "$1");
        Assertions.assertThat(
                        api.post("/api/track/" + code + "/withdrawal", "{}").status())
                .isEqualTo(200);
    }

    private static void sound(Visitor visitor, String name) {
        visitor.screenshot(name, whole());
        Assertions.assertThat(visitor.barriers()).as(name).isEmpty();
        Assertions.assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo((Integer) visitor.page().evaluate("window.innerWidth"));
    }

    private static Page.ScreenshotOptions whole() {
        return new Page.ScreenshotOptions().setFullPage(true);
    }
}
