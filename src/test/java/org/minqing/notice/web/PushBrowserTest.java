package org.minqing.notice.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Senders;
import org.minqing.notice.channel.SetUp;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A telephone that its owner lets be told shows what comes, and nothing else. */
@MinqingTest
class PushBrowserTest extends BrowserTalk {

    private static final String PERSON = "ganshui-grid-03";

    /** A key on the curve, as a browser asks for one. */
    private static final String KEY =
            "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM";

    /** The service of the maker of this browser is out of reach here. */
    private static final String SERVICE = """
            PushManager.prototype.getSubscription = async () => null;
            PushManager.prototype.subscribe = async given => ({toJSON: () => ({
              endpoint: 'https://fcm.googleapis.com/fcm/send/test-browser-' + (given.userVisibleOnly ? 'shown' : 'hidden'),
              keys: {p256dh: given.applicationServerKey, auth: 'AAAAAAAAAAAAAAAAAAAAAA'}})});
            Notification.requestPermission = async () => 'granted';
            """;

    private static final String SHOWN = "navigator.serviceWorker.ready.then(it => it.getNotifications())";

    @Autowired
    private Senders senders;

    @Autowired
    private JdbcClient jdbc;

    private SetUp channels;

    @BeforeEach
    void aTownThatPushes() {
        channels = new SetUp(
                senders,
                "ganshui",
                Map.of(Channel.PUSH, SetUp.taking(KEY), Channel.SMS, SetUp.taking(""), Channel.MAIL, SetUp.taking("")));
    }

    @AfterEach
    void asItWas() {
        channels.close();
        jdbc.sql("delete from push_browser where endpoint like '%/test-browser-%'")
                .update();
        jdbc.sql("delete from notice_setting where person = ?").param(PERSON).update();
    }

    private Visitor at(int width, String name) {
        var visitor = width < 800 ? browser.phone(api.base(), name) : browser.visitor(api.base(), name);
        if (width >= 800) {
            visitor.page().setViewportSize(width, 900);
        }
        return visitor;
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void whoAsksForItIsToldOnThisTelephoneUntilHeSaysOtherwise(int width) {
        var visitor = at(width, "push-" + width);
        visitor.page().addInitScript(SERVICE);
        open(visitor, PERSON, "/desk/notices");
        var page = visitor.page();
        var button = page.getByText("在这台手机上接收通知");
        assertThat(button).isVisible();
        assertThat(page.locator("#push-cannot")).isHidden();
        visitor.screenshot("offered", new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(visitor.barriers()).isEmpty();
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        button.click();
        assertThat(page.locator("#push .good")).containsText("正在接收通知");
        Assertions.assertThat(jdbc.sql("select endpoint from push_browser where person = ?")
                        .param(PERSON)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("https://fcm.googleapis.com/fcm/send/test-browser-shown"));
        visitor.screenshot("on", new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(visitor.barriers()).isEmpty();
        page.getByText("这台手机不再接收").click();
        assertThat(button).isVisible();
        page.locator("input[value='dueSoon.sms']").check();
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("input[value='dueSoon.sms']")).isChecked();
        visitor.screenshot("silenced", new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(visitor.problems()).isEmpty();
    }

    @Test
    void aBrowserWithoutItSaysSoAndOffersNothing() {
        var visitor = at(390, "push-without");
        visitor.page().addInitScript("delete window.PushManager");
        open(visitor, PERSON, "/desk/notices");
        assertThat(visitor.page().locator("#push-cannot")).containsText("添加到主屏幕");
        assertThat(visitor.page().locator("#push-on")).isHidden();
        visitor.screenshot("cannot");
    }

    @Test
    void whatComesIsShownOnceAndWhatCannotBeReadIsShownToo() {
        var visitor = at(390, "push-worker");
        var page = visitor.page();
        page.context()
                .grantPermissions(
                        List.of("notifications"), new BrowserContext.GrantPermissionsOptions().setOrigin(api.base()));
        open(visitor, PERSON, "/desk/tasks");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        until(page, "navigator.serviceWorker.getRegistration('/desk').then(it => it?.active?.state === 'activated')");
        var talk = page.context().newCDPSession(page);
        var worker = registration(talk, page);
        var told = """
                {"key":"notice-7","title":"有危险，马上处理","text":"GS-1 有人可能有危险","link":"/desk/tasks/1","grave":true}""";
        deliver(talk, worker, told);
        deliver(talk, worker, told);
        until(page, SHOWN + ".then(all => all.length > 0)");
        Assertions.assertThat(
                        page.evaluate(
                                SHOWN
                                        + ".then(all => all.map(it => [it.title, it.body, it.tag, it.data, it.requireInteraction].join('|')))"))
                .isEqualTo(List.of("有危险，马上处理|GS-1 有人可能有危险|notice-7|/desk/tasks/1|true"));
        deliver(talk, worker, "no json");
        until(page, SHOWN + ".then(all => all.some(it => it.title === '有新的通知'))");
    }

    private String registration(CDPSession talk, Page page) {
        var found = new AtomicReference<String>();
        talk.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations").forEach(it -> {
                    var one = it.getAsJsonObject();
                    if (one.get("scopeURL").getAsString().startsWith(api.base())) {
                        found.set(one.get("registrationId").getAsString());
                    }
                }));
        talk.send("ServiceWorker.enable");
        for (int i = 0; found.get() == null && i < 200; i++) {
            page.evaluate("new Promise(done => setTimeout(done, 50))");
        }
        return found.get();
    }

    private void deliver(CDPSession talk, String registration, String data) {
        var push = new JsonObject();
        push.addProperty("origin", api.base());
        push.addProperty("registrationId", registration);
        push.addProperty("data", data);
        talk.send("ServiceWorker.deliverPushMessage", push);
    }
}
