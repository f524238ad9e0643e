package org.minqing.proof.attack;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Puts a request into bytes: with its sender's cookies and tokens, and now and then with headers that nobody should send. */
final class Wire {

    private static final List<String> ACCEPTS =
            List.of("application/json", "text/html", "*/*", "application/xml", "image/png", "text/csv", "a;q=z", "");

    /** Type and text. */
    record Body(String type, byte[] bytes) {}

    private final Hostile hostile;

    Wire(Hostile hostile) {
        this.hostile = hostile;
    }

    byte[] bytes(String line, Attacker by, String path, Body body) {
        var head = new StringBuilder(line)
                .append("\r\nHost: ")
                .append(hostile.once(50) ? "evil.example" : "127.0.0.1")
                .append("\r\n");
        header(head, "Accept", hostile.once(8) ? hostile.one(ACCEPTS) : "application/json");
        if (path.startsWith("/api") && !by.basic().isEmpty() && hostile.once(3)) {
            header(head, "Authorization", by.basic());
        } else if (hostile.once(60)) {
            header(
                    head,
                    "Authorization",
                    hostile.one(List.of("Basic AGFiOmMA", "Basic !!!", "Basic ", "Bearer x", "Basic Og==")));
        } else {
            header(
                    head,
                    "Cookie",
                    hostile.once(60) ? "SESSION=" + encoded(hostile.text()) + "; XSRF-TOKEN=" : by.cookie());
        }
        if (!by.xsrf().isEmpty() && !hostile.once(10)) {
            header(head, "X-XSRF-TOKEN", by.xsrf());
        }
        header(
                head,
                "Idempotency-Key",
                hostile.once(4)
                        ? plain(hostile.text())
                        : UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8))
                                .toString());
        if (hostile.once(20)) {
            header(
                    head,
                    hostile.one(List.of(
                            "X-Forwarded-For",
                            "X-Forwarded-Host",
                            "Accept-Language",
                            "Origin",
                            "Range",
                            "If-None-Match",
                            "X-HTTP-Method-Override",
                            "Referer")),
                    plain(hostile.text()));
        }
        if (hostile.once(60)) {
            header(head, "X-Bytes", "\u0080\u0085\u009f");
        }
        if (body != null) {
            header(head, "Content-Type", body.type());
            header(head, "Content-Length", Integer.toString(body.bytes().length));
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            all.writeBytes(body.bytes());
        }
        return all.toByteArray();
    }

    private static void header(StringBuilder head, String name, String value) {
        if (!value.isEmpty()) {
            head.append(name).append(": ").append(value).append("\r\n");
        }
    }

    /** Within one line and one kilobyte. */
    private static String plain(String text) {
        var line = text.replaceAll("[\r\n\u0000]", " ");
        return line.substring(0, Math.min(line.length(), 1000));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(text.length(), 500)), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
