package org.minqing.support;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Sends a file as a form of a page or a program does. */
public record Uploading(Api api) {

    private static final String BOUNDARY = "----minqing-7f3a";

    /** @param sha256 as whoever sends it counted it; null if he did not */
    public Api.Answer send(byte[] bytes, String name, String sha256) {
        return send(bytes, name, sha256, null);
    }

    /** @param key the same for the same file, however often it is sent; null for none */
    public Api.Answer send(byte[] bytes, String name, String sha256, String key) {
        var body = new ByteArrayOutputStream();
        if (sha256 != null) {
            part(body, "name=\"sha256\"", sha256.getBytes(StandardCharsets.US_ASCII));
        }
        part(body, "name=\"file\"; filename=\"" + name + "\"", bytes);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        var request = api.request("/api/attachments")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        return api.send(key == null ? request : request.header("Idempotency-Key", key));
    }

    private static void part(ByteArrayOutputStream body, String what, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
