package org.minqing.browser.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.saved.SavedSearches;
import org.minqing.sla.Alarm;
import org.minqing.sla.Alarms;
import org.minqing.sla.TimerLog;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Notes, alarms and lists that one keeps, on a telephone and on a screen. */
@MinqingTest
class KeptBrowserTest extends BrowserTalk {

    @Autowired
    private Alarms alarms;

    @Autowired
    private SavedSearches saved;

    @Test
    void aNoteIsWrittenShownAndWithdrawn() {
        var number = receipt(said("ganshui-erju-01", "石桥护栏松了", "石桥的护栏松了两根，孩子常在上面玩。"))
                .path("number")
                .asText();
        for (var visitor : new Visitor[] {
            browser.phone(api.base(), "kept-note-phone"), browser.visitor(api.base(), "kept-note-screen")
        }) {
            open(visitor, "ganshui-dispatcher", "/desk/appeals/" + number);
            visitor.page().locator("#notes a").click();
            sound(visitor, "note-form");
            visitor.page().locator("#note").fill("城管说明天上午带材料来，请村里先围起来。");
            visitor.page().locator("#mention").selectOption(new SelectOption().setIndex(2));
            visitor.page().locator("main form button.wide").click();
            assertThat(visitor.page().locator("#notes")).containsText("请村里先围起来");
            visitor.page().locator("#notes").scrollIntoViewIfNeeded();
            sound(visitor, "note-card");
            visitor.page().locator("#notes summary").last().click();
            visitor.page().locator("#notes form button").last().click();
            assertThat(visitor.page().locator("#notes")).containsText("本人已撤回");
            sound(visitor, "note-withdrawn");
        }
    }

    @Test
    void anAlarmIsTaken() {
        var number = receipt(said("ganshui-erju-01", "水渠堵了", "水渠被树枝堵了，水漫到路上。"))
                .path("number")
                .asText();
        for (var visitor : new Visitor[] {
            browser.phone(api.base(), "kept-alarm-phone"), browser.visitor(api.base(), "kept-alarm-screen")
        }) {
            alarms.raise(new Alarm(
                    number,
                    TimerLog.Timer.LIMIT,
                    Alarm.Kind.MOVED,
                    "ganshui-supervisor",
                    time.instant(),
                    time.instant().plusSeconds(visitor.page().viewportSize().width),
                    time.instant()));
            open(visitor, "ganshui-auditor", "/desk/ledger");
            sound(visitor, "alarm-ledger");
            visitor.page().locator("a[href='/desk/ledger/alarms']").click();
            visitor.page().locator("main details summary").first().click();
            sound(visitor, "alarm-form");
            visitor.page().locator("main details textarea").first().fill("系统升级时误改，已请管理员恢复。");
            visitor.page().locator("main details button").first().click();
            assertThat(visitor.page().locator("main")).containsText("系统升级时误改");
            sound(visitor, "alarm-taken");
        }
    }

    @Test
    void aListIsChosenKeptAndTakenAway() {
        for (int i = 1; i <= 3; i++) {
            receipt(said("ganshui-erju-01", "涵洞积水第" + i + "处", "涵洞下面积水，下雨就过不去。"));
        }
        for (var visitor : new Visitor[] {
            browser.phone(api.base(), "kept-list-phone"), browser.visitor(api.base(), "kept-list-screen")
        }) {
            open(visitor, "ganshui-dispatcher", "/desk/search");
            visitor.page().locator("#words").fill("涵洞积水");
            visitor.page().locator("main form.search summary").click();
            visitor.page().locator("input[value='handlingUnit']").check();
            visitor.page().locator("#order").selectOption("oldest");
            visitor.page().locator("main form.search button").click();
            assertThat(visitor.page().locator(".list tbody tr")).hasCount(3);
            sound(visitor, "list-found");
            visitor.page().locator("#savedName").fill("涵洞" + visitor.page().viewportSize().width);
            visitor.page().locator("form[action='/desk/search/saved'] button").click();
            assertThat(visitor.page().locator("#saved")).containsText("涵洞");
            sound(visitor, "list-saved");
            visitor.page().locator("#saved a").first().click();
            assertThat(visitor.page().locator(".list tbody tr")).hasCount(3);
            Assertions.assertThat(visitor.page().url()).doesNotContain("words");
            var file = visitor.page()
                    .waitForDownload(
                            () -> visitor.page().locator("[formaction$='csv']").click());
            Assertions.assertThat(file.suggestedFilename()).endsWith(".csv");
        }
        saved.of("ganshui-dispatcher").forEach(search -> saved.delete("ganshui-dispatcher", search.id()));
    }

    private static void sound(Visitor visitor, String where) {
        visitor.screenshot(where, new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(visitor.barriers()).as(where).isEmpty();
        Assertions.assertThat(visitor.problems()).as(where).isEmpty();
        Assertions.assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                .as(where)
                .isLessThanOrEqualTo(visitor.page().viewportSize().width);
    }
}
