package org.minqing.browser.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Hand;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A grid worker with gloves on in the rain, with network and without. */
@MinqingTest
class ReportBrowserTest extends FieldTalk {

    private static final String UNSENT =
            "Object.keys(localStorage).filter(key => key.startsWith('minqing.unsent.')).length";

    /** How many photos the telephone keeps; a promise. */
    private static final String PHOTOS = """
            await new Promise((done, failed) => {
              const request = indexedDB.open('minqing-photos');
              request.onerror = failed;
              request.onsuccess = () => {
                const database = request.result;
                if (!database.objectStoreNames.contains('photos')) {
                  database.close();
                  done(0);
                  return;
                }
                const count = database.transaction('photos').objectStore('photos').count();
                count.onsuccess = () => { database.close(); done(count.result); };
              };
            })""";

    @Autowired
    JdbcClient jdbc;

    private OffsetDateTime began;

    @BeforeEach
    void lookAtTheClock() {
        began = jdbc.sql("select coalesce(max(at), now() - interval '100 years') from attachment")
                .query(OffsetDateTime.class)
                .single();
    }

    @Test
    void atADoorItTakesFewTapsAndTheResidentHearsTheNumberThere() {
        var phone = worker("report", GRID);
        var page = phone.page();
        var hand = new Hand();
        hand.tap(page.getByText("随手登记"));
        assertThat(page.locator("h1")).hasText("随手登记");
        assertThat(page.locator("#offline")).isVisible();
        phone.screenshot("empty", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        Assertions.assertThat(small(phone)).isEmpty();
        hand.answer(page.getByText("入户走访"));
        hand.write(page.locator("#description"), "屋后水沟堵了，下雨就往屋里流。");
        phone.screenshot("filled", whole());
        hand.tap(page.locator("#submit"));
        assertThat(page).hasURL(Pattern.compile(".*/desk/register/GS-\\d{8}-\\d{4}$"));
        assertThat(page.locator(".aloud.code")).isVisible();
        phone.screenshot("slip", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        hand.told("grid worker reports", 0);
        Assertions.assertThat(hand.taps()).isLessThanOrEqualTo(4);
        page.locator("#next").tap();
        assertThat(page.locator("input[value=home-visit]")).isChecked();
        assertThat(page.locator("#filed + ul")).containsText("屋后水沟堵了");
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void withoutANetworkItIsKeptAndSentOnceWhenThereIsOne() {
        var phone = worker("report-offline", GRID);
        var page = phone.page();
        phone.open("/desk/report");
        untilReportIsKept(page);
        phone.problems().clear();
        page.context().setOffline(true);
        page.reload();
        assertThat(page.locator("#network")).containsText("离线");
        var words = "桥头护栏断了两根，娃儿上学要过。" + System.nanoTime();
        page.locator("#description").fill(words);
        page.locator("[id='resident.phone']").fill("13800000000");
        page.locator("#submit").tap();
        assertThat(page.locator("#waiting")).containsText("待发送");
        assertThat(page.locator("#waiting .count")).hasText("1");
        assertThat(page.locator("#description")).hasValue("");
        phone.screenshot("waiting", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.reload();
        assertThat(page.locator("#waiting")).containsText("桥头护栏断了两根");
        phone.open("/desk/tasks");
        assertThat(page.locator(".unsent-count")).hasText("待发送 1 件");
        phone.open("/desk/report");

        // What is sent is lost on the way back: it is sent again, and is the same appeal.
        page.route("**/api/registrations", route -> {
            route.fetch();
            route.abort();
        });
        page.context().setOffline(false);
        page.reload();
        page.waitForCondition(() -> filed(words) == 1);
        assertThat(page.locator("#waiting .count")).hasText("1");
        page.unroute("**/api/registrations");
        page.reload();
        assertThat(page.locator("#waiting")).isHidden();
        Assertions.assertThat(filed(words)).isEqualTo(1);
        Assertions.assertThat(page.evaluate(UNSENT)).isEqualTo(0);
        page.reload();
        assertThat(page.locator("#filed + ul")).containsText("桥头护栏断了两根");
    }

    @Test
    void aPhotoTakenWithoutANetworkIsKeptAndComesOnceWithItsWords() {
        var phone = worker("report-photo", GRID);
        var page = phone.page();
        phone.open("/desk/report");
        untilReportIsKept(page);
        page.context().setOffline(true);
        page.reload();
        var words = "涵洞塌了一角，照片为证。" + System.nanoTime();
        page.locator("#description").fill(words);
        page.setInputFiles("#photos", new FilePayload("IMG_7.jpg", "image/jpeg", Sample.jpegWithPlace(1600, 1200, 1)));
        assertThat(page.locator("#photos-chosen")).containsText("IMG_7.jpg 已存在这部手机上");
        phone.screenshot("chosen", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        // The page is closed before it is sent off: words and photo are there again.
        page.reload();
        assertThat(page.locator("#description")).hasValue(words);
        assertThat(page.locator("#photos-chosen img")).hasCount(1);
        page.locator("#submit").tap();
        assertThat(page.locator("#waiting .count")).hasText("1");
        assertThat(page.locator("#waiting")).containsText("照片和附件 1 个");
        assertThat(page.locator("#photos-chosen li")).hasCount(0);
        page.reload();
        assertThat(page.locator("#waiting .count")).hasText("1");
        assertThat(page.locator("#photos-chosen li")).hasCount(0);
        phone.screenshot("waiting", whole());

        // The photo arrives and its answer is lost; then the same happens to the words.
        page.route("**/api/attachments", route -> {
            route.fetch();
            route.abort();
        });
        page.context().setOffline(false);
        page.reload();
        page.waitForCondition(() -> photosSent() == 1);
        page.unroute("**/api/attachments");
        page.route("**/api/registrations", route -> {
            route.fetch();
            route.abort();
        });
        page.reload();
        page.waitForCondition(() -> filed(words) == 1);
        page.unroute("**/api/registrations");
        page.reload();
        assertThat(page.locator("#waiting")).isHidden();
        Assertions.assertThat(filed(words)).isEqualTo(1);
        Assertions.assertThat(photosSent())
                .as("one photo, however often it was sent")
                .isEqualTo(1);
        Assertions.assertThat(jdbc.sql("""
                        select count(*) from attachment a join appeal_original o on o.appeal = a.appeal
                        where o.description = ?""").param(words).query(Integer.class).single())
                .isEqualTo(1);
        until(page, PHOTOS + " === 0");
    }

    @Test
    void whoSignsOutLeavesNoPhotoBehind() {
        var phone = signedIn("report-photo-out", GRID);
        var page = phone.page();
        phone.open("/desk/report");
        page.route("**/api/attachments", route -> route.abort());
        page.locator("#description").fill("路口积水，有照片。");
        page.setInputFiles("#photos", new FilePayload("IMG_8.jpg", "image/jpeg", Sample.jpeg(800, 600)));
        assertThat(page.locator("#photos-chosen img")).hasCount(1);
        page.locator("#submit").tap();
        assertThat(page.locator("#waiting .count")).hasText("1");
        until(page, PHOTOS + " === 1");
        page.addInitScript("window.confirm = () => true");
        phone.open("/desk/tasks");
        page.getByText("退出登录").tap();
        page.waitForURL(url -> !url.contains("/desk/tasks"));
        until(page, PHOTOS + " === 0");
        Assertions.assertThat(page.evaluate(UNSENT)).isEqualTo(0);
    }

    @Test
    void aFullTelephoneSaysSoAndTheWordsGoOn() {
        var phone = worker("report-full", GRID);
        var page = phone.page();
        page.addInitScript(
                "IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError'); }");
        phone.open("/desk/report");
        page.setInputFiles("#photos", new FilePayload("IMG_9.jpg", "image/jpeg", Sample.jpeg(800, 600)));
        assertThat(page.locator("#photos-chosen .bad")).containsText("这部手机存不下了");
        phone.screenshot("full", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator("#description").fill("路口积水，没有照片。");
        page.locator("#submit").tap();
        assertThat(page).hasURL(Pattern.compile(".*/desk/register/GS-.*"));
    }

    @Test
    void whatIsRefusedSaysWhyAndCanBeMended() {
        var phone = worker("report-refused", GRID);
        var page = phone.page();
        phone.open("/desk/report");
        page.locator("#description").fill("河边垃圾没人收。");
        page.locator("[id='resident.phone']").fill("隔壁");
        page.locator("#submit").tap();
        assertThat(page.locator("#waiting")).containsText("没有收下。回电号码（选填）：格式不对");
        phone.screenshot("refused", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.getByText("修改后再登记").tap();
        assertThat(page.locator("#description")).hasValue("河边垃圾没人收。");
        assertThat(page.locator("[id='resident.phone']")).hasValue("隔壁");
        page.locator("[id='resident.phone']").fill("13800000000");
        page.locator("#submit").tap();
        assertThat(page).hasURL(Pattern.compile(".*/desk/register/GS-.*"));
    }

    @Test
    void whoSignsOutIsAskedFirstAndWhoSignsInAfterHimFindsNothing() {
        var phone = signedIn("report-out", GRID);
        var page = phone.page();
        phone.open("/desk/report");
        page.route("**/api/registrations", route -> route.abort());
        page.locator("#description").fill("路口积水。");
        page.locator("#submit").tap();
        assertThat(page.locator("#waiting .count")).hasText("1");
        phone.open("/desk/tasks");
        page.getByText("退出登录").tap();
        Assertions.assertThat(phone.dialogs()).anyMatch(asked -> asked.contains("还有 1 件登记没有发送"));
        assertThat(page.locator("h1")).hasText("我的待办");
        untilNothingIsFetchedAhead(page);
        page.context().clearCookies();
        signIn(phone, "ganshui-city-mgmt");
        assertThat(page.locator("h1")).hasText("我的待办");
        page.waitForFunction("() => " + UNSENT + " === 0");
    }

    private int photosSent() {
        return jdbc.sql("select count(*) from attachment where person = ? and at > ?")
                .params(GRID, began)
                .query(Integer.class)
                .single();
    }

    private int filed(String words) {
        return jdbc.sql("select count(*) from appeal_original where description = ?")
                .param(words)
                .query(Integer.class)
                .single();
    }

    /** What the worker asks for without a cookie would bring one, and the sign-in page at that moment another. */
    private static void untilNothingIsFetchedAhead(Page page) {
        page.evaluate("""
                async () => {
                  const {active} = await navigator.serviceWorker.getRegistration('/desk/tasks');
                  const {port1, port2} = new MessageChannel();
                  const stopped = new Promise(done => { port1.onmessage = done; });
                  active.postMessage({forget: true}, [port2]);
                  await stopped;
                }""");
    }

    private static void untilReportIsKept(Page page) {
        until(page, "(" + KEPT + ")().then(all => all.includes('/desk/report\\n') && all.includes('/desk/tasks\\n'))");
    }
}
