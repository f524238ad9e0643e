package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both robots are asked as their public documents say. */
class RobotsTest extends ServiceTalk {

    private WeCom wecom() {
        return new WeCom(settings(Map.of("service", stub.address(), "keyFrom", "KEY")), http);
    }

    private DingTalk dingtalk() {
        return new DingTalk(
                settings(Map.of("service", stub.address(), "tokenFrom", "TOKEN", "secretFrom", "SECRET")), http, clock);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Test
    void weComGetsATextWithNumberAndLinkUnderItsKey() throws Exception {
        answer("{\"errcode\":0,\"errmsg\":\"ok\"}");
        assertThat(wecom().send(MESSAGE, null)).isEqualTo(new Delivery.Taken());
        var asked = stub.asked().get(0);
        assertThat(asked.path()).isEqualTo("/cgi-bin/webhook/send");
        assertThat(parameters(asked.query())).isEqualTo(Map.of("key", "a-key"));
        assertThat(Json.read(asked.body()).path("msgtype").asText()).isEqualTo("text");
        assertThat(Json.read(asked.body()).path("text").path("content").asText())
                .startsWith("【已超时】GS-20261121-0001\n")
                .endsWith("\nhttps://mq.example.cn/desk/appeals/GS-20261121-0001");
    }

    /** 2,048 bytes of UTF-8, in whole signs. */
    @Test
    void weComGetsNoLongerTextThanItTakesAndTheLinkIsNeverCut() throws Exception {
        answer("{\"errcode\":0}");
        var text = "很长的句子🙂".repeat(300);
        wecom().send(
                        new Message("k", "urged", "GS-20261121-0001", "催办", text, MESSAGE.link(), Instant.EPOCH, false),
                        null);
        var sent = Json.read(stub.asked().get(0).body())
                .path("text")
                .path("content")
                .asText();
        assertThat(sent.getBytes(UTF_8).length).isLessThanOrEqualTo(2_048).isGreaterThan(2_030);
        assertThat(sent).endsWith("…\n" + MESSAGE.link()).doesNotContain("\ufffd");
        assertThat(UTF_8.newEncoder().canEncode(sent)).isTrue();
    }

    @Test
    void dingTalkGetsASignatureOverTimeAndSecret() throws Exception {
        answer("{\"errcode\":0}");
        assertThat(dingtalk().send(MESSAGE, null)).isEqualTo(new Delivery.Taken());
        var asked = stub.asked().get(0);
        assertThat(asked.path()).isEqualTo("/robot/send");
        var parameters = parameters(asked.query());
        var at = String.valueOf(NOW.toEpochMilli());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("SECabcdef".getBytes(UTF_8), "HmacSHA256"));
        assertThat(parameters)
                .containsEntry("access_token", "a-token")
                .containsEntry("timestamp", at)
                .containsEntry(
                        "sign", Base64.getEncoder().encodeToString(mac.doFinal((at + "\nSECabcdef").getBytes(UTF_8))));
        assertThat(asked.query())
                .as("a plus sign of Base64 would be read as a blank")
                .doesNotContain("+");
    }

    @ParameterizedTest
    @CsvSource({
        "45009, Later, PT1M",
        "93000, Refused,",
        "-1, Later,",
    })
    void weComsNumberSaysWhatBecameOfIt(int code, String became, Duration after) throws Exception {
        answer("{\"errcode\":" + code + "}");
        check(wecom().send(MESSAGE, null), became, after);
    }

    /** Whoever sends more than twenty a minute is blocked for ten minutes. */
    @ParameterizedTest
    @CsvSource({
        "130101, Later, PT10M",
        "310000, Refused,",
        "300001, Refused,",
        "-1, Later,",
    })
    void dingTalksNumberSaysWhatBecameOfIt(int code, String became, Duration after) throws Exception {
        answer("{\"errcode\":" + code + "}");
        check(dingtalk().send(MESSAGE, null), became, after);
    }

    private static void check(Delivery delivery, String became, Duration after) {
        assertThat(delivery.getClass().getSimpleName()).isEqualTo(became);
        if (delivery instanceof Delivery.Later later) {
            assertThat(later.after()).isEqualTo(after);
        }
    }

    @Test
    void thePageOfAProxyIsNoAnswer() throws Exception {
        answer("<html>200 OK</html>");
        assertThat(wecom().send(MESSAGE, null)).isEqualTo(new Delivery.Later("status200", null));
        assertThat(dingtalk().send(MESSAGE, null)).isEqualTo(new Delivery.Later("status200", null));
    }
}
