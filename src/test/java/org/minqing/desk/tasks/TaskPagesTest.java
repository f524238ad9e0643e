package org.minqing.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** The pages of tasks over HTTP: whose they are, what they take, and what they answer. */
@MinqingTest
class TaskPagesTest extends Talk {

    private static final String GRID = "shibu-grid-01";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Test
    void anotherPersonsTaskLooksLikeNone() {
        var task = "/desk/tasks/" + task(number());
        for (var stranger : new String[] {"shibu-auditor", "ganshui-grid-01"}) {
            var session = Session.of(api, stranger);
            assertThat(html(session, task)).isEqualTo(html(session, "/desk/tasks/no-such-task"));
            assertThat(get(session, task).statusCode()).isEqualTo(404);
            for (var act : new String[] {"", "/claim", "/release", "/contact"}) {
                var there = post(session, "/desk/tasks", task + act, "action", "returned");
                var nowhere = post(session, "/desk/tasks", "/desk/tasks/no-such-task" + act, "action", "returned");
                assertThat(there.statusCode()).as(act).isEqualTo(404);
                assertThat(there.body()).as(act).isEqualTo(nowhere.body());
            }
        }
        assertThat(stored.count("select count(*) from contact_access where person = 'shibu-auditor'"))
                .isZero();
    }

    @Test
    void whoHasNotSignedInIsLedToTheSignIn() {
        var visitor = Session.anonymous(api);
        assertThat(get(visitor, "/desk/tasks").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/desk/worker.js").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/desk/manifest.json").statusCode()).isEqualTo(200);
    }

    /** Each required field, left out or filled in wrongly: the page comes back with what was typed and says what is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action | finding=看过了",
                "action | action=none&finding=看过了",
                "contactKind | action=responded&contactWith=resident&finding=看过了",
                "contactKind | action=responded&contactKind=fax&contactWith=resident&finding=看过了",
                "contactWith | action=responded&contactKind=phone&finding=看过了",
                "finding | action=responded&contactKind=phone&contactWith=resident",
                "finding | action=responded&contactKind=phone&contactWith=resident&finding=短",
                "finding | action=responded&contactKind=phone&contactWith=resident&finding=甲乙&finding=丙丁",
                "attemptKind | action=notReached",
                "attemptKind | action=notReached&attemptKind=fax",
                "returnReason | action=returned&returnGround=wrongPlace&returnReason=  ",
                "returnGround | action=returned&returnReason=按职责清单，这件事不归本单位办理"
            })
    void aBadAnswerIsNamedAndNothingIsLost(String field, String answers) {
        var number = number();
        var task = "/desk/tasks/" + task(number);
        var session = Session.of(api, GRID);
        var before = stored.rows();
        var answer = post(session, task, task, pairs(answers));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("请修改以下内容", "<a href=\"#" + field + "\">", "id=\"" + field + "-problem\"")
                .containsPattern("id=\"" + field + "\"");
        if (answers.contains("看过了")) {
            assertThat(answer.body()).contains(">看过了</textarea>");
        }
        assertThat(stored.rows()).isEqualTo(before);
    }

    @Test
    void aFieldThatTheFormDoesNotHaveIsRefused() {
        var task = "/desk/tasks/" + task(number());
        var session = Session.of(api, GRID);
        var answer = post(session, task, task, "action", "notReached", "attemptKind", "phone", "satisfied", "true");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("表单中没有这一项。");
    }

    @Test
    void whatIsDoneLeadsToTheNextTaskOfTheSameList() {
        time.pass("P2D");
        var first = number();
        time.pass("PT1M");
        var second = number();
        var session = Session.of(api, GRID);
        var task = "/desk/tasks/" + task(first);
        var answer = post(
                session,
                task,
                task,
                "_list",
                "respond",
                "action",
                "returned",
                "returnGround",
                "wrongPlace",
                "returnReason",
                "按职责清单，这件事不归本单位办理");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).endsWith("/desk/tasks/" + task(second) + "?list=respond");
        var next = html(session, location(answer).replace(api.base(), ""));
        assertThat(next).contains("已提交 " + first, "下一件", "data-done=\"" + task.substring(12) + "\"");
        // It is said once.
        assertThat(html(session, "/desk/tasks")).doesNotContain("已提交");
    }

    @Test
    void whatIsDoneTwiceIsGoneTheSecondTime() {
        var number = number();
        var task = "/desk/tasks/" + task(number);
        var session = Session.of(api, GRID);
        var token = token(session, task);
        var answers = new String[] {
            "action", "returned", "returnGround", "wrongPlace", "returnReason", "按职责清单，这件事不归本单位办理", "_csrf", token
        };
        assertThat(sent(session, task, answers).statusCode()).isEqualTo(303);
        var again = sent(session, task, answers);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("这件不在您这里了", "href=\"/desk/tasks\"");
    }

    @Test
    void aTaskThatAColleagueHoldsIsGoneUntilHeGivesItBack() {
        var number = number();
        var task = "/desk/tasks/" + task(number);
        var mine = Session.of(api, GRID);
        var colleague = Session.of(api, "shibu-secretary-chengxi");
        var token = token(colleague, task);
        assertThat(post(mine, task, task + "/claim").statusCode()).isEqualTo(303);
        var late = sent(
                colleague,
                task,
                "action",
                "returned",
                "returnGround",
                "wrongPlace",
                "returnReason",
                "按职责清单，这件事不归本单位办理",
                "_csrf",
                token);
        assertThat(late.statusCode()).isIn(404, 409);
        assertThat(late.body()).contains("这件不在您这里了");
        assertThat(sent(colleague, task + "/release", "_csrf", token).statusCode())
                .isIn(404, 409);

        assertThat(post(mine, task, task + "/release").statusCode()).isEqualTo(303);
        assertThat(post(mine, task, task + "/release").statusCode()).isEqualTo(409);
        assertThat(sent(
                                colleague,
                                task,
                                "action",
                                "returned",
                                "returnGround",
                                "wrongPlace",
                                "returnReason",
                                "按职责清单，这件事不归本单位办理",
                                "_csrf",
                                token)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void everyLookAtATelephoneNumberIsWrittenDownWithItsPurpose() {
        var body = sound();
        body.putObject("resident").put("phone", "13800000000");
        var number = accepted(body).path("number").asText();
        var task = "/desk/tasks/" + task(number);
        var session = Session.of(api, GRID);
        assertThat(html(session, task)).doesNotContain("13800000000", "tel:");
        assertThat(post(session, task, task + "/contact", "_purpose", "随便看看").statusCode())
                .isEqualTo(400);
        var shown = post(session, task, task + "/contact", "_purpose", "联系居民核实情况", "finding", "写到一半");
        assertThat(shown.body()).contains("href=\"tel:13800000000\"", ">写到一半</textarea>", "本次查看已记录");
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(stored.count(
                        "select count(*) from contact_access where appeal = ? and purpose = '联系居民核实情况'", number))
                .isEqualTo(1);
    }

    @Test
    void aPageNamesItsPersonForTheWorkerThatKeepsIt() {
        var session = Session.of(api, GRID);
        assertThat(get(session, "/desk/tasks").headers().firstValue("Desk-Person"))
                .hasValue(GRID);
        var worker = session.get("/desk/worker.js");
        assertThat(worker.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(worker.body()).matches("(?s)const VERSION = '[0-9a-f]{32}';\n.*");
        assertThat(worker.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("connect-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?list=none", "?list=late&list=mine", "?finding=x", "?x=1"})
    void anAddressThatMeansNothingIsRefused(String query) {
        var session = Session.of(api, GRID);
        assertThat(get(session, "/desk/tasks" + query).statusCode()).isEqualTo(400);
    }

    private String task(String number) {
        return api.as(GRID).task("respondAppeal", number).path("id").asText();
    }

    private static HttpResponse<String> get(Session session, String path) {
        return session.send(session.request(path).header("Accept", "text/html").GET());
    }

    private static String html(Session session, String path) {
        return TOKEN.matcher(get(session, path).body()).replaceAll("");
    }

    private static String token(Session session, String page) {
        var token = TOKEN.matcher(get(session, page).body());
        assertThat(token.find()).as("token of " + page).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> post(Session session, String from, String path, String... pairs) {
        var all = new ArrayList<>(java.util.List.of(pairs));
        all.add("_csrf");
        all.add(token(session, from));
        return sent(session, path, all.toArray(String[]::new));
    }

    private static HttpResponse<String> sent(Session session, String path, String... pairs) {
        var body = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return session.send(session.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static String[] pairs(String answers) {
        return answers.split("[&=]", -1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
