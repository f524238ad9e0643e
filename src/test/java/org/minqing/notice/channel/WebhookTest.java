package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another system hears of a fact as Standard Webhooks says, and nothing that it does harms us. */
class WebhookTest extends ServiceTalk {

    private Webhook webhook() {
        return new Webhook(settings(Map.of("url", stub.address() + "/in", "secretFrom", "HOOK")), http, clock);
    }

    @Test
    void whoeverKnowsTheSecretCanTellThatItIsWeAndThatNothingWasChanged() throws Exception {
        answers(asked -> new Stub.Told(204, Map.of(), ""));
        assertThat(webhook().send(MESSAGE, null)).isEqualTo(new Delivery.Taken());
        var asked = stub.asked().get(0);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "HmacSHA256"));
        var signed = asked.header("webhook-id") + "." + asked.header("webhook-timestamp") + "." + asked.body();
        assertThat(asked.header("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
        assertThat(asked.header("webhook-id")).isEqualTo("notice-7");
        assertThat(asked.header("webhook-timestamp")).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        assertThat(asked.body())
                .contains(
                        "\"type\":\"appeal.overdue\"", "\"number\":\"GS-20261121-0001\"", "2026-11-22T22:30:00+08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Taken",
        "302, Refused",
        "400, Refused",
        "410, Refused",
        "408, Later",
        "429, Later",
        "500, Later",
        "503, Later"
    })
    void whatAReceiverAnswersSaysWhetherItIsTriedAgain(int status, String became) throws Exception {
        answers(asked -> new Stub.Told(status, Map.of("Location", "http://127.0.0.1:1/"), "x".repeat(200_000)));
        assertThat(webhook().send(MESSAGE, null).getClass().getSimpleName()).isEqualTo(became);
        assertThat(stub.asked()).as("a redirect is not followed").hasSize(1);
    }

    @Test
    void whoAsksForPatienceGetsIt() throws Exception {
        answers(asked -> new Stub.Told(503, Map.of("Retry-After", "120"), ""));
        assertThat(webhook().send(MESSAGE, null)).isEqualTo(new Delivery.Later("status503", Duration.ofMinutes(2)));
    }

    /** A receiver that sends a byte now and then must not hold a thread. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReceiverThatHangsIsLeftAfterTheWholePatience(boolean answersByTheByte) throws Exception {
        var end = new CountDownLatch(1);
        try (var slow = new SlowReceiver(answersByTheByte, end)) {
            var hook = new Webhook(
                    settings(Map.of("url", "http://127.0.0.1:" + slow.port(), "secretFrom", "HOOK")), http, clock);
            var began = System.nanoTime();
            assertThat(hook.send(MESSAGE, null)).isEqualTo(new Delivery.Later("timeout", null));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        } finally {
            end.countDown();
        }
    }

    /** What it said twice would be the answer to the next message, which it never read. */
    @Test
    void whoeverAnswersTwiceHasNotAnsweredTheNext() throws Exception {
        var taken = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        try (var talker = new Talker(taken + taken, "HTTP/1.1 500 Sorry\r\nContent-Length: 0\r\n\r\n")) {
            var hook = new Webhook(
                    settings(Map.of("url", "http://127.0.0.1:" + talker.port(), "secretFrom", "HOOK")), http, clock);
            assertThat(hook.send(MESSAGE, null)).isEqualTo(new Delivery.Taken());
            assertThat(hook.send(MESSAGE, null)).isEqualTo(new Delivery.Later("status500", null));
        }
    }

    @Test
    void manyServicesThatHangLeaveRoomForOneThatDoesNot() throws Exception {
        answers(asked -> new Stub.Told(204, Map.of(), ""));
        var called = new CountDownLatch(10);
        var end = new CountDownLatch(1);
        var slow = new ArrayList<SlowReceiver>();
        var waiting = new ArrayList<Thread>();
        try (var patient = new Outgoing(new Networks(List.of("127.0.0.0/8")), Duration.ofSeconds(30))) {
            for (int i = 0; i < 40; i++) {
                var one = new SlowReceiver(false, called, end);
                slow.add(one);
                waiting.add(new Thread(
                        () -> hook("http://127.0.0.1:" + one.port(), patient).send(MESSAGE, null)));
            }
            waiting.forEach(Thread::start);
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(hook(stub.address(), patient).send(MESSAGE, null)).isEqualTo(new Delivery.Taken());
            assertThat(waiting).allMatch(Thread::isAlive);
        } finally {
            end.countDown();
            for (var one : slow) {
                one.close();
            }
        }
    }

    private Webhook hook(String url, Outgoing by) {
        return new Webhook(settings(Map.of("url", url, "secretFrom", "HOOK")), by, clock);
    }

    @Test
    void whereNobodyListensItWaits() {
        var hook = new Webhook(settings(Map.of("url", "http://127.0.0.1:1/", "secretFrom", "HOOK")), http, clock);
        assertThat(hook.send(MESSAGE, null)).isEqualTo(new Delivery.Later("notReached", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://172.16.0.9/",
                "http://169.254.169.254/latest",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://localhost/",
                "http://0.0.0.0/",
                "http://2130706433/",
                "http://100.64.0.1/"
            })
    void anAddressWithinOurNetworksIsRefusedWhenItIsReadAndWhenItIsAsked(String url) throws Exception {
        var closed = new Networks(List.of());
        try (var strict = new Outgoing(closed, Duration.ofMillis(700))) {
            var opening = new Opening(strict, closed, clock, null, null);
            assertThatThrownBy(() -> opening.open(Channel.WEBHOOK, settings(Map.of("url", url, "secretFrom", "HOOK"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("senders.yml: ganshui.it.url");
            assertThat(new Webhook(settings(Map.of("url", url, "secretFrom", "HOOK")), strict, clock)
                            .send(MESSAGE, null))
                    .isEqualTo(new Delivery.Later("forbiddenNetwork", null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.cn/, HOOK, url",
        "https://a:b@example.cn/, HOOK, url",
        "nonsense, HOOK, url",
        "https://example.cn/, NOT_SET, secretFrom",
        "https://example.cn/, KEY, secretFrom"
    })
    void whatCannotBeUsedIsRefusedByItsLine(String url, String variable, String line) {
        assertThatThrownBy(() -> new Webhook(settings(Map.of("url", url, "secretFrom", variable)), http, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("senders.yml: ganshui.it." + line)
                .hasMessageNotContaining("a-key");
    }

    @Test
    void aSettingThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> new Webhook(
                        settings(Map.of("url", "https://example.cn/", "secretFrom", "HOOK", "secret", "abc")),
                        http,
                        clock))
                .hasMessage("senders.yml: ganshui.it: unknown secret");
    }
}
