package org.minqing.notice.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.TasklistTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Whoever works in Tasklist hears of danger there, and knows when he hears nothing any more. */
@MinqingTest
class TasklistLiveBrowserTest extends TasklistTalk {

    private static final String PERSON = "ganshui-grid-01";

    @Autowired
    private LivePages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("tellers")
    private Object tellers;

    /** A danger that nobody ends would stand before the work of every other test. */
    @AfterEach
    void nobodyIsInDangerAnyMore() {
        jdbc.sql("select tracking_code from appeal where closed_at is null and danger_posts <> ''")
                .query(String.class)
                .list()
                .forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    private String fire() {
        var body = said("ganshui-erju-01", "楼道里起火冒烟", "三楼楼道冒烟，有人困在里面。");
        body.putObject("facts").put("danger", "fire");
        var number = submitted(body);
        ReflectionTestUtils.invokeMethod(tellers, "tick");
        pages.tell();
        return number;
    }

    private Visitor at(int width, String name) {
        jdbc.sql("update notice_fact set told_at = at where told_at is null").update();
        jdbc.sql("update notice set state = 'unneeded' where state = 'waiting' and channel = 'desk'")
                .update();
        var worker = visitor(name);
        worker.page().setViewportSize(width, width == 390 ? 844 : 900);
        open(worker, PERSON, TASKLIST);
        worker.page().waitForFunction("() => document.querySelector('.live')?.dataset.listens === 'true'");
        return worker;
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aDangerThatIsFiledMeanwhileStandsInTheListAndInTheTitleAndRings(int width) {
        emptyHands(PERSON);
        var worker = at(width, "tasklist-live-" + width);
        var page = worker.page();
        assertThat(page.locator(".task-filter.active")).isVisible();
        page.locator("[cam-widget-header]").click(new Locator.ClickOptions().setForce(true));
        var number = fire();
        var box = page.locator(".live .box", new Page.LocatorOptions().setHasText(number))
                .first();
        assertThat(box).containsText("有危险");
        assertThat(page.locator(".tasks-list .minqing-card", new Page.LocatorOptions().setHasText(number)))
                .hasCount(1);
        Assertions.assertThat(page.title()).matches("⚠ \\(\\d+\\) 民情 · 待办");
        assertThat(page.locator(".live")).hasAttribute("data-rang", "true");
        worker.screenshot("danger");
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        box.locator("a").click();
        assertThat(page.locator(".appeal-head")).containsText(number);
        Assertions.assertThat(page.url()).contains(TASKLIST + "#/?task=");
        assertThat(box).hasCount(0);
        assertThat(page.locator(".minqing-claim")).isInViewport();
        worker.screenshot("opened");
        // The others are seen too, and the title says nothing any more.
        while (page.locator(".live .box button").count() > 0) {
            page.locator(".live .box button").first().click();
        }
        Assertions.assertThat(page.title()).isEqualTo("民情 · 待办");
        Assertions.assertThat(worker.problems()).isEmpty();
    }

    @Test
    void whatSomebodyTypesStaysWhileTheListIsRenewed() {
        emptyHands(PERSON);
        submitted(body("ganshui-erju-01", "楼下的灯不亮", "楼下的灯不亮，请来看看。"));
        var worker = at(1280, "tasklist-live-typing");
        var page = worker.page();
        page.locator(".minqing-claim").click();
        page.locator(".fjs-form-field textarea").first().fill("正在写的话");
        var number = fire();
        assertThat(page.locator(".tasks-list .minqing-card", new Page.LocatorOptions().setHasText(number)))
                .hasCount(1);
        assertThat(page.locator(".fjs-form-field textarea").first()).hasValue("正在写的话");
    }

    @Test
    void whereTheNetworkIsGoneAndWhereTheSessionEndedABarSaysSo() {
        var worker = at(1280, "tasklist-live-cut");
        var page = worker.page();
        page.route("**/desk/events", route -> route.abort());
        pages.stop();
        try {
            assertThat(page.locator(".live-cut")).containsText("实时提醒已断开");
            assertThat(page.locator(".live-cut")).isInViewport();
            worker.screenshot("cut");
        } finally {
            pages.start();
            page.unroute("**/desk/events");
        }
        var other = browser.visitor(api.base(), "tasklist-live-ended");
        other.open(TASKLIST);
        other.signIn("ganshui-grid-03", api.password("ganshui-grid-03"));
        other.page().waitForFunction("() => document.querySelector('.live')?.dataset.listens === 'true'");
        jdbc.sql("delete from staff_session where principal_name = 'ganshui-grid-03'")
                .update();
        pages.beat();
        // Tasklist asks each few seconds as well, and leads there where one signs in.
        assertThat(other.page().locator(".live-cut, main [role=status]").first())
                .containsText(Pattern.compile("登录已结束|已自动退出"));
        other.screenshot("ended");
    }
}
