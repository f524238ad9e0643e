package org.minqing.browser.merging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Two neighbours tell of one thing: how a dispatcher finds it out, and what both read of it since. */
@MinqingTest
class MergingBrowserTest extends BrowserTalk {

    private JsonNode first;
    private JsonNode second;

    @AfterEach
    void nothingStaysOpen() {
        api.post("/api/track/" + second.path("trackingCode").asText() + "/withdrawal", "{}");
        api.post("/api/track/" + first.path("trackingCode").asText() + "/withdrawal", "{}");
    }

    @Test
    void oneTapAndAConfirmationWithBothSideBySideMergesThem() {
        time.set("2026-08-17T09:00");
        first = receipt(said("ganshui-erju-01", "楼道里堆了旧家具", "三单元一楼楼道堆了旧沙发和柜子，轮椅过不去。"));
        time.pass("PT3H");
        second = receipt(said("ganshui-erju-01", "单元门口被杂物堵住", "一楼过道堵了好几天，半夜回家差点绊倒。"));
        var number = second.path("number").asText();

        var phone = browser.phone(api.base(), "merging-phone");
        open(phone, "ganshui-dispatcher", "/desk/appeals/" + number + "#merge");
        assertThat(phone.page().locator("#merge .tasks li").first()).containsText("同一网格、同类别、相差3小时");
        sound(phone, "card");
        phone.page()
                .locator("#merge a.button[href$='" + first.path("number").asText() + "']")
                .click();
        assertThat(phone.page().locator(".words")).hasCount(2);
        sound(phone, "compare");

        var mistaken = browser.visitor(api.base(), "merging-mistaken");
        open(mistaken, "ganshui-dispatcher", "/desk/appeals/" + number + "/merge?original=GS-20990101-0001");
        assertThat(mistaken.page().locator(".problem")).containsText("没有这个编号的诉求");
        mistaken.screenshot("unknown", new Page.ScreenshotOptions().setFullPage(true));
        var desk = browser.visitor(api.base(), "merging-desk");
        open(
                desk,
                "ganshui-dispatcher",
                "/desk/appeals/" + number + "/merge?original="
                        + first.path("number").asText());
        sound(desk, "compare");
        desk.page().locator("main button.danger").click();
        assertThat(desk.page().locator("#reporters li")).hasCount(2);
        sound(desk, "original");
        followed();
    }

    private void followed() {
        var original = first.path("number").asText();
        responded("ganshui-grid-01", original);
        completed("ganshui-secretary-erju", "handleDirectly", original, """
                {"action":"progress","result":"已通知物主三日内搬走"}""");
        var worker = browser.phone(api.base(), "merging-task");
        var task = api.as("ganshui-secretary-erju")
                .task("handleDirectly", original)
                .path("id")
                .asText();
        open(worker, "ganshui-secretary-erju", "/desk/tasks/" + task);
        assertThat(worker.page().getByText("每位反映人都看得到")).isVisible();
        sound(worker, "task");
        completed("ganshui-secretary-erju", "handleDirectly", original, """
                {"action":"done","result":"旧家具已经搬走，过道畅通","outcome":"solved","evidenceKind":"document","evidence":"现场照片两张"}""");

        var resident = browser.phone(api.base(), "merging-resident");
        resident.open("/track/" + second.path("trackingCode").asText());
        assertThat(resident.page().locator("#matter")).containsText("旧家具已经搬走");
        sound(resident, "merged");
        resident.page().getByText("去评价").click();
        sound(resident, "rate");
        resident.open("/track/" + first.path("trackingCode").asText());
        assertThat(resident.page().locator("#matter")).containsText("共有 2 人反映");
        sound(resident, "own");

        var caller = browser.visitor(api.base(), "merging-caller");
        open(caller, "ganshui-caller", "/desk/appeals/" + second.path("number").asText());
        caller.page().getByText("登记这位反映人的评价").click();
        sound(caller, "rating");
        caller.page().locator("input[name=grade][value='2']").check();
        caller.page().locator("input[name=resolved][value=no]").check();
        caller.page().locator("input[name=contacted][value=yes]").check();
        caller.page().locator("textarea").fill("又有人堆上了");
        caller.page().locator("main button[type=submit]").click();
        assertThat(caller.page().locator("#reporters")).containsText("共有 2 人反映同一事项");
        sound(caller, "afterwards");
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
