package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** A working day in Tasklist, under our sign-in. */
@MinqingTest
class TasklistBrowserTest extends TasklistTalk {

    @Test
    void aGridWorkerAnswersWithSixTapsAndThreeFields() {
        emptyHands("ganshui-grid-01");
        var number = streetLight("文化广场路灯不亮", "文化广场东侧三盏路灯不亮，晚上怕有人摔倒。");
        var worker = visitor("grid-worker");
        var hand = new Hand();
        worker.open(TASKLIST);
        worker.screenshot("sign-in");
        var page = worker.page();
        page.fill("#username", "ganshui-grid-01");
        page.fill("#password", api.password("ganshui-grid-01"));
        hand.tap(page.locator("main button[type=submit]"));
        assertThat(page).hasURL(Pattern.compile(".*" + TASKLIST + ".*"));
        assertThat(page).hasTitle("民情 · 待办");
        assertThat(page.locator(".task-filter.active")).containsText("待我响应");
        assertThat(count(worker, "待我响应")).hasText("1");
        var card = page.locator(".minqing-card");
        assertThat(card).hasCount(1);
        for (var text : List.of(number, "文化广场路灯不亮", "二居社区第一网格", "还剩 ", "未认领")) {
            assertThat(card).containsText(text);
        }
        assertThat(page.locator(".appeal-head")).containsText(number);
        for (var closed : List.of(".create-task-action", ".task-actions", ".followup-date", ".ce-eol-banner")) {
            assertThat(page.locator(closed + ":visible")).hasCount(0);
        }
        worker.screenshot("opened");
        hand.tap(page.locator(".minqing-claim"));
        assertThat(card).containsText("我已认领");
        hand.answer(page.getByText("到场查看"));
        hand.answer(page.getByText("居民本人"));
        hand.answer(page.locator(".minqing-text").first());
        assertThat(page.locator("textarea").first()).hasValue(Pattern.compile("已到现场查看.*"));
        worker.screenshot("filled");
        hand.tap(page.locator(".form-actions .btn-primary"));
        assertThat(page.locator(".minqing-told-next")).containsText("都办完了");
        assertThat(count(worker, "待我响应")).hasText("0");
        worker.screenshot("completed");
        System.out.printf("首次响应：%d 次点按，%d 个填写项%n", hand.taps(), hand.fields());
        Assertions.assertThat(hand.taps()).isLessThanOrEqualTo(6);
        Assertions.assertThat(hand.fields()).isLessThanOrEqualTo(3);
        Assertions.assertThat(api.as("ganshui-grid-01").hasTask("respondAppeal", number))
                .isFalse();
        Assertions.assertThat(
                        page.evaluate("() => Object.keys(localStorage).filter(k => k.startsWith('camunda-form'))"))
                .isEqualTo(List.of());
        Assertions.assertThat(worker.problems()).isEmpty();
        signOut(worker);
    }

    @Test
    void afterATaskTheNextOneOpensByItself() {
        emptyHands("ganshui-grid-01");
        streetLight("第一件", "先到期的。");
        // Not further: the next test begins with the time of day, and nothing may be written down before what is.
        time.set(time.instant().plusMillis(5));
        var second = streetLight("第二件", "后到期的。");
        var worker = visitor("next");
        open(worker, "ganshui-grid-01", TASKLIST);
        var page = worker.page();
        assertThat(page.locator(".appeal-title")).hasText("第一件");
        respond(worker);
        assertThat(page.locator(".minqing-told-next")).containsText("下一件");
        assertThat(page.locator(".appeal-head")).containsText(second);
        worker.screenshot("next");
        Assertions.assertThat(worker.problems()).isEmpty();
    }

    @Test
    void readingTakesNothingAndTheLinkOfTheDeskDoes() {
        emptyHands("ganshui-grid-01");
        var number = streetLight("看一看", "先看看再说。");
        var worker = visitor("reading");
        open(worker, "ganshui-grid-01", "/desk");
        worker.open(TASKLIST);
        var page = worker.page();
        assertThat(page.locator(".appeal-head")).containsText(number);
        Assertions.assertThat(task(number).path("mine").asBoolean()).isFalse();
        worker.open("/desk");
        page.locator("a[href*='work=1']").first().click();
        assertThat(page.locator(".minqing-card")).containsText("我已认领");
        Assertions.assertThat(task(number).path("mine").asBoolean()).isTrue();
        assertThat(page).not().hasURL(Pattern.compile(".*work=1.*"));
    }

    @Test
    void aBrowserInAnotherZoneShowsTheTimesOfShanghai() {
        emptyHands("ganshui-grid-01");
        var number = streetLight("时区", "别处的电脑。");
        var due = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("dueAt")
                .asText();
        var worker = browser.elsewhere("America/New_York", api.base(), "zone");
        open(worker, "ganshui-grid-01", TASKLIST);
        assertThat(worker.page().locator(".minqing-card")).containsText(due.substring(11, 16));
        Assertions.assertThat(worker.page()
                        .evaluate("() => angular.element(document.documentElement).injector()"
                                + ".get('$filter')('camDate')('2026-11-21T19:00:00.000+0800')"))
                .isEqualTo("2026-11-21 19:00");
    }

    @Test
    void whatTheServerRefusesIsSaidInChinese() {
        emptyHands("ganshui-secretary-erju");
        var number = streetLight("两人同时", "两人同时认领。");
        var worker = visitor("refused");
        open(worker, "ganshui-secretary-erju", TASKLIST);
        var page = worker.page();
        assertThat(page.locator(".minqing-card").first()).isVisible();
        var task = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("id")
                .asText();
        worker.open(TASKLIST + "#/?task=" + task);
        assertThat(page.locator(".appeal-head")).containsText(number);
        Assertions.assertThat(api.as("ganshui-grid-01")
                        .post("/api/tasks/" + task + "/claim", "{}")
                        .status())
                .isEqualTo(200);
        page.locator(".minqing-claim").click();
        assertThat(page.locator(".minqing-told-problem")).containsText("已由他人认领");
        assertThat(page.locator(".minqing-held")).containsText("王网格");
        worker.screenshot("held");
    }

    @Test
    void theContactIsShownOnceForAPurpose() {
        emptyHands("ganshui-grid-01");
        var body = body("ganshui-erju-01", "要联系", "请联系我。");
        body.putObject("resident").put("name", "<img src=x onerror=alert(4)>张").put("phone", "0911-555-0177");
        submitted(body);
        var worker = visitor("contact");
        open(worker, "ganshui-grid-01", TASKLIST);
        var page = worker.page();
        page.locator(".minqing-contact").click();
        assertThat(page.locator(".minqing-dialog")).containsText("每次查看都会记录");
        worker.screenshot("purpose");
        page.locator(".minqing-dialog .btn-primary").click();
        assertThat(page.locator(".minqing-dialog .minqing-told-problem")).containsText("请说明查看原因");
        page.locator(".minqing-choice").first().click();
        page.locator(".minqing-dialog .btn-primary").click();
        assertThat(page.locator(".minqing-found")).containsText("0911-555-0177");
        assertThat(page.locator(".minqing-found")).containsText("<img src=x onerror=alert(4)>张");
        worker.screenshot("shown");
        page.locator(".minqing-dialog .btn-default").click();
        assertThat(page.getByText("0911-555-0177")).hasCount(0);
        Assertions.assertThat(worker.dialogs()).isEmpty();
    }

    @Test
    void aFormSaysInChineseWhatIsMissing() {
        emptyHands("ganshui-grid-01");
        streetLight("看提示", "看表单的提示。");
        var worker = visitor("words");
        open(worker, "ganshui-grid-01", TASKLIST);
        var page = worker.page();
        page.locator(".minqing-claim").click();
        page.getByText("到场查看").click();
        page.locator("textarea").first().fill("好");
        assertThat(page.locator(".fjs-form-field-error").first()).containsText("至少 2 个字");
        worker.screenshot("short");
        page.locator("textarea").first().fill("");
        assertThat(page.locator(".fjs-form-field-error").first()).containsText("必填");
        assertThat(page.locator(".fjs-form")).not().containsText("Field ");
    }

    @Test
    void whatAResidentWroteIsShownAsItWasWritten() {
        emptyHands("ganshui-grid-01");
        for (var text : Hostile.TEXTS) {
            var body = body("ganshui-erju-01", text, Hostile.together());
            body.withObject("/location").put("address", text);
            submitted(body);
        }
        var worker = visitor("written-by-a-stranger");
        open(worker, "ganshui-grid-01", TASKLIST);
        var page = worker.page();
        assertThat(page.locator(".minqing-title")).hasCount(Hostile.TEXTS.size());
        for (var text : Hostile.TEXTS) {
            var card = page.locator(".minqing-card", new Page.LocatorOptions().setHasText(text))
                    .first();
            assertThat(card.locator(".minqing-place")).containsText(text);
            card.click();
            assertThat(page.locator(".appeal-title")).hasText(text);
            Assertions.assertThat(page.locator(".appeal-words").textContent().strip())
                    .isEqualTo(Hostile.together());
        }
        assertThat(
                        page.locator(
                                ".appeal-card img, .appeal-card script, .appeal-card iframe, .appeal-words b, .minqing-card img, .minqing-card svg"))
                .hasCount(0);
        worker.screenshot("task");
        Assertions.assertThat(worker.dialogs()).isEmpty();
        Assertions.assertThat(worker.problems()).isEmpty();
        emptyHands("ganshui-grid-01");
    }

    @Test
    void whoWorksElsewhereSeesNothingOfIt() {
        var number = streetLight("广场路灯不亮", "广场的灯不亮。");
        for (var user : new String[] {"ganshui-grid-02", "matou-grid-01"}) {
            Assertions.assertThat(api.as(user).hasTask("respondAppeal", number)).isFalse();
        }
        var stranger = visitor("elsewhere");
        open(stranger, "matou-grid-01", TASKLIST);
        assertThat(count(stranger, "待我响应")).hasText("0");
        assertThat(stranger.page().locator("ol.tasks-list > li")).hasCount(0);
        stranger.screenshot("nothing");
        Assertions.assertThat(stranger.problems()).isEmpty();
    }

    private void respond(Visitor worker) {
        var page = worker.page();
        page.locator(".minqing-claim").click();
        // It waits for the response now, and no longer for somebody to take it: others may be due before it.
        assertThat(page.locator(".minqing-card").filter(new Locator.FilterOptions().setHasText("我已认领")))
                .hasCount(1);
        page.getByText("到场查看").click();
        page.getByText("居民本人").click();
        page.locator(".minqing-text").first().click();
        page.locator(".form-actions .btn-primary").click();
    }

    private com.fasterxml.jackson.databind.JsonNode task(String number) {
        return api.as("ganshui-grid-01").task("respondAppeal", number);
    }

    private void signOut(Visitor visitor) {
        var page = visitor.page();
        page.locator("[cam-widget-header] .account > a").click();
        page.locator("[cam-widget-header] .logout a").click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        visitor.screenshot("signed-out");
        visitor.open(TASKLIST);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    }
}
