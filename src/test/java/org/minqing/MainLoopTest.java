package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Stored;
import org.minqing.support.Talk;

/** The way that most appeals go, over HTTP alone: what the resident is promised, what the staff do, and what the ledger says of it. */
@MinqingTest
class MainLoopTest extends Talk {

    private static final String RATING = """
            {"grade":5,"resolved":true,"contacted":true}""";

    @Test
    void anAppealTravelsFromReceiptToARatedClose() {
        time.set("2026-03-02T09:00");
        var receipt = received();
        var number = receipt.path("number").asText();
        var track = "/api/track/" + receipt.path("trackingCode").asText();
        assertThat(status(track)).isEqualTo("received");

        time.pass("PT1H");
        done("shibu-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"排水口堵了"}""");
        assertThat(status(track)).isEqualTo("handling");
        stored.refused(409, () -> api.post(track + "/rating", RATING));

        time.pass("PT3H");
        done("shibu-secretary-chengxi", "handleDirectly", number, """
                {"action":"done","outcome":"solved","result":"已疏通排水口","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
        assertThat(status(track)).isEqualTo("feedback");

        time.pass("PT2H");
        assertThat(api.post(track + "/rating", RATING).status()).isEqualTo(200);

        var closed = api.get(track).json();
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.at("/promises/respondBy/outcome").asText()).isEqualTo("按时");
        assertThat(closed.at("/promises/resolveBy/outcome").asText()).isEqualTo("按时");
        assertThat(closed.path("phases").findValuesAsText("reached")).containsOnly("true");
        assertThat(told(closed))
                .containsExactlyInAnyOrder(
                        "09:00 居民：通过电话提出诉求",
                        "09:00 系统：判定为一般，支部直办，由城西社区砖瓦窑沟片区支部书记承办",
                        "10:00 砖瓦窑沟第一网格网格员：签收",
                        "10:00 砖瓦窑沟第一网格网格员：到场查看（居民本人）：排水口堵了",
                        "13:00 城西社区砖瓦窑沟片区支部书记：已明确领办人，带头领办",
                        "13:00 城西社区砖瓦窑沟片区支部书记：已解决：已疏通排水口（佐证：现场照片3张，存社区工作群）",
                        "15:00 居民：居民评价非常满意，问题已解决",
                        "15:00 居民：确认联系属实：3月2日 10:00 到场查看（居民本人）",
                        "15:00 系统：诉求办结")
                .isSortedAccordingTo((a, b) -> a.substring(0, 5).compareTo(b.substring(0, 5)));
        assertThat(verdicts(number))
                .containsExactlyInAnyOrder(
                        "签收 按时 2026-03-02T10:00:00+08:00 / 2026-03-02T15:30:00+08:00",
                        "响应 按时 2026-03-02T10:00:00+08:00 / 2026-03-03T09:00:00+08:00",
                        "领办 按时 2026-03-02T13:00:00+08:00 / 2026-03-02T18:00:00+08:00",
                        "办结 按时 2026-03-02T13:00:00+08:00 / 2026-03-09T09:00:00+08:00",
                        "回访 按时 2026-03-02T15:00:00+08:00 / 2026-03-09T13:00:00+08:00");
        assertThat(rows(number))
                .containsExactly(
                        "ACCEPT OPENED",
                        "RESPOND OPENED",
                        "RESOLVE OPENED",
                        "LEAD OPENED",
                        "ACCEPT MET",
                        "RESPOND MET",
                        "LEAD MET",
                        "RESOLVE MET",
                        "CALL_BACK OPENED",
                        "CALL_BACK MET",
                        "CALL_BACK RATED");
        assertThat(api.as("shibu-auditor")
                        .get("/api/sla/verify")
                        .json()
                        .path("sound")
                        .asBoolean())
                .isTrue();
        Stored.problem(api.post(track + "/rating", RATING), 409);
        assertThat(api.as("shibu-grid-01").get("/api/tasks").raw().body()).doesNotContain(number);
    }

    @Test
    void aResponseThatNobodyGaveIsOverdueForTheResidentToo() {
        time.set("2026-03-02T09:00");
        var code = received().path("trackingCode").asText();
        time.pass("PT30H");
        assertThat(api.get("/api/track/" + code)
                        .json()
                        .at("/promises/respondBy/outcome")
                        .asText())
                .isEqualTo("超时");
    }

    private JsonNode received() {
        var body = sound().put("title", "门前积水").put("description", "雨后门前积水两天没有退。");
        return accepted(body);
    }

    private String status(String track) {
        return api.get(track).json().path("status").asText();
    }

    private static List<String> told(JsonNode tracked) {
        return StreamSupport.stream(tracked.path("timeline").spliterator(), false)
                .map(step -> step.path("words").asText().replace("3月2日 ", "") + " "
                        + step.path("who").asText() + "：" + step.path("what").asText())
                .toList();
    }

    /** Every fact of it, oldest first. */
    private List<String> rows(String number) {
        return jdbc.sql("select clock || ' ' || kind from sla_ledger where appeal = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** As an auditor reads them: when it was done, and when it was due. */
    private List<String> verdicts(String number) {
        var rows = api.as("shibu-auditor")
                .get("/api/sla/ledger?appeal=" + number)
                .json()
                .path("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("clockName").asText() + " "
                        + row.path("outcomeName").asText() + " "
                        + row.path("doneAt").asText() + " / "
                        + row.path("dueAt").asText())
                .toList();
    }
}
