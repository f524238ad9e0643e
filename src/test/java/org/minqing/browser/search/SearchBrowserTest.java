package org.minqing.browser.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Somebody calls and knows neither number nor code: the registrar finds the appeal and gives him another code. */
@MinqingTest
class SearchBrowserTest extends BrowserTalk {

    @Test
    void aCallerIsFoundByWhatHeSaysAndGetsAnotherCode() {
        time.set("2026-10-26T09:00");
        var said = said("ganshui-erju-01", "石阶青苔太滑", "河边石阶长满青苔，老人滑倒过两次。");
        said.putObject("resident").put("name", "石阶居民").put("phone", "0911-555-0501");
        var receipt = receipt(said);
        receipt(said("ganshui-erju-01", "石阶缺角", "石阶缺了一块角，青苔也多。"));

        var registrar = browser.phone(api.base(), "search-phone");
        open(registrar, "ganshui-registrar", "/desk");
        registrar.page().locator("header.site a[href='/desk/search']").click();
        registrar.page().locator("#words").fill("青苔 石阶");
        registrar.page().locator("main form.search button").click();
        assertThat(registrar.page().locator(".list tbody tr")).hasCount(2);
        Assertions.assertThat(registrar.page().url()).endsWith("/desk/search#found");
        sound(registrar, "found");
        registrar.page().locator("#words").fill("没有人说过的话");
        registrar.page().locator("main form.search button").click();
        assertThat(registrar.page().locator("main")).containsText("没有找到符合条件");
        sound(registrar, "nothing");
        registrar.page().locator("#words").fill("");
        registrar.page().locator("#phone").fill("09115550501");
        registrar.page().locator("main form.search button").click();
        assertThat(registrar.page().locator(".problem")).containsText("请说明原因");
        sound(registrar, "refused");
        registrar.page().locator("#purpose").fill("来电问进度");
        registrar.page().locator("main form.search button").click();
        assertThat(registrar.page().locator(".list tbody tr")).hasCount(1);

        registrar.page().locator(".list a.number").click();
        registrar.page().getByText("补发查询码").click();
        sound(registrar, "code-ask");
        registrar.page().locator("#purpose").fill("来电说短信删了，姓名电话已核对");
        registrar.page().locator("main form button").click();
        assertThat(registrar.page().locator(".grouped")).hasText(Pattern.compile("([0-9A-Z]{4} ?){4}"));
        sound(registrar, "code-new");
        var desk = browser.visitor(api.base(), "search-screen");
        open(desk, "ganshui-registrar", "/desk/search");
        desk.page().locator("#words").fill("青苔");
        desk.page().locator("main form.search button").click();
        assertThat(desk.page().locator(".list tbody tr")).hasCount(2);
        sound(desk, "found");
        var old = browser.phone(api.base(), "search-resident");
        old.open("/track/" + receipt.path("trackingCode").asText());
        assertThat(old.page().locator("main")).not().containsText("石阶青苔太滑");
    }

    /** That a search without a reason was refused stands in the console. */
    private static void sound(Visitor visitor, String where) {
        visitor.screenshot(where, new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(visitor.barriers()).as(where).isEmpty();
        Assertions.assertThat(visitor.problems().stream()
                        .filter(p -> !p.contains("400"))
                        .toList())
                .as(where)
                .isEmpty();
        Assertions.assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                .as(where)
                .isLessThanOrEqualTo(visitor.page().viewportSize().width);
    }
}
