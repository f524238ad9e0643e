package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;

/** Bodies that are no sound JSON of a sound size, before any field is looked at. */
@MinqingTest
class BadBodyTest extends Talk {

    private static byte[] withTitle(int... bytes) {
        var start =
                "{\"locality\":\"shibu\",\"channel\":\"phone\",\"category\":\"other\",\"description\":\"灯不亮\",\"title\":\"灯";
        var head = start.getBytes(StandardCharsets.UTF_8);
        var body = java.util.Arrays.copyOf(head, head.length + bytes.length + 2);
        for (int i = 0; i < bytes.length; i++) {
            body[head.length + i] = (byte) bytes[i];
        }
        body[body.length - 2] = '"';
        body[body.length - 1] = '}';
        return body;
    }

    @Test
    void brokenUtf8() {
        assertThat(bytes(withTitle(0xe5, 0x9d, 0x8f)).status()).isEqualTo(201);
        stored.refused(400, () -> bytes(withTitle(0xff)), "body");
        stored.refused(400, () -> bytes(withTitle(0xe5, 0x9d)), "body");
        stored.refused(400, () -> bytes(withTitle(0xc0, 0x80)), "body");
        stored.refused(400, () -> bytes(withTitle(0xed, 0xa0, 0x80)), "body");
        stored.refused(400, () -> bytes(withTitle(0xf5, 0x80, 0x80, 0x80)), "body");
        stored.refused(400, () -> bytes(withTitle(0x00)), "body");
        stored.refused(400, () -> bytes(sound().toString().getBytes(StandardCharsets.UTF_16)), "body");
        stored.refused(400, () -> bytes(sound().toString().getBytes(java.nio.charset.Charset.forName("GBK"))), "body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"text\"",
                "{",
                "{\"title\":",
                "{'title':1}",
                "{title:1}",
                "{} {}",
                "{}x",
                "{\"title\":NaN}",
                "{\"title\":Infinity}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "/* */{}",
                "\ufeff\ufeff{}",
                "{\"title\":\"灯坏了\",\"title\":\"灯好了\"}",
                "{\"facts\":{\"vulnerable\":true,\"vulnerable\":false}}"
            })
    void noSoundJson(String body) {
        stored.refused(400, () -> api.submit(body), "body");
    }

    @Test
    void trailingGarbageAfterAnAcceptableBody() {
        stored.refused(400, () -> api.submit(sound() + "}"), "body");
        stored.refused(400, () -> api.submit(sound() + sound().toString()), "body");
        stored.refused(400, () -> api.submit(sound() + "\u0000"), "body");
    }

    @Test
    void deepNesting() {
        var deep = "{\"facts\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        stored.refused(400, () -> api.submit(deep), "body");
        stored.refused(400, () -> api.submit("{\"facts\":".repeat(10_000) + "1" + "}".repeat(10_000)), "body");
    }

    @Test
    void enormousNumbers() {
        var text = sound().toString();
        var open = text.substring(0, text.length() - 1) + ",\"facts\":{\"peopleAffected\":";
        stored.refused(400, () -> api.submit(open + "1e999999}}"), "facts.peopleAffected");
        stored.refused(400, () -> api.submit(open + "1e-999999}}"), "facts.peopleAffected");
        stored.refused(400, () -> api.submit(open + "9".repeat(900_000) + "}}"), "body");
        stored.refused(
                400,
                () -> api.submit(text.replace("\"location\":{", "\"location\":{\"lng\":1e999999,")),
                "location.lng");
    }

    @Test
    void tooLarge() {
        var large = sound().put("description", "长".repeat(500_000)).toString();
        stored.refused(413, () -> api.submit(large));
        stored.refused(413, () -> chunked(large.getBytes(StandardCharsets.UTF_8)));
        // To the byte.
        var fits = sound().toString();
        var bytes = fits.getBytes(StandardCharsets.UTF_8).length;
        stored.refused(413, () -> api.submit(fits + " ".repeat(1024 * 1024 - bytes + 1)));
        assertThat(api.submit(fits + " ".repeat(1024 * 1024 - bytes)).status()).isEqualTo(201);
    }

    private Api.Answer chunked(byte[] body) {
        return api.send(api.request("/api/appeals")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "text/json",
                "nonsense",
                "application/jsonp"
            })
    void wrongContentType(String type) {
        stored.refused(
                415,
                () -> api.send(api.request("/api/appeals")
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(sound().toString()))));
    }

    @Test
    void noContentType() {
        stored.refused(
                415,
                () -> api.send(api.request("/api/appeals")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(sound().toString()))));
    }
}
