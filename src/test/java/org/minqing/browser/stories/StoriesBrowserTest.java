package org.minqing.browser.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Two of the stories as those who lived them would see them: on a telephone, and from a page of the record book. */
@MinqingTest
class StoriesBrowserTest extends FieldTalk {

    private static final String BRANCH = "shibu-secretary-chengxi";

    /** {@code ganshui-square-lights} of stories.yml. */
    @Test
    void theLampsOfTheSquareAreFiledWithAPhotoAndClosedWithAVideoOfTheResident() {
        var phone = browser.phone(api.base(), "story-lights");
        var page = phone.page();
        phone.open("/?locality=ganshui");
        page.getByText("说说您遇到的事").tap();
        page.fill("#description", "广场上的灯接连熄了好几盏，跳舞的老人和玩耍的小孩容易摔跤。");
        page.setInputFiles(
                "#photos", new FilePayload("IMG_2025.jpg", "image/jpeg", Sample.jpegWithPlace(1600, 1200, 6)));
        assertThat(page.locator("#photos-chosen")).containsText("已上传");
        sound(phone, "words");
        page.locator("#step-1 [data-go='2']").tap();
        page.locator("[id='location.unit']").selectOption("ganshui-erju-01");
        page.fill("[id='location.address']", "中心广场");
        page.locator("#category").selectOption("street-lighting");
        page.locator("#more summary").tap();
        page.locator("[id='facts.safetyRisk']").check();
        page.locator("[id='facts.vulnerable']").check();
        page.fill("[id='facts.peopleAffected']", "200");
        sound(phone, "where");
        page.locator("#step-2 [data-go='3']").tap();
        page.fill("[id='resident.phone']", "13800000000");
        page.locator("main button[type=submit]").tap();
        assertThat(page.locator("#receipt")).isVisible();
        sound(phone, "receipt");
        var number = page.locator(".number").first().innerText();
        var track = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");

        // Where and when it was taken is in what he sent, and in nothing that anybody gets.
        phone.open(track);
        var photo = page.locator(".gallery img").first();
        photo.scrollIntoViewIfNeeded();
        var link = page.locator(".gallery a").first().getAttribute("href");
        var kept = page.request().get(api.base() + link).body();
        Assertions.assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
        Assertions.assertThat(kept.length).isPositive();

        completed("ganshui-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场清点，五盏不亮，像是线路问题，网格修不了，报指挥中心。"}""");
        completed(DISPATCHER, "dispatchAppeal", number, """
                {"action":"dispatch","post":"city-management","note":"请带登高车检修线路。"}""");
        completed("ganshui-city-mgmt", "handleWithDepartment", number, """
                {"action":"done","outcome":"solved","result":"更换老化电缆和五盏灯具，天黑前试灯正常。","evidenceKind":"document","evidence":"检修单和亮灯照片。"}""");

        phone.open(track);
        assertThat(page.locator(".call")).containsText("问题解决了吗");
        sound(phone, "result");
        page.locator("#add-files summary").tap();
        page.setInputFiles("#photos", new FilePayload("IMG_2026.MOV", "video/quicktime", Sample.film("qt  ")));
        page.locator("#add-files button[type=submit]").tap();
        assertThat(page.locator(".attachments")).containsText("视频");
        phone.open(track);
        page.getByText("去评价").tap();
        page.locator("input[name=grade][value='5']").check();
        page.locator("input[name=resolved][value=yes]").check();
        page.locator("input[name=contacted][value=yes]").check();
        page.fill("#comment", "拍了一段视频，灯全亮了，广场又热闹起来。");
        sound(phone, "rating");
        page.locator("main button[type=submit]").tap();
        assertThat(page.locator(".good").first()).containsText("谢谢您的评价");
        assertThat(page.locator(".status").first()).hasText("已办结");
        sound(phone, "closed");
        Assertions.assertThat(phone.problems()).isEmpty();

        var city = browser.visitor(api.base(), "story-lights-city");
        open(city, "ganshui-city-mgmt", "/desk/appeals/" + number);
        assertThat(city.page().locator(".attachments")).containsText("后来补充的视频");
        assertThat(city.page().locator("main")).containsText("拍了一段视频");
        sound(city, "card");
    }

    /** {@code shibu-parking} of stories.yml. */
    @Test
    void aLineOfTheRecordBookEndsWithPhotosOfBeforeAndAfter() {
        var clerk = browser.visitor(api.base(), "story-parking-clerk");
        open(clerk, "shibu-registrar", "/desk/register/batch");
        var page = clerk.page();
        page.setViewportSize(1280, 900);
        page.selectOption("#channel", "record-book");
        page.fill("#book", "城西社区记录册");
        page.fill("#page", "3");
        var entry = page.locator(".entry").first();
        entry.locator("textarea").fill("院内停车位少，七点以后只能停到路边，挡了别人出门。");
        entry.locator("[name=unit]").selectOption("shibu-chengxi-1-01");
        clerk.screenshot("page");
        page.locator("#submit").click();
        assertThat(page.locator("#filed")).containsText("已登记 1 件");
        var number = page.locator("#filed .number").first().innerText();
        page.locator("#filed .number").first().click();
        assertThat(page.locator(".aloud.code")).isVisible();
        sound(clerk, "slip");
        var code = page.locator(".aloud.code").innerText().replace(" ", "");

        // The page of the book, photographed: of the line and of nobody else's.
        photographed("shibu-registrar", number, "added", "record-book.jpg");
        clerk.open("/desk/appeals/" + number);
        assertThat(page.locator("main")).containsText("城西社区记录册");
        assertThat(page.locator("main")).containsText("停车");
        assertThat(page.locator(".attachments .gallery img")).hasCount(1);
        sound(clerk, "card");

        Assertions.assertThat(api.as(BRANCH)
                        .post("/api/appeals/" + number + "/order", "{\"action\":\"claim\"}")
                        .status())
                .isEqualTo(200);
        completed(BRANCH, "respondAppeal", number, """
                {"action":"responded","contactKind":"visit","contactWith":"resident","finding":"已到院里数过车位，由总支牵头，约物业和住建一起商量。"}""");
        photographed(BRANCH, number, "before", "before.jpg");
        photographed(BRANCH, number, "after", "after.jpg");
        completed(BRANCH, "handleDirectly", number, """
                {"action":"done","outcome":"solved","result":"空地平整划线，新增车位22个，已开放使用。",
                 "evidenceKind":"figure","figureWhat":"新增车位","figureAmount":22,"figureUnit":"个"}""");

        var resident = browser.phone(api.base(), "story-parking-resident");
        resident.open("/track/" + code);
        var gallery = resident.page().locator("section.attachments");
        assertThat(gallery.locator(".before-after .gallery").first()).containsText("办理前的照片");
        assertThat(gallery.locator(".before-after .gallery").last()).containsText("办理后的照片");
        assertThat(gallery.locator("img")).hasCount(3);
        assertThat(resident.page().locator("main")).containsText("新增车位 22 个");
        sound(resident, "before-and-after");
        resident.page().getByText("去评价").tap();
        resident.page().locator("input[name=grade][value='4']").check();
        resident.page().locator("input[name=resolved][value=yes]").check();
        resident.page().locator("input[name=contacted][value=yes]").check();
        resident.page().locator("main button[type=submit]").tap();
        assertThat(resident.page()).hasURL(Pattern.compile(".*\\?rated$"));
        Assertions.assertThat(resident.problems()).isEmpty();
        Assertions.assertThat(clerk.problems()).isEmpty();
    }

    /** As somebody does on the page that {@code AttachmentsBrowserTest} shows. */
    private void photographed(String user, String number, String use, String name) {
        var worker = browser.phone(api.base(), "story-photo-" + use);
        open(worker, user, "/desk/appeals/" + number + "/attachments");
        worker.page().locator("input[name=use][value=" + use + "]").check();
        worker.page().setInputFiles("#photos", new FilePayload(name, "image/jpeg", Sample.jpegWithPlace(1200, 900, 1)));
        assertThat(worker.page().locator("#photos-chosen")).containsText("已上传");
        sound(worker, "chosen");
        worker.page().locator("main form button[type=submit]").tap();
        assertThat(worker.page()).hasURL(Pattern.compile(".*/desk/appeals/" + number + ".*"));
    }

    private static void sound(Visitor visitor, String name) {
        visitor.screenshot(name, whole());
        Assertions.assertThat(visitor.barriers()).as(name).isEmpty();
        Assertions.assertThat(sideways(visitor.page())).as(name).isLessThanOrEqualTo((Integer)
                visitor.page().evaluate("window.innerWidth"));
    }
}
