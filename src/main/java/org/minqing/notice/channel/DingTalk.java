package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.apache.hc.core5.net.URIBuilder;

/** The robot of a group of DingTalk (钉钉), signed; 20 a minute, and whoever sends more is heard for ten minutes no more. */
final class DingTalk implements Sender {

    private static final String SERVICE = "https://oapi.dingtalk.com";
    private static final int MOST_BYTES = 20_000;
    private static final Duration BLOCKED = Duration.ofMinutes(10);

    private final URI service;
    private final String token;
    private final String secret;
    private final Outgoing http;
    private final InstantSource clock;

    DingTalk(Settings settings, Outgoing http, InstantSource clock) {
        service = settings.address("service", SERVICE);
        token = settings.secret("tokenFrom");
        secret = settings.secret("secretFrom");
        settings.nothingElse();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Delivery send(Message message, String address) {
        try {
            var answer = http.ask(Robot.request(url(), Robot.text(message, MOST_BYTES)));
            var code = Robot.code(answer);
            if (code == null) {
                return new Delivery.Later("status" + answer.status(), answer.retryAfter());
            }
            return switch (code) {
                case 0 -> new Delivery.Taken();
                case -1 -> new Delivery.Later("busy", null);
                case 130101, 410100 -> new Delivery.Later("errcode" + code, BLOCKED);
                default -> new Delivery.Refused("errcode" + code);
            };
        } catch (Outgoing.Silence e) {
            return new Delivery.Later(e.getMessage(), null);
        }
    }

    /** Signed anew each time: a signature is good for an hour. */
    private URI url() {
        var at = String.valueOf(clock.millis());
        var sign = Base64.getEncoder().encodeToString(Signing.hmac(secret.getBytes(UTF_8), at + "\n" + secret));
        return URI.create(new URIBuilder(service)
                .setPath("/robot/send")
                .addParameter("access_token", token)
                .addParameter("timestamp", at)
                .addParameter("sign", sign)
                .toString());
    }
}
