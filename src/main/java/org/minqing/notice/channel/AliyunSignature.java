package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hc.client5.http.classic.methods.HttpPost;

/** Aliyun's signature of the third version, ACS3-HMAC-SHA256: a request whose parameters stand in the address. */
record AliyunSignature(URI service, String keyId, String keySecret) {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final String NOTHING = DigestUtils.sha256Hex("");

    HttpPost request(String version, String action, Map<String, String> parameters, Instant now) {
        var query = parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
        var headers = new TreeMap<>(Map.of(
                "host",
                service.getRawAuthority(),
                "x-acs-action",
                action,
                "x-acs-content-sha256",
                NOTHING,
                "x-acs-date",
                AT.format(now),
                "x-acs-signature-nonce",
                UUID.randomUUID().toString(),
                "x-acs-version",
                version));
        var request = new HttpPost(URI.create(service.getScheme() + "://" + service.getRawAuthority() + "/?" + query));
        headers.forEach(request::setHeader);
        request.setHeader(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=" + keyId + ",SignedHeaders=" + String.join(";", headers.keySet())
                        + ",Signature=" + signature(query, headers));
        return request;
    }

    private String signature(String query, TreeMap<String, String> headers) {
        var canonical = "POST\n/\n" + query + "\n"
                + headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + String.join(";", headers.keySet()) + "\n" + NOTHING;
        return HexFormat.of()
                .formatHex(Signing.hmac(
                        keySecret.getBytes(UTF_8), "ACS3-HMAC-SHA256\n" + DigestUtils.sha256Hex(canonical)));
    }

    /** RFC 3986, which forms are not written in. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
