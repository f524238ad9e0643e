package org.minqing.browser.attachment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Uploading;

/** A dispatcher writes down a voice message of WeChat, and the grid worker reads on his telephone what no browser plays. */
@MinqingTest
class TranscriptBrowserTest extends FieldTalk {

    @Test
    void whatOnePersonHeardAllReadBesideTheFile() {
        var said = said("ganshui-erju-01", "听语音", "居民发来一段语音。");
        said.putArray("attachments")
                .add(new Uploading(api)
                        .send(Sample.ascii("\2#!SILK_V3 and so on"), "msg_1.amr", null)
                        .json()
                        .path("id")
                        .asText());
        var receipt = receipt(said);
        var number = receipt.path("number").asText();
        var dispatcher = browser.visitor(api.base(), "transcript-dispatcher");
        open(dispatcher, DISPATCHER, "/desk/appeals/" + number);
        var page = dispatcher.page();
        dispatcher.screenshot("card", whole());
        page.locator(".attachments a[href$='/words']").click();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".problem").first()).containsText("请写下听到的话");
        page.fill("#heard", "桥头的路灯黑了三盏，\n娃儿晚上不敢走。");
        dispatcher.screenshot("writing", whole());
        Assertions.assertThat(dispatcher.barriers()).isEmpty();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".attachments .words")).hasText("桥头的路灯黑了三盏，\n娃儿晚上不敢走。");
        dispatcher.screenshot("written", whole());
        Assertions.assertThat(dispatcher.barriers()).isEmpty();

        var worker = browser.phone(api.base(), "transcript-worker");
        signedInBefore(worker, "ganshui-grid-01");
        openTask(worker, "ganshui-grid-01", "respondAppeal", number);
        assertThat(worker.page().locator(".attachments .words")).containsText("娃儿晚上不敢走");
        worker.screenshot("task", whole());
        Assertions.assertThat(worker.barriers()).isEmpty();
        Assertions.assertThat(sideways(worker.page())).isLessThanOrEqualTo(390);
        var supervisor = browser.phone(api.base(), "transcript-supervisor");
        open(supervisor, "ganshui-supervisor", "/desk/appeals/" + number);
        supervisor.page().locator(".attachments a[href$='/words']").tap();
        assertThat(supervisor.page().locator("#heard")).hasValue("桥头的路灯黑了三盏，\n娃儿晚上不敢走。");
        supervisor.screenshot("mending", whole());
        Assertions.assertThat(supervisor.barriers()).isEmpty();
        Assertions.assertThat(sideways(supervisor.page())).isLessThanOrEqualTo(390);

        var resident = browser.phone(api.base(), "transcript-resident");
        resident.open("/track/" + receipt.path("trackingCode").asText());
        assertThat(resident.page().locator(".attachments .words")).containsText("娃儿晚上不敢走");
        resident.screenshot("tracked", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
    }
}
