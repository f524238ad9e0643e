package org.minqing.browser.attachment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** How it was and how it is now, from the telephone of whoever did it to the resident, who sees them side by side. */
@MinqingTest
class ResultFilesBrowserTest extends FieldTalk {

    private static final String HANDLER = "ganshui-secretary-erju";

    private static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", Sample.jpegWithPlace(1600, 1200, 1));
    }

    private void solvedSoFar(Page page) {
        page.check("input[name=action][value=done]");
        page.fill("#result", "三盏灯都换好了");
        page.check("input[name=outcome][value=solved]");
    }

    @Test
    void theHandlerAttachesBothAndTheResidentSeesThemSideBySide() {
        var receipt = receipt(said("ganshui-erju-01", "广场路灯不亮", "文化广场东侧三盏路灯不亮。"));
        var number = receipt.path("number").asText();
        responded("ganshui-grid-01", number);
        var handler = browser.phone(api.base(), "result-handler");
        signedInBefore(handler, HANDLER);
        openTask(handler, HANDLER, "handleDirectly", number);
        var page = handler.page();
        solvedSoFar(page);
        page.setInputFiles("#beforeFiles", photo("IMG_before.jpg"));
        assertThat(page.locator("#beforeFiles-chosen")).containsText("IMG_before.jpg 已上传");
        page.setInputFiles("#afterFiles", photo("IMG_after.jpg"));
        assertThat(page.locator("#afterFiles-chosen")).containsText("IMG_after.jpg 已上传");
        handler.screenshot("chosen", whole());
        Assertions.assertThat(handler.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);

        // What was sent is in the draft: the page may be closed before it is submitted.
        page.reload();
        assertThat(page.locator("#afterFiles-chosen")).containsText("已经传上 1 个");
        page.locator("#submit").tap();
        assertThat(page.locator(".good")).isVisible();
        Assertions.assertThat(handler.problems()).isEmpty();

        var resident = browser.phone(api.base(), "result-resident");
        resident.open("/track/" + receipt.path("trackingCode").asText());
        seesBoth(resident);
        var width = (Boolean) resident.page()
                .evaluate("() => { const [a, b] = [...document.querySelectorAll('.before-after > section')]"
                        + ".map(it => it.getBoundingClientRect()); return b.top >= a.bottom; }");
        Assertions.assertThat(width).as("one above the other").isTrue();
        resident.screenshot("phone", whole());
        Assertions.assertThat(sideways(resident.page())).isLessThanOrEqualTo(390);

        var wide = browser.visitor(api.base(), "result-wide");
        wide.open("/track/" + receipt.path("trackingCode").asText());
        seesBoth(wide);
        var beside = (Boolean) wide.page()
                .evaluate("() => { const [a, b] = [...document.querySelectorAll('.before-after > section')]"
                        + ".map(it => it.getBoundingClientRect()); return b.left >= a.right && a.top === b.top; }");
        Assertions.assertThat(beside).as("side by side").isTrue();
        wide.screenshot("wide", whole());

        var supervisor = browser.visitor(api.base(), "result-supervisor");
        open(supervisor, "ganshui-supervisor", "/desk/appeals/" + number);
        seesBoth(supervisor);
        supervisor.screenshot("card", whole());
    }

    private static void seesBoth(Visitor visitor) {
        var sides = visitor.page().locator(".before-after > section");
        assertThat(sides).hasCount(2);
        assertThat(sides.nth(0).locator("h3")).hasText("办理前");
        assertThat(sides.nth(1).locator("h3")).hasText("办理后");
        for (int i = 0; i < 2; i++) {
            sides.nth(i).locator("img").scrollIntoViewIfNeeded();
        }
        visitor.page()
                .waitForFunction(
                        "() => [...document.querySelectorAll('.before-after img')].every(it => it.naturalWidth > 0)");
        Assertions.assertThat(visitor.barriers()).isEmpty();
    }

    @Test
    void withoutScriptsPhotosGoWithTheAnswersAndAreKeptWhenTheseAreRefused() {
        var number = submitted(said("ganshui-erju-01", "台阶松了", "二单元门口的台阶松了。"));
        responded("ganshui-grid-01", number);
        var handler = browser.withoutScripts(api.base(), "result-plain");
        signedInBefore(handler, HANDLER);
        var task = api.as(HANDLER).task("handleDirectly", number).path("id").asText();
        handler.open("/desk/tasks/" + task + "?action=done&outcome=solved");
        var page = handler.page();
        page.setInputFiles("#afterFiles", photo("IMG_after.jpg"));
        page.locator("#submit").click();
        assertThat(page.locator("#problems")).containsText("办理情况");
        assertThat(page.locator("#afterFiles-chosen")).containsText("已经传上 1 个");
        handler.screenshot("kept", whole());
        page.fill("#result", "台阶重新砌好了");
        page.locator("#submit").click();
        assertThat(page.locator(".good")).isVisible();
        handler.open("/desk/appeals/" + number);
        assertThat(page.locator(".before-after img")).hasCount(1);
    }
}
