package org.minqing.notice.channel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.net.URIBuilder;
import org.minqing.time.Times;

/** A template message of a service account of WeChat (微信服务号). It knows its repetitions by {@code client_msg_id}. */
final class WeChat implements Sender {

    private static final String SERVICE = "https://api.weixin.qq.com";
    /** Of a field that is called thing. */
    private static final int MOST_SIGNS = 20;

    private record Token(String value, Instant until) {}

    private final URI service;
    private final String appId;
    private final String appSecret;
    private final Map<String, String> templates;
    private final Outgoing http;
    private final InstantSource clock;
    private volatile Token token = new Token("", Instant.MIN);

    WeChat(Settings settings, Outgoing http, InstantSource clock) {
        service = settings.address("service", SERVICE);
        appId = settings.secret("appIdFrom");
        appSecret = settings.secret("appSecretFrom");
        templates = settings.templates();
        settings.nothingElse();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Delivery send(Message message, String address) {
        var template = templates.getOrDefault(message.fact(), templates.get(Settings.OTHERWISE));
        if (template == null) {
            return new Delivery.Refused("noTemplate");
        }
        try {
            var known = token();
            if (known.isEmpty()) {
                return new Delivery.Later("noToken", null);
            }
            var url = new URIBuilder(service)
                    .setPath("/cgi-bin/message/template/send")
                    .addParameter("access_token", known);
            return became(http.ask(request(URI.create(url.toString()), body(message, address, template))));
        } catch (Outgoing.Silence e) {
            return new Delivery.Later(e.getMessage(), null);
        }
    }

    private static Map<String, Object> body(Message message, String address, String template) {
        var data = new LinkedHashMap<String, Object>();
        data.put("thing1", Map.of("value", cut(message.title())));
        data.put("character_string2", Map.of("value", message.number()));
        data.put("time3", Map.of("value", Times.words(message.at())));
        var body = new LinkedHashMap<String, Object>();
        body.put("touser", address);
        body.put("template_id", template);
        body.put("url", message.link());
        body.put("client_msg_id", message.key());
        body.put("data", data);
        return body;
    }

    private static String cut(String text) {
        return text.codePoints()
                .limit(MOST_SIGNS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Delivery became(Outgoing.Answer answer) {
        var code = Robot.code(answer);
        if (code == null) {
            return new Delivery.Later("status" + answer.status(), answer.retryAfter());
        }
        return switch (code) {
            case 0 -> new Delivery.Taken();
            case -1 -> new Delivery.Later("busy", null);
            case 40001, 40014, 42001 -> {
                token = new Token("", Instant.MIN);
                yield new Delivery.Later("errcode" + code, Duration.ZERO);
            }
            case 45009 -> new Delivery.Later("errcode" + code, Duration.ofHours(1));
            default -> new Delivery.Refused("errcode" + code);
        };
    }

    /** The stable one, which a second node does not take away from the first; empty if there is none to be had. */
    private String token() throws Outgoing.Silence {
        if (clock.instant().isBefore(token.until())) {
            return token.value();
        }
        var asked = Map.of("grant_type", "client_credential", "appid", appId, "secret", appSecret);
        var told = Json.read(http.ask(request(service.resolve("/cgi-bin/stable_token"), asked))
                .body());
        var value = told.path("access_token").asText();
        if (!value.isEmpty()) {
            var within = Duration.ofSeconds(Math.max(0, told.path("expires_in").asInt() - 60));
            token = new Token(value, clock.instant().plus(within));
        }
        return value;
    }

    private static HttpPost request(URI url, Map<String, ?> body) {
        var request = new HttpPost(url);
        request.setEntity(new StringEntity(Json.of(body), ContentType.APPLICATION_JSON));
        return request;
    }
}
