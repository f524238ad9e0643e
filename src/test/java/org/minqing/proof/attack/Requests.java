package org.minqing.proof.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.history.HistoricDecisionInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.JobQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;

/** Random requests, the same ones from the same seed on the same data. */
final class Requests {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "FOO");

    /** What our own lists and pages take, with what they do not. */
    private static final List<String> OUR_NAMES = List.of(
            "page",
            "from",
            "to",
            "cutOff",
            "unit",
            "month",
            "list",
            "ids",
            "definition",
            "format",
            "state",
            "appeal",
            "kind",
            "clock",
            "lateMinutes",
            "oldest",
            "youngest",
            "band",
            "sort",
            "order",
            "q",
            "refused",
            "_csrf",
            "locality",
            "x");

    private static final List<String> FORM_NAMES = List.of(
            "title",
            "description",
            "category",
            "unit",
            "address",
            "name",
            "phone",
            "anonymous",
            "code",
            "grade",
            "resolved",
            "contacted",
            "comment",
            "purpose",
            "original",
            "subject",
            "instruction",
            "holder",
            "reason",
            "action",
            "finding",
            "username",
            "password",
            "reached",
            "locality",
            "key",
            "revision");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "text/plain",
            "application/xml",
            "application/x-java-serialized-object",
            "a/b/c;;",
            "");

    /**
     * One to be sent.
     *
     * @param line its first line, for reports
     * @param torn whether the connection is to be cut before it is whole
     */
    record Request(Attacker by, String line, byte[] bytes, boolean head, boolean torn) {}

    private final Hostile hostile;
    private final Bodies bodies;
    private final Wire wire;
    private final Offers offers;
    private final List<Attacker> attackers;
    private final List<String> engineNames = Stream.of(
                    TaskQueryDto.class, JobQueryDto.class, HistoricDecisionInstanceQueryDto.class)
            .flatMap(type -> Bodies.names(type).stream())
            .distinct()
            .toList();

    Requests(long seed, Offers offers, List<Attacker> attackers) {
        hostile = new Hostile(new Random(seed));
        bodies = new Bodies(hostile);
        wire = new Wire(hostile);
        this.offers = offers;
        this.attackers = attackers;
    }

    Request next() {
        var by = hostile.one(attackers);
        var offer = hostile.one(offers.all());
        var method = hostile.once(15) ? hostile.one(METHODS) : hostile.one(offer.methods());
        var path = path(offer.pattern());
        var line = method + " " + path + query(path) + " HTTP/1.1";
        var reads = method.equals("GET") || method.equals("HEAD");
        // Nobody expects a body there, which is a reason to send one.
        var body = reads && !hostile.once(50) ? null : body(path, by);
        var bytes = wire.bytes(line, by, path, body);
        var torn = body != null && hostile.once(100);
        return new Request(by, line, torn ? half(bytes) : bytes, method.equals("HEAD"), torn);
    }

    private static byte[] half(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length - Math.min(bytes.length / 2, 20));
    }

    private String path(String pattern) {
        var path = new StringBuilder();
        var variable = VARIABLE.matcher(
                pattern.replace("{engine}", hostile.once(30) ? Wire.encoded(hostile.text()) : "default"));
        while (variable.find()) {
            var before = pattern.substring(0, Math.min(pattern.length(), variable.start()))
                    .split("/");
            variable.appendReplacement(
                    path, java.util.regex.Matcher.quoteReplacement(id(variable.group(1), before[before.length - 1])));
        }
        variable.appendTail(path);
        var text = path.toString()
                .replace("**", hostile.once(2) ? "x" : Wire.encoded(hostile.text()))
                .replace("*", "x");
        return hostile.once(25) ? crooked(text) : text;
    }

    private String id(String variable, String wordBefore) {
        var real = offers.ids(variable, wordBefore);
        if (!real.isEmpty() && !hostile.once(5)) {
            return Wire.encoded(hostile.one(real));
        }
        return hostile.once(3) ? UUID.randomUUID().toString() : Wire.encoded(hostile.text());
    }

    /** A path that some part of a server reads in another way than the next. */
    private String crooked(String path) {
        var at = path.indexOf('/', 1 + hostile.below(path.length()));
        var cut = at < 0 ? path.length() : at;
        return path.substring(0, cut)
                + hostile.one(List.of(
                        "/%2f",
                        "/%2e%2e", "/..", "/./", "//", ";x=1", "%00", "/%", "%5c", "/%c0%af", "?", "#", ".json", "/"))
                + path.substring(cut);
    }

    private String query(String path) {
        var names = path.startsWith("/camunda") ? engineNames : OUR_NAMES;
        var query = new StringBuilder();
        for (var i = hostile.below(hostile.once(3) ? 4 : 2); i > 0; i--) {
            query.append(query.isEmpty() ? "?" : "&")
                    .append(hostile.once(12) ? Wire.encoded(hostile.text()) : hostile.one(names));
            query.append('=')
                    .append(
                            hostile.once(12)
                                    ? hostile.one(List.of("%", "%zz", "%00", "%ff%fe", "[", "^", "\u0001"))
                                    : value());
        }
        return query.toString();
    }

    private String value() {
        return hostile.once(3)
                ? hostile.one(List.of(
                        "1",
                        "2",
                        "true",
                        "asc",
                        "name",
                        "2026-11-01",
                        "2026-11",
                        "csv",
                        "xlsx",
                        "shibu-chengxi-1-01",
                        "OVERDUE"))
                : Wire.encoded(hostile.text());
    }

    private Wire.Body body(String path, Attacker by) {
        var type = hostile.once(10)
                ? hostile.one(TYPES)
                : path.startsWith("/api") || path.startsWith("/camunda") ? TYPES.get(0) : TYPES.get(2);
        var text = type.startsWith("application/x-www-form")
                ? form(by)
                : type.startsWith("multipart") ? parts() : bodies.json(path);
        return new Wire.Body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private String form(Attacker by) {
        var fields = new ArrayList<String>();
        for (var i = hostile.below(8); i > 0; i--) {
            fields.add(hostile.one(FORM_NAMES) + "="
                    + (hostile.once(15) ? hostile.one(List.of("%", "%g1", "+%", "%u0041")) : value()));
        }
        if (!hostile.once(6)) {
            fields.add("_csrf=" + Wire.encoded(by.token()));
        }
        return String.join("&", fields);
    }

    private String parts() {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + hostile.text().replace("\r\n", "") + "\"\r\n\r\n" + hostile.text()
                + (hostile.once(2) ? "\r\n--x--\r\n" : "");
    }
}
