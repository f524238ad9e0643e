package org.minqing.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Stored;
import org.minqing.support.Talk;

/** Completing tasks wrongly, or tasks of other people: nothing moves. */
@MinqingTest
class BadTaskInputTest extends Talk {

    private static final String GRID = "shibu-grid-01";
    private static final String SECRETARY = "shibu-secretary-chengxi";
    private static final String RESPONDED = """
            {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已联系居民"}""";

    private String task(String user, String form, String number) {
        return api.as(user).task(form, number).path("id").asText();
    }

    private static String complete(String task) {
        return "/api/tasks/" + task + "/complete";
    }

    @Test
    void notSignedIn() {
        var task = task(GRID, "respondAppeal", number());
        stored.refused(401, () -> api.post(complete(task), RESPONDED));
        stored.refused(401, () -> api.post("/api/tasks/" + task + "/claim", "{}"));
        stored.refused(401, () -> api.get("/api/tasks"));
    }

    @Test
    void notMineLooksLikeUnknown() {
        var number = number();
        var task = task(GRID, "respondAppeal", number);
        for (var stranger : List.of(
                "shibu-grid-02",
                "shibu-secretary-jijiahe",
                "shibu-volunteer",
                "ganshui-grid-01",
                "matou-dispatcher",
                "shibu-caller")) {
            for (var act : List.of("/complete", "/claim")) {
                var body = act.equals("/claim") ? "{}" : RESPONDED;
                var unknown = api.as(stranger).post("/api/tasks/" + UUID.randomUUID() + act, body);
                Stored.alike(
                        stored.refused(404, () -> api.as(stranger).post("/api/tasks/" + task + act, body)), unknown);
            }
        }
        stored.refused(404, () -> api.as(GRID).post(complete("no-such-task"), RESPONDED));
        stored.refused(404, () -> api.as(GRID).post(complete("%24%7B7*7%7D"), RESPONDED));
    }

    @Test
    void completedAlready() {
        var number = number();
        var task = task(GRID, "respondAppeal", number);
        done(GRID, "respondAppeal", number, RESPONDED);
        var unknown = api.as(GRID).post(complete(UUID.randomUUID().toString()), RESPONDED);
        Stored.alike(stored.refused(404, () -> api.as(GRID).post(complete(task), RESPONDED)), unknown);
        Stored.alike(stored.refused(404, () -> api.as(SECRETARY).post(complete(task), RESPONDED)), unknown);
    }

    @Test
    void heldByAColleague() {
        var number = number();
        var task = task(GRID, "respondAppeal", number);
        assertThat(api.as(GRID).post("/api/tasks/" + task + "/claim", "{}").status())
                .isEqualTo(200);
        stored.refused(409, () -> api.as(SECRETARY).post(complete(task), RESPONDED));
        stored.refused(409, () -> api.as(SECRETARY).post("/api/tasks/" + task + "/claim", "{}"));
        assertThat(api.as(GRID).post("/api/tasks/" + task + "/claim", "{}").status())
                .isEqualTo(200);
        assertThat(api.as(GRID).post(complete(task), RESPONDED).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action | {}",
                "action | {\"action\":\"done\"}",
                "action | {\"action\":1}",
                "action | {\"action\":[\"responded\"]}",
                "contactKind | {\"action\":\"responded\",\"finding\":\"已联系\"}",
                "contactKind | {\"action\":\"responded\",\"finding\":\"已联系\",\"contactKind\":\"fax\"}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\"}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":null}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"\\u200b \\u3000\"}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"短\"}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":7}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":{\"type\":\"Object\"}}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"坏\\u0000了\"}",
                "finding | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"坏\\ud800了\"}",
                "returnGround | {\"action\":\"returned\"}",
                "returnGround | {\"action\":\"returned\",\"returnGround\":\"dislike\",\"returnReason\":\"按职责清单，这件事不归本单位办理\"}",
                "returnReason | {\"action\":\"returned\",\"returnGround\":\"notOurRemit\"}",
                "returnReason | {\"action\":\"returned\",\"returnGround\":\"notOurRemit\",\"returnReason\":\"不归我管\"}",
                "returnReason | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"已联系\",\"returnReason\":\"不归我管\"}",
                "finding | {\"action\":\"returned\",\"returnGround\":\"notOurRemit\",\"returnReason\":\"按职责清单，这件事不归本单位办理\",\"finding\":\"已联系\"}",
                "grade | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"已联系\",\"grade\":\"5\"}",
                "result | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"已联系\",\"result\":\"修好了\"}",
                "satisfied | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"已联系\",\"satisfied\":true}",
                "candidateGroup | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"已联系\",\"candidateGroup\":\"x\"}",
                "appeal | {\"action\":\"responded\",\"contactKind\":\"phone\",\"finding\":\"已联系\",\"appeal\":{}}"
            })
    void formNotFilledIn(String field, String answers) {
        var task = task(GRID, "respondAppeal", number());
        stored.refused(400, () -> api.as(GRID).post(complete(task), answers), field);
    }

    @Test
    void textsOverTheirLimit() {
        var task = task(GRID, "respondAppeal", number());
        stored.refused(
                400, () -> api.as(GRID).post(complete(task), RESPONDED.replace("已联系居民", "😀".repeat(501))), "finding");
        stored.refused(413, () -> api.as(GRID).post(complete(task), RESPONDED.replace("已", "已".repeat(500_000))));
        assertThat(api.as(GRID)
                        .post(complete(task), RESPONDED.replace("已联系居民", "😀".repeat(500)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void brokenBodies() {
        var task = task(GRID, "respondAppeal", number());
        for (var body : List.of(
                "",
                "[]",
                "{",
                "{\"action\":\"responded\",\"action\":\"returned\"}",
                RESPONDED + "x",
                "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")) {
            stored.refused(400, () -> api.as(GRID).post(complete(task), body), "body");
        }
        stored.refused(400, () -> api.as(GRID).post(complete(task), "{\"\\ud800\":1,\"\\u0000\":2}"));
        stored.refused(
                415,
                () -> api.as(GRID)
                        .send(api.as(GRID)
                                .request(complete(task))
                                .header("Content-Type", "text/plain")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(RESPONDED))));
    }

    @Test
    void badDispatch() {
        var number = number();
        done(GRID, "respondAppeal", number, """
                {"action":"returned","returnGround":"notOurRemit","returnReason":"按职责清单，这件事不归本单位办理"}""");
        var task = task("shibu-dispatcher", "rerouteAppeal", number);
        var other = number();
        for (var bad : List.of("shibu-chengxi-9", "ganshui-erju-01", "shibu-command", "${7*7}")) {
            stored.refused(
                    400, () -> api.as("shibu-dispatcher").post(complete(task), """
                    {"action":"reroute","note":"请接手","respondUnit":"%s"}""".formatted(bad)), "respondUnit");
        }
        for (var bad : List.of(number, "SB-20260407-9999", "GS-20250708-0001")) {
            stored.refused(400, () -> api.as("shibu-dispatcher").post(complete(task), """
                    {"action":"merge","note":"重复","original":"%s"}""".formatted(bad)), "original");
        }
        var merge = "/api/appeals/" + number + "/merge";
        for (var bad : List.of("\"\"", "\"SB-1\"", "\"a\\u0000\"", "\"\\ud800\"", "7", "null", "{}")) {
            stored.refused(400, () -> api.as("shibu-dispatcher").post(merge, "{\"original\":" + bad + "}"), "original");
        }
        stored.refused(400, () -> api.as("shibu-dispatcher").post(merge, "{}"), "original");
        stored.refused(404, () -> api.as(SECRETARY).post(merge, "{\"original\":\"" + other + "\"}"));
        stored.refused(404, () -> api.as("ganshui-dispatcher").post(merge, "{\"original\":\"" + other + "\"}"));
    }
}
