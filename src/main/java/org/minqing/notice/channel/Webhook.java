package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.minqing.time.Times;

/** Another system, told as Standard Webhooks 1.0.0 says: a signed JSON text, the same identity each time that it is sent. */
final class Webhook implements Sender {

    private final URI url;
    private final byte[] secret;
    private final Outgoing http;
    private final InstantSource clock;

    Webhook(Settings settings, Outgoing http, InstantSource clock) {
        url = settings.address("url", null);
        secret = key(settings);
        settings.nothingElse();
        this.http = http;
        this.clock = clock;
    }

    private static byte[] key(Settings settings) {
        var value = settings.secret("secretFrom");
        try {
            var key = Base64.getDecoder().decode(value.replaceFirst("^whsec_", ""));
            if (key.length >= 24 && key.length <= 64) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw settings.wrong("secretFrom", "must be 24 to 64 bytes in Base64, with or without whsec_ before them");
    }

    @Override
    public Delivery send(Message message, String address) {
        var body = body(message);
        var at = String.valueOf(clock.instant().getEpochSecond());
        var request = new HttpPost(url);
        request.setHeader("webhook-id", message.key());
        request.setHeader("webhook-timestamp", at);
        request.setHeader("webhook-signature", "v1," + signature(message.key() + "." + at + "." + body));
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        try {
            return became(http.ask(request));
        } catch (Outgoing.Silence e) {
            // A receiver knows repetitions by the identity.
            return new Delivery.Later(e.getMessage(), null);
        }
    }

    private String signature(String signed) {
        return new String(Base64.getEncoder().encode(Signing.hmac(secret, signed)), UTF_8);
    }

    private static String body(Message message) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", message.number());
        data.put("title", message.title());
        data.put("text", message.text());
        data.put("link", message.link());
        var whole = new LinkedHashMap<String, Object>();
        whole.put("type", "appeal." + message.fact());
        whole.put("timestamp", Times.iso(message.at()));
        whole.put("data", data);
        return Json.of(whole);
    }

    private static Delivery became(Outgoing.Answer answer) {
        var reason = "status" + answer.status();
        return switch (answer.status() / 100) {
            case 2 -> new Delivery.Taken();
            // Whoever took over the address would lead us anywhere.
            case 3 -> new Delivery.Refused(reason);
            case 4 ->
                switch (answer.status()) {
                    case 408, 425, 429 -> new Delivery.Later(reason, answer.retryAfter());
                    default -> new Delivery.Refused(reason);
                };
            default -> new Delivery.Later(reason, answer.retryAfter());
        };
    }
}
