package org.minqing.notice.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.database.TimeColumn;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has his page open hears and sees what is new without touching it, and knows when it hears nothing any more. */
@MinqingTest
class LiveBrowserTest extends BrowserTalk {

    private static final String PERSON = "ganshui-grid-03";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LivePages pages;

    @BeforeEach
    void now() {
        time.set(Instant.now());
    }

    private void told(String number, boolean grave) {
        var now = TimeColumn.of(time.instant());
        var fact = jdbc.sql("""
                        insert into notice_fact (code, locality, appeal, at, told_at)
                        values ('urged', 'ganshui', ?, ?, ?) returning id""").params(number, now, now).query(Long.class).single();
        jdbc.sql("""
                        insert into notice (fact, receiver, channel, locality, grave, unless_taken, due_at)
                        values (?, ?, 'desk', 'ganshui', ?, false, ?)""").params(fact, PERSON, grave, now).update();
        pages.tell();
    }

    private String told() {
        return submitted(said("ganshui-shuanglong-01", "楼道堆物待清", "楼道堆了杂物。"));
    }

    private Visitor at(int width, int height) {
        return width < 800 ? browser.phone(api.base(), "live-phone") : browser.visitor(api.base(), "live-table");
    }

    private static void untilItListens(Page page) {
        page.waitForFunction("() => document.querySelector('.live')?.dataset.listens === 'true'");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void aDangerIsSeenAndHeardAndTheListIsNewWithoutLoadingThePage(int width) {
        var visitor = at(width, 844);
        var page = visitor.page();
        open(visitor, PERSON, "/desk/tasks");
        untilItListens(page);
        page.locator("h1").click();
        var number = told();
        told(number, true);
        var box = page.locator(".live .box", new Page.LocatorOptions().setHasText(number));
        assertThat(box).containsText("督办催办");
        assertThat(page.locator("ul.todo")).containsText(number);
        Assertions.assertThat(page.title()).startsWith("⚠ (");
        assertThat(page.locator(".live")).hasAttribute("data-rang", "true");
        visitor.screenshot("danger");
        Assertions.assertThat(visitor.barriers()).isEmpty();
        box.locator("button").click();
        assertThat(box).hasCount(0);
        visitor.open("/desk/notices");
        assertThat(page.locator("ul[data-live=notices]")).containsText(number);
        visitor.screenshot("list");
        Assertions.assertThat(visitor.barriers()).isEmpty();
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    @Test
    void whatEndedWithTheSessionIsSaid() {
        var visitor = browser.visitor(api.base(), "live-ended");
        var page = visitor.page();
        visitor.open("/desk/tasks");
        visitor.signIn(PERSON, api.password(PERSON));
        untilItListens(page);
        jdbc.sql("delete from staff_session where principal_name = ?")
                .param(PERSON)
                .update();
        pages.beat();
        assertThat(page.locator(".live-cut")).containsText("登录已结束");
        visitor.screenshot("ended");
    }

    @Test
    void whereTheNetworkIsGoneThePageSaysThatItHearsNothing() {
        var visitor = browser.visitor(api.base(), "live-cut");
        var page = visitor.page();
        open(visitor, PERSON, "/desk");
        untilItListens(page);
        page.route("**/desk/events", route -> route.abort());
        pages.stop();
        try {
            assertThat(page.locator(".live-cut")).containsText("实时提醒已断开");
        } finally {
            pages.start();
        }
    }

    @Test
    void theAdministratorReadsInRedThatNobodyIsToldOutside() {
        var visitor = browser.visitor(api.base(), "live-admin");
        open(visitor, "admin", "/desk");
        assertThat(visitor.page().locator(".box.wrong[role=alert]")).containsText("没有任何对外的通知渠道");
        visitor.screenshot("desk");
        visitor.open("/admin/notices");
        assertThat(visitor.page().locator(".box.wrong[role=alert]")).containsText("senders.yml");
        visitor.screenshot("notices");
        Assertions.assertThat(visitor.barriers()).isEmpty();
    }
}
