package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** A summary beside the words of the resident, where it is written and where people work by it. */
@MinqingTest
class SummaryBrowserTest extends TasklistTalk {

    private static final String ORIGINAL =
            "我在这里住了三十年了，楼下的路灯上个月就坏了，打了好几次电话，" + "都说来修，到现在也没人来。晚上黑得很，前天王大妈买菜回来就摔了一跤，请你们快点来修。";
    private static final String SUMMARY = "楼下的路灯坏了一个月，报修多次没人来；晚上黑，已有老人摔了一跤，请快点来修。";

    @Test
    void aClerkWritesItWithTheOriginalBesideHim() {
        var number = streetLight("楼下路灯坏了", ORIGINAL);
        var clerk = visitor("summary");
        open(clerk, "ganshui-dispatcher", "/desk/appeals/" + number);
        var page = clerk.page();
        page.getByText("写摘要").click();
        page.locator("textarea").fill(SUMMARY);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#summary-title + .words")).hasText(SUMMARY);
        assertThat(page.locator("#words + .words")).hasText(ORIGINAL);
        assertThat(page.locator("#words + .words del").first()).isVisible();
        assertThat(page.locator("#summary-title + .words ins").first()).isVisible();
        sound(clerk, "card");
        page.getByText("修改摘要").click();
        page.locator("textarea").fill("");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".problem")).containsText("请写摘要");
        sound(clerk, "nothing-written");
        page.locator("textarea").fill(SUMMARY + "人已送医。");
        page.locator("main button[type=submit]").click();
        page.getByText("以前的摘要").click();
        sound(clerk, "second");

        var phone = browser.phone(api.base(), "summary-phone");
        open(phone, "ganshui-dispatcher", "/desk/appeals/" + number);
        sound(phone, "card");
        open(phone, "ganshui-dispatcher", "/desk/appeals/" + number + "/summary");
        sound(phone, "write");
        Assertions.assertThat((Integer) phone.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void whoHandlesItReadsBothInHisTask() {
        emptyHands("ganshui-grid-01");
        var number = streetLight("楼下路灯坏了", ORIGINAL);
        summarised(number, SUMMARY);
        var worker = visitor("summary-task");
        open(worker, "ganshui-grid-01", TASKLIST);
        var words = worker.page().locator(".appeal-words");
        assertThat(words).hasCount(2);
        assertThat(words.nth(0)).hasText(ORIGINAL);
        assertThat(words.nth(1)).hasText(SUMMARY);
        assertThat(words.nth(0).locator(".appeal-left-out").first()).isVisible();
        assertThat(words.nth(1).locator(".appeal-added").first()).isVisible();
        worker.screenshot("tasklist");
        Assertions.assertThat(worker.problems()).isEmpty();
        var phone = browser.phone(api.base(), "summary-task-phone");
        var task = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("id")
                .asText();
        open(phone, "ganshui-grid-01", "/desk/tasks/" + task);
        sound(phone, "task");
        emptyHands("ganshui-grid-01");
    }

    @Test
    void whateverWasWrittenIsShownAsText() {
        emptyHands("ganshui-grid-01");
        var number = streetLight("危险的文字", Hostile.together());
        var hostile = Hostile.TEXTS.get(1) + Hostile.TEXTS.get(0);
        summarised(number, hostile);
        var worker = visitor("summary-hostile");
        open(worker, "ganshui-grid-01", "/desk/appeals/" + number);
        Assertions.assertThat(text(worker.page().locator("#words + .words"))).isEqualTo(Hostile.together());
        Assertions.assertThat(text(worker.page().locator("#summary-title + .words")))
                .isEqualTo(hostile);
        worker.open(TASKLIST);
        assertThat(worker.page().locator(".appeal-words")).hasCount(2);
        Assertions.assertThat(text(worker.page().locator(".appeal-words").nth(0)))
                .isEqualTo(Hostile.together());
        Assertions.assertThat(text(worker.page().locator(".appeal-words").nth(1)))
                .isEqualTo(hostile);
        worker.screenshot("tasklist");
        Assertions.assertThat(worker.dialogs()).isEmpty();
        Assertions.assertThat(worker.problems()).isEmpty();
        emptyHands("ganshui-grid-01");
    }

    private void summarised(String number, String text) {
        var body = new ObjectMapper().createObjectNode().put("summary", text).put("seen", 0);
        var answer = api.as("ganshui-dispatcher").post("/api/appeals/" + number + "/summary", body.toString());
        Assertions.assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private static String text(Locator words) {
        return words.textContent().strip();
    }

    private static void sound(Visitor visitor, String where) {
        visitor.screenshot(where, new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(visitor.barriers()).as(where).isEmpty();
        Assertions.assertThat(visitor.dialogs()).as(where).isEmpty();
    }
}
