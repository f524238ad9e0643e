package org.minqing.browser.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Hand;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** A clerk with the caller on the line. */
@MinqingTest
class RegisterBrowserTest extends FieldTalk {

    private static final String REGISTRAR = "ganshui-registrar";

    private final Hand hand = new Hand();

    @Test
    void aClerkHasNumberAndCodeWithinAMinuteAndAHalf() {
        var clerk = browser.visitor(api.base(), "register");
        open(clerk, REGISTRAR, "/desk");
        var page = clerk.page();
        page.setViewportSize(1280, 900);
        hand.tap(page.getByText("登记诉求").first());
        assertThat(page.locator("#description")).isFocused();
        clerk.screenshot("empty");
        Assertions.assertThat(clerk.barriers()).isEmpty();
        write(page.locator("#description"), "厨房一股煤气味，好像在漏气，家里有老人");
        assertThat(page.locator("#hint-calls a")).hasText("有人身危险请立即拨打119（燃气泄漏）");
        assertThat(page.locator("#category")).hasValue("gas");
        assertThat(page.locator("#category-suggested")).containsText("选的，不对请改");
        write(page.locator("[id='resident.phone']"), "13800000000");
        write(page.locator("[id='resident.name']"), "刘先生");
        choose(page.locator("[id='location.unit']"), "ganshui-erju-01");
        write(page.locator("[id='location.address']"), "12 号楼 302");
        clerk.screenshot("filled");
        Assertions.assertThat(clerk.barriers()).isEmpty();
        page.keyboard().press("Control+Enter");
        hand.tap(page.locator("#slip-title"));
        assertThat(page).hasURL(Pattern.compile(".*/desk/register/GS-\\d{8}-\\d{4}$"));
        assertThat(page.locator(".aloud.code")).hasText(Pattern.compile("([0-9A-Z]{4} ){3}[0-9A-Z]{4}"));
        assertThat(page.locator(".dial")).containsText("119");
        clerk.screenshot("slip", whole());
        Assertions.assertThat(clerk.barriers()).isEmpty();
        hand.told("clerk registers", 90);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(397, 559);
        clerk.screenshot("printed");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(1280, 900);
        page.locator("#next").click();
        assertThat(page.locator("#description")).isFocused();
        assertThat(page.locator("#description")).hasValue("");
        assertThat(page.locator("#channel")).hasValue("phone");
        Assertions.assertThat(clerk.problems()).isEmpty();
    }

    @Test
    void whatAClerkChoseHimselfTheWordsDoNotChange() {
        var clerk = browser.visitor(api.base(), "register-own");
        open(clerk, REGISTRAR, "/desk/register");
        var page = clerk.page();
        page.locator("#category").selectOption("other");
        page.fill("#description", "厨房漏气了");
        assertThat(page.locator("#hint-calls")).isVisible();
        assertThat(page.locator("#category")).hasValue("other");
    }

    @Test
    void aClerkSeesWhoToldOfTheSameBeforeAndAddsThePageOfTheBook() {
        var earlier = submitted(
                said("ganshui-erju-02", "文化广场路灯不亮", "文化广场东侧三盏路灯不亮，晚上看不见路。").put("category", "street-lighting"));
        var clerk = browser.visitor(api.base(), "register-similar");
        open(clerk, REGISTRAR, "/desk/register");
        var page = clerk.page();
        page.setViewportSize(1280, 900);
        page.fill("#description", "文化广场那边路灯不亮好几天了，摔了人怎么办");
        page.locator("#category").selectOption("street-lighting");
        page.locator("[id='location.unit']").selectOption("ganshui-erju-02");
        assertThat(page.locator("#similar")).containsText(earlier);
        assertThat(page.locator("#similar")).containsText("说法相近");
        page.setInputFiles(
                "#photos", new FilePayload("record-book.jpg", "image/jpeg", Sample.jpegWithPlace(900, 600, 1)));
        assertThat(page.locator("#photos-chosen")).containsText("已上传");
        clerk.screenshot("found", whole());
        Assertions.assertThat(clerk.barriers()).isEmpty();
        page.locator("#submit").click();
        assertThat(page.locator("#slip-title")).isVisible();
        var number = page.url().replaceFirst(".*/", "");
        clerk.open("/desk/appeals/" + number);
        assertThat(page.locator(".attachments .gallery img")).hasCount(1);
        Assertions.assertThat(clerk.problems()).isEmpty();
    }

    @Test
    void onATelephoneNothingIsTooWideOrTooSmall() {
        var phone = browser.phone(api.base(), "register-phone");
        open(phone, REGISTRAR, "/desk/register");
        look(phone, "empty");
        phone.page().fill("#description", "唉");
        phone.page().locator("#submit").click();
        assertThat(phone.page().locator("#problems")).containsText("至少 2 个字");
        assertThat(phone.page().locator("#description")).isFocused();
        look(phone, "refused");
    }

    private static void look(Visitor phone, String name) {
        phone.screenshot(name, whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(phone.page())).isLessThanOrEqualTo(390);
    }

    /** As somebody types who goes from field to field with the tabulator. */
    private void write(Locator field, String text) {
        field.focus();
        field.pressSequentially(text);
        hand.typed(text.length() + 1);
        hand.answer(field);
    }

    private void choose(Locator list, String value) {
        hand.answer(list);
        list.selectOption(value);
    }
}
