package org.minqing.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Senders;
import org.minqing.notice.channel.SetUp;
import org.minqing.notice.push.OwnBrowsers;
import org.minqing.people.PeopleTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** A telephone is told what its owner may hear, for as long as it is his and he is here. */
@MinqingTest
class PushPagesTest extends PeopleTalk {

    private static final String KEY = "the-key-of-ganshui";

    @Autowired
    private Senders senders;

    @Autowired
    private OwnBrowsers browsers;

    private SetUp channels;
    private String endpoint;

    @BeforeEach
    void aTownThatPushes() {
        channels = new SetUp(senders, "ganshui", Map.of(Channel.PUSH, SetUp.taking(KEY)));
        endpoint = "https://fcm.googleapis.com/fcm/send/" + who;
    }

    @AfterEach
    void gone() {
        channels.close();
        jdbc.sql("delete from push_browser where endpoint like 'https://fcm.googleapis.com/fcm/send/test-%'")
                .update();
    }

    private static String p256dh() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var encoded = ((ECPublicKey) generator.generateKeyPair().getPublic()).getEncoded();
        return written(Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length));
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private HttpResponse<String> on(Session session, String endpoint) throws Exception {
        var fields = form("endpoint", endpoint, "p256dh", p256dh(), "auth", written(new byte[16]));
        return session.submit("/desk/notices/push", fields, "/desk/notices");
    }

    private List<String> tells(String endpoint) {
        return jdbc.sql("select person from push_browser where endpoint = ?")
                .param(endpoint)
                .query(String.class)
                .list();
    }

    private static String mine(Session session) {
        return page(session, "/desk/notices").body();
    }

    @Test
    void itIsToldFromThenOnAndNoMoreWhenHeSaysSo() throws Exception {
        opened(who, "赵网格", GRID);
        var phone = Session.of(api, who, PASSWORD);
        assertThat(mine(phone)).contains("data-key=\"" + KEY + "\"", "在这台手机上接收通知");
        var answer = on(phone, endpoint);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("PUSH-BROWSER=") && cookie.contains("HttpOnly"));
        assertThat(tells(endpoint)).containsExactly(who);
        assertThat(browsers.of(who, KEY)).hasSize(1);
        assertThat(browsers.of(who, "another key")).isEmpty();
        assertThat(mine(phone)).contains("正在接收通知").doesNotContain("在这台手机上接收通知");
        var table = Session.of(api, who, PASSWORD);
        assertThat(mine(table)).contains("在这台手机上接收通知", "您共有 1 台");
        assertThat(table.submit("/desk/notices/push/off", "x=y", "/desk/notices")
                        .statusCode())
                .isEqualTo(303);
        assertThat(tells(endpoint)).as("another browser of his").containsExactly(who);
        phone.submit("/desk/notices/push/off", "x=y", "/desk/notices");
        assertThat(tells(endpoint)).isEmpty();
        on(phone, endpoint);
        table.submit("/desk/notices/push/off", "all=true", "/desk/notices");
        assertThat(tells(endpoint)).isEmpty();
    }

    @Test
    void whoSignsOutLeavesATelephoneThatSaysNothingOfHis() throws Exception {
        opened(who, "赵网格", GRID);
        var phone = Session.of(api, who, PASSWORD);
        on(phone, endpoint);
        var other = Session.of(api, who, PASSWORD);
        other.submit("/sign-out", "x=y");
        assertThat(tells(endpoint)).as("signed out elsewhere").containsExactly(who);
        jdbc.sql("delete from staff_session where principal_name = ?")
                .param(who)
                .update();
        assertThat(tells(endpoint)).as("a session that merely ended").containsExactly(who);
        phone.submit("/sign-out", "x=y", "/sign-in");
        assertThat(tells(endpoint)).isEmpty();
    }

    @Test
    void aTelephoneThatAnotherTakesOverTellsHimAndNobodyElse() throws Exception {
        opened(who, "赵网格", GRID);
        on(Session.of(api, who, PASSWORD), endpoint);
        on(Session.of(api, "ganshui-grid-02"), endpoint);
        assertThat(tells(endpoint)).containsExactly("ganshui-grid-02");
    }

    @Test
    void whoLeavesOrHoldsNoPostThereAnyMoreIsToldNothing() throws Exception {
        opened(who, "赵网格", GRID);
        on(Session.of(api, who, PASSWORD), endpoint);
        jdbc.sql("insert into notice_setting (person, phone) values (?, '13900001111')")
                .param(who)
                .update();
        moved(GRID_2);
        assertThat(tells(endpoint)).as("another post of the same town").containsExactly(who);
        moved(IN_MATOU);
        assertThat(tells(endpoint)).isEmpty();
        moved(GRID);
        on(Session.of(api, who, PASSWORD), endpoint);
        assertThat(closed(who).statusCode()).isEqualTo(303);
        assertThat(tells(endpoint)).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice_setting where person = ?")
                        .param(who)
                        .query(Long.class)
                        .single())
                .as("his telephone number")
                .isZero();
    }

    private void moved(String post) {
        var answer = send(at(who), "name", "赵网格", "post", post, "seen", "");
        if (answer.statusCode() != 303) {
            answer = send(at(who), "name", "赵网格", "post", post, "seen", seen(answer));
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoint=https://192.168.0.1/a&p256dh=GOOD&auth=AAAAAAAAAAAAAAAAAAAAAA",
                "endpoint=https://evil.example/a&p256dh=GOOD&auth=AAAAAAAAAAAAAAAAAAAAAA",
                "endpoint=https://fcm.googleapis.com/fcm/send/test-x&p256dh=BAAA&auth=AAAAAAAAAAAAAAAAAAAAAA",
                "endpoint=https://fcm.googleapis.com/fcm/send/test-x&p256dh=GOOD&auth=AAAA",
                "endpoint=https://fcm.googleapis.com/fcm/send/test-x&p256dh=GOOD&auth=***",
                "x=y"
            })
    void whatIsNoBrowserIsRefusedAndNotKept(String fields) throws Exception {
        var before = jdbc.sql("select count(*) from push_browser where person = 'ganshui-grid-01'")
                .query(Long.class)
                .single();
        var answer = Session.of(api, "ganshui-grid-01")
                .submit("/desk/notices/push", fields.replace("GOOD", p256dh()), "/desk/notices");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from push_browser where person = 'ganshui-grid-01'")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void whereTheTownPushesNothingThereIsNothingToAskFor() throws Exception {
        var other = Session.of(api, "matou-dispatcher");
        assertThat(mine(other)).doesNotContain("在这台手机上接收通知");
        assertThat(on(other, endpoint).statusCode()).isEqualTo(404);
        assertThat(tells(endpoint)).isEmpty();
    }

    @Test
    void aSixthBrowserTakesThePlaceOfTheFirst() throws Exception {
        opened(who, "赵网格", GRID);
        for (int i = 0; i < 6; i++) {
            on(Session.of(api, who, PASSWORD), endpoint + "-" + i);
            time.set(time.instant().plusSeconds(1));
        }
        assertThat(browsers.count(who)).isEqualTo(5);
        assertThat(tells(endpoint + "-0")).isEmpty();
    }
}
