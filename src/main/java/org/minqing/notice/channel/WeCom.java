package org.minqing.notice.channel;

import java.net.URI;
import java.time.Duration;
import org.apache.hc.core5.net.URIBuilder;

/** The robot of a group of WeCom (企业微信): a text of 2,048 bytes at most, 20 a minute. */
final class WeCom implements Sender {

    private static final String SERVICE = "https://qyapi.weixin.qq.com";
    private static final int MOST_BYTES = 2_048;
    private static final Duration FULL = Duration.ofMinutes(1);

    private final URI url;
    private final Outgoing http;

    WeCom(Settings settings, Outgoing http) {
        url = URI.create(new URIBuilder(settings.address("service", SERVICE))
                .setPath("/cgi-bin/webhook/send")
                .addParameter("key", settings.secret("keyFrom"))
                .toString());
        settings.nothingElse();
        this.http = http;
    }

    @Override
    public Delivery send(Message message, String address) {
        try {
            var answer = http.ask(Robot.request(url, Robot.text(message, MOST_BYTES)));
            var code = Robot.code(answer);
            if (code == null) {
                return new Delivery.Later("status" + answer.status(), answer.retryAfter());
            }
            return switch (code) {
                case 0 -> new Delivery.Taken();
                case -1 -> new Delivery.Later("busy", null);
                case 45009, 45033 -> new Delivery.Later("errcode" + code, FULL);
                default -> new Delivery.Refused("errcode" + code);
            };
        } catch (Outgoing.Silence e) {
            // A group that reads it twice is better than one that reads it never.
            return new Delivery.Later(e.getMessage(), null);
        }
    }
}
