package org.minqing.browser.attachment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.TasklistTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Uploading;

/** The same in the engine's own Tasklist, whose forms have no field for files. */
@MinqingTest
class ResultFilesTasklistBrowserTest extends TasklistTalk {

    private static final String HANDLER = "ganshui-secretary-erju";

    @Test
    void theCardShowsThePhotosOfTheResident() {
        var said = said("ganshui-erju-01", "楼道口堆了杂物", "楼道口堆了杂物，进出不方便。");
        said.putArray("attachments")
                .add(new Uploading(api)
                        .send(Sample.jpeg(800, 600), "IMG.jpg", null)
                        .json()
                        .path("id")
                        .asText());
        var number = submitted(said);
        responded("ganshui-grid-01", number);
        var task = api.as(HANDLER).task("handleDirectly", number).path("id").asText();
        api.as(HANDLER).post("/api/tasks/" + task + "/claim", "{}");
        var handler = visitor("tasklist-files");
        open(handler, HANDLER, TASKLIST + "#/?task=" + task);
        var page = handler.page();
        assertThat(page.locator(".appeal-card")).isVisible();
        var small = page.locator(".appeal-files img");
        assertThat(small).hasCount(1);
        small.scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.appeal-files img').naturalWidth > 0");
        handler.screenshot("card");
    }

    @Test
    void whatTheHandlerChoosesThereIsSentAtOnceAndProvesTheResult() {
        var number = submitted(said("ganshui-erju-01", "楼道口的杂物", "楼道口堆了杂物，进出不方便。"));
        responded("ganshui-grid-01", number);
        var task = api.as(HANDLER).task("handleDirectly", number).path("id").asText();
        api.as(HANDLER).post("/api/tasks/" + task + "/claim", "{}");
        var handler = visitor("tasklist-result");
        open(handler, HANDLER, TASKLIST + "#/?task=" + task);
        var page = handler.page();
        assertThat(page.locator(".appeal-card")).isVisible();
        page.getByText("办理完毕").click();
        field(handler, "办理情况").locator("textarea").fill("杂物已经清走，通道畅通。");
        page.getByText("已解决").first().click();
        var chooser = page.locator("input[type=file][id$='afterFiles-choose']");
        assertThat(chooser).isVisible();
        chooser.setInputFiles(new FilePayload("after.jpg", "image/jpeg", Sample.jpeg(800, 600)));
        assertThat(page.locator(".minqing-files li")).containsText("after.jpg 已上传");
        chooser.scrollIntoViewIfNeeded();
        handler.screenshot("sent");
        page.locator(".form-actions .btn-primary").click();
        page.waitForCondition(() -> !api.as(HANDLER).hasTask("handleDirectly", number));
    }
}
