package org.minqing.browser.attachment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;

/** A resident's long film over a network that breaks: it goes on by itself, and he presses nothing. */
@MinqingTest
class ResumableBrowserTest extends FieldTalk {

    @TempDir
    Path telephone;

    private Path film() throws IOException {
        var noise = new byte[23 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        return Files.write(
                telephone.resolve("VID_1.mp4"), Sample.concat(Sample.film("isom"), Sample.box("mdat", noise)));
    }

    @Test
    void aLongFilmGoesOnAfterTheNetworkWasLost() throws IOException {
        var film = film();
        var resident = browser.phone(api.base(), "resumable");
        resident.open("/submit?locality=ganshui");
        var page = resident.page();
        page.fill("#description", "涵洞一下雨就淹，拍了一段视频。");
        var sent = new AtomicInteger();
        page.route("**/api/uploads/**", route -> {
            var turn = route.request().method().equals("PATCH") ? sent.incrementAndGet() : 0;
            if (turn == 3) {
                // It never arrives.
                route.abort();
            } else if (turn == 6) {
                // It arrives, and its answer is lost.
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        page.setInputFiles("#photos", film);
        assertThat(page.locator("#photos-chosen"))
                .containsText("VID_1.mp4 已上传", new LocatorAssertions.ContainsTextOptions().setTimeout(300_000));
        resident.screenshot("sent", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
        // 24 parts, and the one that never arrived again; the other too, if the browser keeps its bytes from whoever
        // intercepts it.
        Assertions.assertThat(sent.get()).isBetween(25, 26);
        var number = filed(page);
        var sheet = api.as("ganshui-supervisor").get("/api/appeals/" + number).json();
        Assertions.assertThat(sheet.at("/attachments/0/kind").asText()).isEqualTo("video");
        Assertions.assertThat(sheet.at("/attachments/0/bytes").asLong()).isEqualTo(Files.size(film));
    }

    private static String filed(Page page) {
        page.locator("#step-1 [data-go='2']").click();
        page.selectOption("[id='location.unit']", "ganshui-erju-01");
        page.locator("#step-2 [data-go='3']").click();
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL("**/track/**");
        return page.locator(".number").first().textContent().strip();
    }
}
