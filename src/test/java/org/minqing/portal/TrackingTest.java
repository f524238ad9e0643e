package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.organisation.Localities;
import org.minqing.support.MinqingTest;
import org.minqing.support.Stored;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** What a tracking code opens, and what it does not. */
@MinqingTest
class TrackingTest extends Talk {

    private static final String RATING = """
            {"grade":5,"resolved":true,"contacted":true}""";

    @Autowired
    Localities localities;

    @Test
    void codes() {
        var codes = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            codes.add(accepted(sound()).path("trackingCode").asText());
        }
        assertThat(codes).hasSize(100).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{16}"));
    }

    @Test
    void nothingButTheWholeCodeOpens() {
        var receipt = accepted(sound());
        var code = receipt.path("trackingCode").asText();
        var unknown = api.get("/api/track/0000000000000000");
        Stored.problem(unknown, 404);
        for (var other : List.of(
                code.substring(1),
                code + "0",
                code.toLowerCase(),
                receipt.path("number").asText(),
                "%20" + code,
                code + "%20",
                "*",
                "%25",
                code.substring(0, 15) + "_",
                "..",
                "%27%20or%201=1--",
                "😀")) {
            if (!other.equals(code)) {
                var answer = api.get("/api/track/"
                        + java.net.URLEncoder.encode(other, java.nio.charset.StandardCharsets.UTF_8)
                                .replace("%25", "%"));
                assertThat(answer.status()).as(other).isIn(400, 404);
                assertThat(answer.raw().body())
                        .doesNotContain(receipt.path("number").asText(), "Exception", "org.");
            }
        }
        Stored.alike(api.get("/api/track/" + code.substring(1)), unknown);
        Stored.problem(api.get("/api/track"), 404);
        Stored.problem(api.get("/api/track/" + code + "/"), 404);
        Stored.problem(api.get("/api/track/" + code + "/timeline"), 404);
    }

    @Test
    void ratings() {
        // Where few other tests are: lists show the first two hundred only.
        var body = sound();
        body.withObject("/location").put("unit", "shibu-jijiahe-01");
        var receipt = accepted(body);
        var path = "/api/track/" + receipt.path("trackingCode").asText() + "/rating";
        var number = receipt.path("number").asText();
        var unknown = stored.refused(404, () -> api.post("/api/track/0000000000000000/rating", RATING));
        Stored.alike(unknown, api.get("/api/track/0000000000000000"));
        Stored.alike(stored.refused(404, () -> api.post("/api/track/0000000000000000/withdrawal", "{}")), unknown);
        stored.refused(409, () -> api.post(path, RATING));
        done("shibu-grid-02", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"灯管坏了"}""");
        stored.refused(409, () -> api.post(path, RATING));
        done("shibu-secretary-jijiahe", "handleDirectly", number, """
                {"action":"done","outcome":"solved","result":"换了灯管","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
        for (var grade : List.of("0", "6", "\"5\"", "4.5", "null", "true", "1e999999", "99999999999")) {
            stored.refused(400, () -> api.post(path, RATING.replace("5", grade)), "grade");
        }
        stored.refused(400, () -> api.post(path, "{}"), "grade", "resolved", "contacted");
        stored.refused(
                400, () -> api.post(path, RATING.replace("\"resolved\":true", "\"resolved\":\"yes\"")), "resolved");
        stored.refused(400, () -> api.post(path, with("\"score\":1")), "score");
        stored.refused(400, () -> api.post(path, with("\"\\ud800\":1")));
        stored.refused(400, () -> api.post(path, with("\"comment\":7")), "comment");
        stored.refused(400, () -> api.post(path, with("\"comment\":\"" + "好".repeat(501) + "\"")), "comment");
        stored.refused(400, () -> api.post(path, with("\"comment\":\"a\\u0000\"")), "comment");
        stored.refused(400, () -> api.post(path, with("\"comment\":\"\\ud800\"")), "comment");
        assertThat(api.post(path, with("\"comment\":\"" + "😀".repeat(500) + "\""))
                        .status())
                .isEqualTo(200);
        stored.refused(409, () -> api.post(path, RATING));
        stored.refused(409, () -> api.post(path.replace("rating", "withdrawal"), "{}"));
    }

    private static String with(String field) {
        return RATING.replace("}", "," + field + "}");
    }

    /** Units and posts, no persons: neither those who work nor those who live here. */
    @Test
    void noPersonIsNamed() {
        var other = sound().put("title", "隔壁的另一件事");
        other.putObject("resident").put("name", "另一位居民").put("phone", "0911-555-0199");
        var otherNumber = accepted(other).path("number").asText();
        var mine = sound();
        mine.putObject("resident").put("name", "本人姓名").put("phone", "0911-555-0188");
        var receipt = accepted(mine);
        var number = receipt.path("number").asText();
        done("shibu-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已联系"}""");
        done("shibu-secretary-chengxi", "handleDirectly", number, """
                {"action":"done","outcome":"explained","result":"已说明","evidenceKind":"document","evidence":"通话记录"}""");
        done("shibu-caller", "callResident", number, """
                {"action":"reached","contacted":"yes","answer":"yes","grade":"4"}""");
        var body = api.get("/api/track/" + receipt.path("trackingCode").asText())
                .raw()
                .body();
        assertThat(body).contains(number, "支部书记");
        assertThat(body).doesNotContain(otherNumber, "隔壁的另一件事", "另一位居民", "本人姓名", "0911-555");
        for (var person : localities.get("shibu").people()) {
            assertThat(body).doesNotContain(person.user(), person.name());
        }
    }
}
