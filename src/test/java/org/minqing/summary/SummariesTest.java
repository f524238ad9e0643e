package org.minqing.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.LogBook;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.minqing.support.Talk;

/** A summary is written by those who see to the handling, and stands beside words that stay as they are. */
@MinqingTest
class SummariesTest extends Talk {

    private static final String ORIGINAL = "我家在三楼，楼道的灯坏了好些天，跟物业说过也没人管，老人晚上上楼要摔跤，请快来修。";
    private static final String SUMMARY = "三楼楼道灯坏，老人夜间上楼有摔跤危险，请来修。";

    private String number;
    private String code;

    @BeforeEach
    void anAppealOfAFewWords() {
        var receipt = accepted(sound().put("description", ORIGINAL));
        number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
    }

    @Test
    void thoseWriteItWhoSeeToTheHandling() {
        assertThat(writes("shibu-grid-01", 0, "还没有认领").status()).isEqualTo(404);
        for (var other :
                List.of("shibu-auditor", "shibu-caller", "shibu-registrar", "shibu-grid-02", "ganshui-dispatcher")) {
            Stored.alike(
                    stored.refused(404, () -> writes(other, 0, SUMMARY)),
                    api.as(other).get("/api/appeals/SB-20990101-0001"));
        }
        assertThat(writes("shibu-dispatcher", 0, "第一版").json().path("version").asInt())
                .isEqualTo(1);
        assertThat(writes("shibu-supervisor", 1, "第二版").status()).isEqualTo(200);
        var worker = api.as("shibu-grid-01");
        worker.post(
                "/api/tasks/" + worker.task("respondAppeal", number).path("id").asText() + "/claim", "{}");
        assertThat(writes("shibu-grid-01", 2, SUMMARY).status()).isEqualTo(200);
        var sheet = worker.get("/api/appeals/" + number).json();
        assertThat(sheet.path("description").asText()).isEqualTo(ORIGINAL);
        assertThat(sheet.path("summaries").findValuesAsText("text")).containsExactly(SUMMARY, "第二版", "第一版");
        assertThat(sheet.path("summaries").findValuesAsText("who").get(0)).contains("网格员");
    }

    @Test
    void theRegistrarWhoWroteTheAppealDownMaySummariseIt() {
        jdbc.sql("update appeal set recorded_by = 'shibu-registrar' where number = ?")
                .param(number)
                .update();
        assertThat(writes("shibu-registrar", 0, SUMMARY).status()).isEqualTo(200);
    }

    @Test
    void nobodyOverwritesWhatHeHasNotSeen() {
        writes("shibu-dispatcher", 0, "第一版");
        stored.refused(409, () -> writes("shibu-supervisor", 0, "没有看过第一版"));
        stored.refused(409, () -> writes("shibu-supervisor", 2, "看过还没有的一版"));
        stored.refused(400, () -> writes("shibu-supervisor", 1, "第一版"), "summary");
        assertThat(writes("shibu-supervisor", 1, "第二版").status()).isEqualTo(200);
    }

    @Test
    void whatCannotBeASummaryIsRefusedAndNothingIsStored() {
        for (var text : List.of("", "   ", "字".repeat(501), "a\\u0000b", "\\ud800", "颠\\u202e倒", "\\u200b")) {
            stored.refused(400, () -> writes("shibu-dispatcher", 0, text), "summary");
        }
        for (var seen : List.of("\"0\"", "-1", "null", "0.5", "99999999999")) {
            stored.refused(
                    400,
                    () -> api.as("shibu-dispatcher")
                            .post("/api/appeals/" + number + "/summary", "{\"summary\":\"好\",\"seen\":" + seen + "}"),
                    "seen");
        }
        stored.refused(
                400,
                () -> api.as("shibu-dispatcher")
                        .post(
                                "/api/appeals/" + number + "/summary",
                                "{\"summary\":\"好\",\"seen\":0,\"description\":\"改原话\"}"),
                "description");
        assertThat(writes("shibu-dispatcher", 0, "😀".repeat(500)).status()).isEqualTo(200);
        api.post("/api/track/" + code + "/withdrawal", "{}");
        assertThat(writes("shibu-dispatcher", 1, "结束以后").status()).isEqualTo(409);
        var card = "/desk/appeals/" + number;
        var clerk = Session.of(api, "shibu-dispatcher");
        assertThat(clerk.get(card).body()).doesNotContain("修改摘要");
        assertThat(clerk.get(card + "/summary").headers().firstValue("Location"))
                .hasValue(card);
    }

    @Test
    void itsWordsStandInOneTableAndNowhereElse() {
        var words = "只在摘要里的四个字" + System.nanoTime();
        try (var log = new LogBook()) {
            writes("shibu-dispatcher", 0, words);
            assertThat(Session.of(api, "shibu-dispatcher")
                            .get("/desk/appeals/" + number)
                            .body())
                    .contains(words);
            var task = api.as("shibu-grid-01")
                    .task("respondAppeal", number)
                    .path("id")
                    .asText();
            assertThat(Session.of(api, "shibu-grid-01")
                            .get("/camunda/api/engine/engine/default/task/" + task + "/form-variables")
                            .body())
                    .contains(words);
            done("shibu-grid-01", "respondAppeal", number, """
                    {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"灯管坏了"}""");
            assertThat(log.text()).doesNotContain(words);
        }
        assertThat(tablesWith(words)).containsExactly("appeal_summary");
        assertThat(api.get("/api/track/" + code).raw().body())
                .doesNotContain(words)
                .contains(ORIGINAL);
        var page = Session.anonymous(api).get("/track/" + code).body();
        assertThat(page).contains(ORIGINAL).doesNotContain(words, "摘要");
        var step =
                api.as("shibu-dispatcher").get("/api/appeals/" + number).json().path("timeline");
        assertThat(step.findValuesAsText("what")).contains("写了摘要");
    }

    @Test
    void theDeskShowsBothAndMarksWhatDiffers() {
        var clerk = Session.of(api, "shibu-dispatcher");
        var card = "/desk/appeals/" + number;
        assertThat(clerk.get(card).body()).contains("写摘要", ORIGINAL).doesNotContain("<ins>");
        assertThat(clerk.submit(card + "/summary", "seen=0&summary=" + encoded(SUMMARY), card)
                        .statusCode())
                .isEqualTo(303);
        var shown = clerk.get(card).body();
        assertThat(shown).contains("修改摘要", "第 1 版", "<ins>", "<del>");
        assertThat(words(shown, "words")).contains(ORIGINAL);
        assertThat(words(shown, "summary-title")).contains(SUMMARY);

        // Somebody else was faster: what was typed stays, and what the other wrote stands beside it.
        var late = clerk.submit(card + "/summary", "seen=0&summary=" + encoded("别人先写了一版"), card);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("刚才有人写了新的摘要", "别人先写了一版", "name=\"seen\" value=\"1\"");
        assertThat(clerk.submit(card + "/summary", "seen=1&summary=", card).statusCode())
                .isEqualTo(400);
        assertThat(Session.of(api, "shibu-caller").get(card + "/summary").statusCode())
                .isEqualTo(404);
        assertThat(Session.of(api, "shibu-caller").get(card).body()).doesNotContain("修改摘要");
    }

    @Test
    void toThePersonWhomTheAppealIsAboutItDoesNotExist() {
        writes("shibu-dispatcher", 0, SUMMARY);
        Session.of(api, "shibu-dispatcher").submit("/desk/appeals/" + number + "/subject", "subject=shibu-supervisor");
        stored.refused(404, () -> writes("shibu-supervisor", 1, "看不到"));
    }

    private Api.Answer writes(String person, int seen, String text) {
        return api.as(person)
                .post("/api/appeals/" + number + "/summary", "{\"summary\":\"" + text + "\",\"seen\":" + seen + "}");
    }

    /** Every table that has these words in any of its rows, whatever the column. */
    private List<String> tablesWith(String words) {
        return jdbc
                .sql("select tablename from pg_tables where schemaname = 'public' and tablename <> 'sign_in_key'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> stored.count(
                                "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                                "%" + words + "%",
                                "%" + java.util.HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8)) + "%")
                        > 0)
                .toList();
    }

    /** What a section says, without its marks. */
    private static String words(String html, String heading) {
        var start = html.indexOf("id=\"" + heading + "\"");
        return html.substring(start, html.indexOf("</section>", start)).replaceAll("<[^>]*>", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
