package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** Where there is no network: tasks can be read, a draft is kept, and nobody else finds either on the telephone. */
@MinqingTest
class TasksOfflineBrowserTest extends FieldTalk {

    @Test
    void tasksAreReadAndADraftIsKeptWhereThereIsNoNetwork() {
        var opened = appeal("山坡路灯不亮", "street-lighting", "上山的路灯不亮。");
        var listed = appeal("山坡护栏松动", "other", "护栏松了。");
        var phone = signedIn("phone-offline", GRID);
        var page = phone.page();
        waitUntilKept(page, opened);
        waitUntilKept(page, listed);
        openTask(phone, opened);
        var address = page.url();
        page.getByText("到场查看").tap();
        page.fill("#finding", "灯杆倾斜");
        phone.problems().clear();

        page.context().setOffline(true);
        page.reload();
        assertThat(page.locator("#network")).containsText(Pattern.compile("离线：这是 \\d\\d:\\d\\d 时的内容"));
        assertThat(page.locator("#finding")).hasValue("灯杆倾斜");
        assertThat(page.locator("input[value=onSite][name=contactKind]")).isChecked();
        assertThat(page.locator("#draft")).containsText("草稿已保留");
        phone.screenshot("task", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.getByText("居民本人").tap();
        page.locator("#submit").tap();
        // Whether a browser knows that there is no network differs; if it does not, the worker says so.
        assertThat(page.locator("#network")).containsText(Pattern.compile("离线，没有提交。草稿已保留|没有网络，刚才没有提交成功。写的内容还在"));
        phone.screenshot("unsent");

        // Those he has only seen in the list are there as well.
        page.getByText("返回我的待办").tap();
        assertThat(page.locator("#network")).containsText("离线：这是");
        phone.screenshot("list", whole());
        page.getByText("山坡护栏松动").tap();
        assertThat(page.locator("h1")).hasText("山坡护栏松动");

        page.context().setOffline(false);
        page.navigate(address);
        assertThat(page.locator("#network")).isHidden();
        assertThat(page.locator("#finding")).hasValue("灯杆倾斜");
        assertThat(page.locator("input[value=resident]")).isChecked();
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + opened);
        waitUntilNoDraftIsLeft(page);
        Assertions.assertThat(api.as(GRID).hasTask("respondAppeal", opened)).isFalse();
    }

    @Test
    void signingOutForgetsDraftsAndPages() {
        var number = appeal("桥头积水", "other", "桥头积水。");
        var phone = signedIn("phone-sign-out", GRID);
        var page = phone.page();
        waitUntilKept(page, number);
        openTask(phone, number);
        page.fill("#finding", "水深十厘米");
        Assertions.assertThat(drafts(page)).isEqualTo(1);
        phone.open("/desk");
        page.getByText("退出登录").tap();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?out$"));
        Assertions.assertThat(drafts(page)).isZero();
        Assertions.assertThat(kept(page)).isEmpty();
    }

    @Test
    void whoSignsInAfterSomebodyElseFindsNothingOfHis() {
        var number = appeal("桥尾积水", "other", "桥尾积水。");
        var phone = signedIn("phone-second-person", GRID);
        var page = phone.page();
        waitUntilKept(page, number);
        openTask(phone, number);
        page.fill("#finding", "水深二十厘米");
        // His session ended without his signing out.
        page.context().clearCookies();
        signIn(phone, "ganshui-city-mgmt");
        assertThat(page.locator("h1")).hasText("我的待办");
        until(page, """
                caches.keys().then(all => all.every(name => !name.startsWith('minqing-pages-') || name.endsWith('city-mgmt')))""");
        Assertions.assertThat(drafts(page)).isZero();
        Assertions.assertThat(kept(page)).doesNotContain(number, "桥尾积水");
    }

    @Test
    void nothingIsKeptLongerThanADay() {
        var number = appeal("桥下积水", "other", "桥下积水。");
        var phone = signedIn("phone-next-day", GRID);
        var page = phone.page();
        waitUntilKept(page, number);
        openTask(phone, number);
        page.fill("#finding", "水深三十厘米");
        page.evaluate("""
                () => {
                  const key = Object.keys(localStorage).find(it => it.startsWith('minqing.draft.'));
                  const draft = JSON.parse(localStorage.getItem(key));
                  localStorage.setItem(key, JSON.stringify({...draft, at: draft.at - 25 * 3600 * 1000}));
                }""");
        page.reload();
        assertThat(page.locator("#finding")).hasValue("");
        Assertions.assertThat(drafts(page)).isZero();

        page.evaluate("""
                async () => {
                  const [name] = (await caches.keys()).filter(it => it.startsWith('minqing-pages-'));
                  const cache = await caches.open(name);
                  for (const request of await cache.keys()) {
                    const answer = await cache.match(request);
                    const headers = new Headers(answer.headers);
                    headers.set('Kept-At', Date.now() - 25 * 3600 * 1000);
                    await cache.put(request, new Response(await answer.blob(), {headers}));
                  }
                }""");
        page.context().setOffline(true);
        page.reload();
        assertThat(page.locator("body")).containsText("这一页没有保存在手机上");
        phone.screenshot("nothing-kept");
        page.context().setOffline(false);
    }

    private static void waitUntilKept(Page page, String number) {
        // Once on the list, and on its own page.
        until(page, "(" + KEPT + ")().then(all => all.split('" + number + "').length > 2)");
    }
}
