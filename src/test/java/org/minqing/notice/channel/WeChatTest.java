package org.minqing.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service account sends template messages as its public documents say. */
class WeChatTest extends ServiceTalk {

    private static final String TOKEN = "{\"access_token\":\"t1\",\"expires_in\":7200}";

    private WeChat wechat() {
        return new WeChat(
                settings(Map.of(
                        "service",
                        stub.address(),
                        "appIdFrom",
                        "ID",
                        "appSecretFrom",
                        "SECRET",
                        "templates",
                        Map.of("otherwise", "T-1"))),
                http,
                clock);
    }

    @Test
    void aTemplateIsSentWithFieldsThatItsRulesAllowAndAnIdentityThatIsTheSameEachTime() throws Exception {
        answers(asked -> Stub.ok(asked.path().endsWith("stable_token") ? TOKEN : "{\"errcode\":0}"));
        var sender = wechat();
        var title = "一二三四五六七八九十一二三四五六七八九十多";
        var message = new Message(
                "notice-9", "result", "GS-20261121-0001", title, "", "https://x.cn/track", Instant.EPOCH, false);
        assertThat(sender.send(message, "openid")).isEqualTo(new Delivery.Taken());
        assertThat(sender.send(message, "openid")).isEqualTo(new Delivery.Taken());
        assertThat(stub.asked()).as("the token is asked for once").hasSize(3);
        var body = Json.read(stub.asked().get(1).body());
        assertThat(stub.asked().get(1).query()).isEqualTo("access_token=t1");
        assertThat(body.path("touser").asText()).isEqualTo("openid");
        assertThat(body.path("template_id").asText()).isEqualTo("T-1");
        assertThat(body.path("client_msg_id").asText()).isEqualTo("notice-9");
        assertThat(body.path("url").asText()).isEqualTo("https://x.cn/track");
        assertThat(body.path("data").path("thing1").path("value").asText()).isEqualTo(title.substring(0, 20));
    }

    @Test
    void aTokenThatIsWornOutIsAskedForAnew() throws Exception {
        var sent = new AtomicInteger();
        answers(asked -> Stub.ok(
                asked.path().endsWith("stable_token")
                        ? TOKEN
                        : "{\"errcode\":" + (sent.incrementAndGet() == 1 ? 42001 : 0) + "}"));
        var sender = wechat();
        assertThat(sender.send(MESSAGE, "openid")).isEqualTo(new Delivery.Later("errcode42001", Duration.ZERO));
        assertThat(sender.send(MESSAGE, "openid")).isEqualTo(new Delivery.Taken());
        assertThat(stub.asked())
                .filteredOn(asked -> asked.path().endsWith("stable_token"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"47003, Refused", "43004, Refused", "45009, Later", "-1, Later"})
    void theNumberSaysWhatBecameOfIt(int code, String became) throws Exception {
        answers(asked -> Stub.ok(asked.path().endsWith("stable_token") ? TOKEN : "{\"errcode\":" + code + "}"));
        assertThat(wechat().send(MESSAGE, "openid").getClass().getSimpleName()).isEqualTo(became);
    }

    @Test
    void withoutATokenItWaits() throws Exception {
        answer("{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}");
        assertThat(wechat().send(MESSAGE, "openid")).isEqualTo(new Delivery.Later("noToken", null));
    }
}
