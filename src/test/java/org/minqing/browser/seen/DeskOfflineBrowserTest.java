package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;

/** Where there is no network the desk itself is there, and where a page is not, the way to what is. */
@MinqingTest
class DeskOfflineBrowserTest extends FieldTalk {

    @Test
    void theDeskIsReadOfflineWithFromWhenItIsAndItsTasksOpen() {
        var number = appeal("岔路口镜子碎了", "other", "镜子碎了，看不见来车。");
        var phone = browser.phone(api.base(), "desk-offline");
        var page = phone.page();
        phone.open("/desk");
        phone.signIn(GRID, api.password(GRID));
        waitUntilKept(page, number);
        page.context().setOffline(true);
        phone.open("/desk");
        assertThat(page.locator("#network")).containsText(Pattern.compile("离线：这是 \\d\\d:\\d\\d 时的内容"));
        assertThat(page.locator(".tasks")).containsText(number);
        phone.screenshot("desk", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        page.locator(".tasks li")
                .filter(new Locator.FilterOptions().setHasText(number))
                .locator(".in-hand")
                .tap();
        assertThat(page.locator("h1")).hasText("岔路口镜子碎了");
    }

    @Test
    void aPageThatIsNotKeptNamesThoseThatAre() {
        var number = appeal("岔路口路灯碎了", "other", "路灯碎了一个。");
        var phone = browser.phone(api.base(), "desk-offline-other");
        var page = phone.page();
        phone.open("/desk");
        phone.signIn(GRID, api.password(GRID));
        waitUntilKept(page, number);
        page.context().setOffline(true);
        phone.open("/desk/search");
        assertThat(page.locator("h1")).hasText("离线");
        phone.screenshot("nothing");
        Assertions.assertThat(phone.barriers()).isEmpty();
        assertThat(page.locator("main a")).containsText(new Pattern[] {
            Pattern.compile("工作台（\\d\\d:\\d\\d 保存）"),
            Pattern.compile("我的待办（\\d\\d:\\d\\d 保存）"),
            Pattern.compile("随手登记（\\d\\d:\\d\\d 保存）")
        });
        page.locator("main a").first().tap();
        assertThat(page.locator("#network")).containsText("离线：这是");
    }

    @Test
    void theDeskOfWhoReadsCodesOfResidentsIsKeptNowhere() {
        var phone = browser.phone(api.base(), "desk-offline-registrar");
        var page = phone.page();
        phone.open("/desk");
        phone.signIn("ganshui-registrar", api.password("ganshui-registrar"));
        until(page, "navigator.serviceWorker.ready.then(it => it.active.state === 'activated')");
        phone.open("/desk/tasks");
        until(page, "(" + KEPT + ")().then(all => all.includes('/desk/tasks'))");
        phone.open("/desk");
        Assertions.assertThat(kept(page)).doesNotContainPattern("(?m)/desk$");
    }

    private void waitUntilKept(Page page, String number) {
        var task = api.as(GRID).task("respondAppeal", number).path("id").asText();
        until(
                page,
                "(" + KEPT + ")().then(all => all.includes('/desk/tasks/" + task + "\\n') && /\\/desk$/m.test(all)"
                        + " && /\\/desk\\/report$/m.test(all))");
    }
}
