package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Whoever opens a task on his telephone has the buttons at his thumb, and the form a flick away. */
@MinqingTest
class TaskInReachBrowserTest extends FieldTalk {

    private static final String SECRETARY = "ganshui-secretary-erju";
    private static final int SCREEN = 844;

    /** What has the focus and lies under the bar; null if nothing of it does. */
    private static final String COVERED = """
            () => {
              const it = document.activeElement;
              const bar = document.querySelector('.act-bar');
              if (bar.contains(it) || !document.querySelector('main').contains(it)) {
                return null;
              }
              const box = it.getBoundingClientRect();
              return box.bottom > bar.getBoundingClientRect().top + 1 && box.height < innerHeight / 2 ? it.outerHTML : null;
            }""";

    @Test
    void theButtonThatSubmitsIsInSightFromTheFirstMomentAndTheFormWithinAScreenAndAHalf() {
        var phone = atTheTask("reach", "三居沟渠淤了一段");
        var page = phone.page();
        phone.screenshot("opened");
        phone.screenshot("whole", whole());
        Assertions.assertThat(bottom(page.locator("#submit"))).isLessThanOrEqualTo(SCREEN);
        Assertions.assertThat(top(page.locator("#do"))).isLessThanOrEqualTo(SCREEN * 1.5);
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);

        page.locator(".act-bar a").tap();
        assertThat(page.locator("#do")).isInViewport();
        phone.screenshot("form");
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        assertThat(page.locator("#submit")).isInViewport();
        phone.screenshot("end");
        page.locator("#submit").tap();
        assertThat(page.locator("#problems")).isVisible();
        phone.screenshot("refused");

        page.setViewportSize(1280, 900);
        phone.screenshot("wide");
        assertThat(page.locator("#submit")).isInViewport();
        Assertions.assertThat(phone.problems()).allMatch(p -> p.contains("400"));
    }

    @Test
    void theBarCoversNothingThatHasTheFocus() {
        var phone = atTheTask("reach-focus", "三居水闸关不严");
        var page = phone.page();
        page.locator("main details").evaluateAll("all => all.forEach(it => { it.open = true; })");
        page.evaluate("scrollTo(0, 0)");
        for (var at = 0; at < 80; at++) {
            page.keyboard().press("Tab");
            Assertions.assertThat(page.evaluate(COVERED)).isNull();
        }
        for (var at = 0; at < 80; at++) {
            page.keyboard().press("Shift+Tab");
            Assertions.assertThat(page.evaluate(COVERED)).isNull();
        }
    }

    /** As when the keyboard is out, or the letters are twice as large. */
    @Test
    void whereTheScreenIsLowTheBarScrollsWithTheRest() {
        var phone = atTheTask("reach-low", "三居水闸漏水");
        phone.page().setViewportSize(390, 400);
        phone.screenshot("low");
        assertThat(phone.page().locator("#submit")).not().isInViewport();
    }

    @Test
    void withoutScriptsTheSameButtonSubmits() {
        var number = handed("三居水渠堵了");
        var plain = browser.withoutScripts(api.base(), "reach-plain");
        plain.page().setViewportSize(390, SCREEN);
        open(plain, SECRETARY, "/desk/tasks/" + task(number));
        var page = plain.page();
        Assertions.assertThat(bottom(page.locator("#submit"))).isLessThanOrEqualTo(SCREEN);
        page.locator("#submit").click();
        assertThat(page.locator("#problems")).isVisible();
        Assertions.assertThat(bottom(page.locator("#submit"))).isLessThanOrEqualTo(SCREEN);
    }

    private Visitor atTheTask(String name, String title) {
        var number = handed(title);
        var phone = browser.phone(api.base(), name);
        open(phone, SECRETARY, "/desk/tasks/" + task(number));
        return phone;
    }

    private String handed(String title) {
        var number = appeal(title, "irrigation", title + "，前天下大雨以后这样的，下面就是菜地，水过不来，几户人家都说过了，请尽快来人看看。");
        responded(number);
        return number;
    }

    private String task(String number) {
        return api.as(SECRETARY).task("handleDirectly", number).path("id").asText();
    }

    private static double top(Locator what) {
        return what.boundingBox().y;
    }

    private static double bottom(Locator what) {
        var box = what.boundingBox();
        return box.y + box.height;
    }
}
