package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.TasklistTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** What Tasklist has to say to somebody who fills in a form, and what it offers him. */
@MinqingTest
class TasklistNoticesBrowserTest extends TasklistTalk {

    private static final String WORKER = "ganshui-grid-01";

    /** Buttons that lie under what is said. */
    private static final String COVERED = """
            () => {
              const told = [...document.querySelectorAll('.minqing-notice, .page-notifications .alert')]
                .filter(it => it.checkVisibility()).map(it => it.getBoundingClientRect());
              return [...document.querySelectorAll('button, .btn, a')]
                .filter(it => it.checkVisibility() && !it.closest('.minqing-notice') && it.getBoundingClientRect().width)
                .filter(it => {
                  const b = it.getBoundingClientRect();
                  return told.some(t => b.left < t.right - 1 && t.left < b.right - 1 && b.top < t.bottom - 1 && t.top < b.bottom - 1);
                })
                .map(it => it.outerHTML.slice(0, 120));
            }""";

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void whatIsMissingIsNamedAboveTheButtonAndCoversNone(int width) {
        emptyHands(WORKER);
        streetLight("楼下的灯不亮", "楼下的灯不亮，" + width + "。");
        var worker = at(width, "notices-" + width);
        var page = worker.page();
        page.locator(".minqing-claim").click();
        complete(page).click();
        var notice = page.locator(".minqing-notice");
        assertThat(notice).isVisible();
        assertThat(notice).containsText("没有提交，请先填好：");
        assertThat(notice.locator("li").first()).containsText("“");
        assertThat(notice).containsText("必填");
        assertThat(notice).isInViewport();
        worker.screenshot("missing");
        Assertions.assertThat(notice.textContent()).doesNotContainPattern("[A-Za-z]{3,}");
        Assertions.assertThat(covered(page)).isEmpty();
        assertThat(page.locator(".page-notifications .alert")).hasCount(0);

        // The way to what is missing, and when all of it is there nothing is said any more.
        notice.locator("button").first().click();
        Assertions.assertThat(
                        (String) page.evaluate("document.activeElement.closest('.fjs-form-field')?.textContent ?? ''"))
                .contains("必填");
        page.getByText("到场查看").click();
        page.getByText("居民本人").click();
        page.locator(".minqing-text").first().click();
        complete(page).click();
        assertThat(page.locator(".minqing-told-next")).isVisible();
        assertThat(notice).hasCount(0);
    }

    @Test
    void whoIsTooLateReadsThatTheTaskIsDone() {
        emptyHands(WORKER);
        var number = streetLight("两处同时办", "这里办了，那里也办。");
        var worker = at(1280, "notices-late");
        var page = worker.page();
        page.locator(".minqing-claim").click();
        page.getByText("到场查看").click();
        page.getByText("居民本人").click();
        page.locator(".minqing-text").first().click();
        responded(WORKER, number);
        complete(page).click();
        var notice = page.locator(".minqing-notice");
        assertThat(notice).containsText("已经办完或转走了");
        worker.screenshot("late");
        Assertions.assertThat(notice.textContent()).doesNotContainPattern("[A-Za-z]{3,}");
        Assertions.assertThat(covered(page)).isEmpty();
    }

    @Test
    void aSecondReplyTakesThePlaceOfTheFirstAndWhatWasTypedStays() {
        emptyHands(WORKER);
        streetLight("院里的灯不亮", "院里的灯不亮。");
        var worker = at(1280, "notices-replies");
        var page = worker.page();
        page.locator(".minqing-claim").click();
        page.getByText("到场查看").click();
        var finding =
                page.locator(".fjs-form-field:has(.minqing-text) textarea").first();
        var replies = page.locator(".minqing-text");
        replies.nth(0).click();
        replies.nth(1).click();
        assertThat(finding).hasValue(replies.nth(1).textContent());
        finding.fill("亮了一半。");
        replies.nth(0).click();
        assertThat(finding).hasValue("亮了一半。\n" + replies.nth(0).textContent());
        replies.nth(1).click();
        assertThat(finding).hasValue("亮了一半。\n" + replies.nth(1).textContent());
        assertThat(replies.nth(1)).hasAttribute("aria-pressed", "true");
        worker.screenshot("replies");
        page.getByText("居民本人").click();
        complete(page).click();
        assertThat(page.locator(".minqing-told-next")).isVisible();
        Assertions.assertThat(worker.problems()).isEmpty();
    }

    @Test
    void theDispatcherFindsTheProposedPostChosenAndReadsWhy() {
        emptyHands(WORKER);
        var number = streetLight("整条街没有灯", "整条街的灯都不亮。");
        completed(WORKER, "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"线路问题，网格修不了。"}""");
        var dispatcher = visitor("notices-dispatcher");
        var task = api.as("ganshui-dispatcher")
                .task("dispatchAppeal", number)
                .path("id")
                .asText();
        open(dispatcher, "ganshui-dispatcher", TASKLIST + "#/?task=" + task);
        var page = dispatcher.page();
        assertThat(page.locator(".appeal-head")).containsText(number);
        page.locator(".minqing-claim").click();
        assertThat(field(dispatcher, "承办岗位").locator(".fjs-select-display")).containsText("城市管理岗");
        assertThat(page.locator(".fjs-form")).containsText("系统建议由");
        field(dispatcher, "派单说明").locator("textarea").scrollIntoViewIfNeeded();
        dispatcher.screenshot("proposed");
        field(dispatcher, "派单说明").locator(".minqing-text").first().click();
        complete(page).click();
        assertThat(page.locator(".minqing-told-next")).isVisible();
        Assertions.assertThat(api.as("ganshui-city-mgmt").hasTask("handleWithDepartment", number))
                .isTrue();
        Assertions.assertThat(dispatcher.problems()).isEmpty();
    }

    private Visitor at(int width, String name) {
        var worker = visitor(name);
        worker.page().setViewportSize(width, width == 390 ? 844 : 900);
        open(worker, WORKER, TASKLIST);
        assertThat(worker.page().locator(".minqing-claim")).isVisible();
        return worker;
    }

    private static Locator complete(Page page) {
        return page.locator(".form-actions .btn-primary");
    }

    @SuppressWarnings("unchecked")
    private static List<String> covered(Page page) {
        return (List<String>) page.evaluate(COVERED);
    }
}
