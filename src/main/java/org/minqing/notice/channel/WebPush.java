package org.minqing.notice.channel;

import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.minqing.notice.push.Browser;
import org.minqing.notice.push.Browsers;

/**
 * Each browser of somebody, through the service of its maker (RFC 8030), which cannot read what it carries (RFC 8291). The same
 * message takes the place of the earlier one, there and on the telephone.
 */
final class WebPush implements Sender {

    private final VapidKey key;
    private final Outgoing http;
    private final InstantSource clock;
    private final Browsers browsers;

    WebPush(VapidKey key, Outgoing http, InstantSource clock, Browsers browsers) {
        this.key = key;
        this.http = http;
        this.clock = clock;
        this.browsers = browsers;
    }

    @Override
    public String publicKey() {
        return key.publicKey();
    }

    /** Taken if one of them has it: sent again, it would ring on that one again. */
    @Override
    public Delivery send(Message message, String person) {
        var became = new ArrayList<Delivery>();
        for (var browser : browsers.of(person, key.publicKey())) {
            became.add(send(message, browser));
        }
        return became.stream()
                .filter(Delivery.Taken.class::isInstance)
                .findFirst()
                .or(() ->
                        became.stream().filter(Delivery.Later.class::isInstance).findFirst())
                .or(() -> became.stream().findFirst())
                .orElse(new Delivery.Refused("noBrowser"));
    }

    private Delivery send(Message message, Browser browser) {
        try {
            return became(http.ask(request(message, browser)), browser);
        } catch (Outgoing.Silence e) {
            return new Delivery.Later(e.getMessage(), null);
        }
    }

    private HttpPost request(Message message, Browser browser) {
        var request = new HttpPost(URI.create(browser.endpoint()));
        request.setHeader("Authorization", key.authorization(browser.endpoint(), clock.instant()));
        request.setHeader("TTL", String.valueOf(browsers.kept().toSeconds()));
        request.setHeader("Urgency", message.grave() ? "high" : "normal");
        request.setHeader("Topic", message.key());
        var sealed = MessageEncryptions.of()
                .encrypt(
                        UserAgentMessageEncryptionKeyInfo.of(browser.p256dh(), browser.auth()),
                        PushMessage.ofUTF8(body(message)));
        request.setHeader("Content-Encoding", sealed.contentEncoding());
        request.setEntity(new ByteArrayEntity(sealed.toBytes(), ContentType.APPLICATION_OCTET_STREAM));
        return request;
    }

    /** Without the name of our site: the telephone opens it where it knows us. */
    private static String body(Message message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("key", message.key());
        body.put("title", message.title());
        body.put("text", message.text());
        body.put("link", URI.create(message.link()).getRawPath());
        body.put("grave", message.grave());
        return Json.of(body);
    }

    private Delivery became(Outgoing.Answer answer, Browser browser) {
        var reason = "status" + answer.status();
        return switch (answer.status()) {
            case 200, 201, 202, 204 -> new Delivery.Taken();
            case 404, 410 -> {
                browsers.gone(browser.id());
                yield new Delivery.Refused(reason);
            }
            case 408, 425, 429 -> new Delivery.Later(reason, answer.retryAfter());
            default ->
                answer.status() >= 500 ? new Delivery.Later(reason, answer.retryAfter()) : new Delivery.Refused(reason);
        };
    }
}
