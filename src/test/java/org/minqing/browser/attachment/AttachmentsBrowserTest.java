package org.minqing.browser.attachment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** A photo on its way from a telephone to whoever handles it, as each of them sees it. */
@MinqingTest
class AttachmentsBrowserTest extends FieldTalk {

    private static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", Sample.jpegWithPlace(1600, 1200, 6));
    }

    private static final String WORDS = "楼门的对讲机按了没有声音，客人进不来。";

    private void written(Visitor resident) {
        resident.open("/submit?locality=ganshui");
        resident.page().fill("#description", WORDS);
    }

    /** The other two steps; without scripts they are on the same page. */
    private static void filed(Page page) {
        if (page.locator("#step-1 [data-go='2']").isVisible()) {
            page.locator("#step-1 [data-go='2']").click();
        }
        page.selectOption("[id='location.unit']", "ganshui-erju-01");
        if (page.locator("#step-2 [data-go='3']").isVisible()) {
            page.locator("#step-2 [data-go='3']").click();
        }
        page.locator("main form button[type=submit]").last().click();
    }

    @Test
    void photosAreSentWhileHeWritesAndWhatIsNoneIsNamed() {
        var resident = browser.phone(api.base(), "attachments-resident");
        written(resident);
        var page = resident.page();
        page.setInputFiles("#photos", new FilePayload[] {
            photo("IMG_0001.jpg"),
            photo("IMG_0002.jpg"),
            new FilePayload("IMG_0003.jpg", "image/jpeg", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
        });
        assertThat(page.locator("#photos-chosen li")).hasCount(3);
        assertThat(page.locator("#photos-chosen")).containsText("IMG_0001.jpg 已上传");
        assertThat(page.locator("#photos-chosen .bad")).containsText("IMG_0003.jpg");
        resident.screenshot("chosen", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        page.locator("#photos-chosen .bad button").tap();
        page.locator("#photos-chosen li:nth-child(2) button").tap();
        Assertions.assertThat(page.inputValue("#attachments")).matches("[0-9a-f-]{36}");
        filed(page);
        page.waitForURL("**/track/**");
        var number = page.locator(".number").first().textContent().strip();
        resident.open(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", ""));
        assertThat(page.locator(".gallery img")).hasCount(1);
        page.locator(".gallery img").scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.gallery img').naturalWidth > 0");
        resident.screenshot("filed", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();

        var supervisor = browser.visitor(api.base(), "attachments-supervisor");
        open(supervisor, "ganshui-supervisor", "/desk/appeals/" + number);
        assertThat(supervisor.page().locator(".gallery img")).hasCount(1);
        supervisor.screenshot("card", whole());
        supervisor.page().locator(".gallery a:has-text('隐藏')").click();
        supervisor.page().locator("main form button[type=submit]").click();
        assertThat(supervisor.page().locator(".problem")).containsText("至少 5 个字");
        supervisor.page().fill("#reason", "拍到了邻居的脸");
        supervisor.screenshot("hiding", whole());
        Assertions.assertThat(supervisor.barriers()).isEmpty();
        supervisor.page().locator("main form button[type=submit]").click();
        assertThat(supervisor.page().locator(".attachments .gallery")).containsText("已隐藏：拍到了邻居的脸");
        resident.open(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", ""));
        assertThat(page.locator(".attachments .gallery")).containsText("已隐藏");
        assertThat(page.locator(".gallery img")).hasCount(0);
        page.locator("#add-files summary").tap();
        page.setInputFiles("#photos", photo("IMG_0004.jpg"));
        resident.screenshot("hidden", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
        page.locator("#add-files button[type=submit]").tap();
        assertThat(page.locator(".attachments .gallery img")).hasCount(1);

        api.as("ganshui-grid-01")
                .post(
                        "/api/tasks/"
                                + api.as("ganshui-grid-01")
                                        .task("respondAppeal", number)
                                        .path("id")
                                        .asText() + "/claim",
                        "{}");
        var handler = browser.phone(api.base(), "attachments-handler");
        open(handler, "ganshui-grid-01", "/desk/tasks");
        openTask(handler, "ganshui-grid-01", "respondAppeal", number);
        handler.screenshot("task", whole());
        handler.page().locator("a[href$='/attachments']").tap();
        handler.page().locator("input[value=after]").check();
        handler.page().setInputFiles("#photos", photo("IMG_0005.jpg"));
        assertThat(handler.page().locator("#photos-chosen")).containsText("已上传");
        handler.screenshot("adding", whole());
        Assertions.assertThat(handler.barriers()).isEmpty();
        Assertions.assertThat(sideways(handler.page())).isLessThanOrEqualTo(390);
        handler.page().locator("main form button[type=submit]").tap();
        assertThat(handler.page().locator(".before-after .gallery")).containsText("办理后的照片");
        Assertions.assertThat(resident.problems())
                .as("what was refused, and nothing else")
                .allMatch(p -> p.contains("/api/attachments"));
        Assertions.assertThat(handler.problems()).isEmpty();
    }

    @Test
    void withoutScriptsTheyGoWithTheFormAndAreKeptWhenItIsRefused() {
        var resident = browser.withoutScripts(api.base(), "attachments-plain");
        written(resident);
        var page = resident.page();
        page.fill("#description", "");
        page.setInputFiles("#photos", photo("IMG_0001.jpg"));
        filed(page);
        assertThat(page.locator("#photos-chosen")).containsText("已经传上 1 个");
        resident.screenshot("refused", whole());
        page.fill("#description", WORDS);
        page.setInputFiles("#photos", photo("IMG_0002.jpg"));
        filed(page);
        resident.open(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", ""));
        assertThat(page.locator(".gallery img")).hasCount(2);
    }

    /** Stands in for the microphone: what it "records" is a file with one track of sound. */
    private static final String MICROPHONE = """
            navigator.mediaDevices.getUserMedia = () => Promise.resolve({getTracks: () => [{stop: () => {}}]});
            window.MediaRecorder = class {
              static isTypeSupported(type) { return type === 'audio/mp4'; }
              start() {}
              stop() {
                const box = (name, ...all) => {
                  const size = 8 + all.reduce((sum, one) => sum + one.length, 0);
                  return [size >> 24 & 255, size >> 16 & 255, size >> 8 & 255, size & 255, ...ascii(name), ...all.flat()];
                };
                const ascii = text => [...text].map(it => it.charCodeAt(0));
                const none = count => Array(count).fill(0);
                const sound = box('mdia', box('hdlr', none(8), ascii('soun'), none(12)));
                const file = [...box('ftyp', ascii('isom'), none(4), ascii('isom')), ...box('moov', box('trak', sound)),
                  ...box('mdat', ascii('words'))];
                this.ondataavailable({data: new Blob([new Uint8Array(file)])});
                this.onstop();
              }
            };""";

    @Test
    void whoCannotWriteSpeaksAndWhatHeSaysGoesWithTheForm() {
        var resident = browser.phone(api.base(), "attachments-voice");
        resident.page().addInitScript(MICROPHONE);
        written(resident);
        var page = resident.page();
        page.getByText("录一段语音").tap();
        assertThat(page.getByText("说完了，停止录音")).isVisible();
        resident.screenshot("recording", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
        page.getByText("说完了，停止录音").tap();
        assertThat(page.locator("#photos-chosen")).containsText("录音.m4a 已上传");
        filed(page);
        page.waitForURL("**/track/**");
        var number = page.locator(".number").first().textContent().strip();
        var sent = api.as("ganshui-supervisor")
                .get("/api/appeals/" + number)
                .json()
                .path("attachments");
        Assertions.assertThat(sent).hasSize(1);
        Assertions.assertThat(sent.get(0).path("kind").asText()).isEqualTo("voice");
        Assertions.assertThat(sent.get(0).path("plays").asBoolean()).isTrue();
        Assertions.assertThat(resident.problems()).isEmpty();
    }

    @Test
    void moreThanNineAreToldAndWhatWasTypedStays() {
        var resident = browser.withoutScripts(api.base(), "attachments-many");
        written(resident);
        var page = resident.page();
        page.setInputFiles(
                "#photos",
                IntStream.range(0, 10).mapToObj(i -> photo(i + ".jpg")).toArray(FilePayload[]::new));
        filed(page);
        assertThat(page.locator("#attachments-problem")).containsText("一次最多 9 个");
        assertThat(page.locator("#description")).hasValue(WORDS);
        resident.screenshot("ten", whole());
    }
}
