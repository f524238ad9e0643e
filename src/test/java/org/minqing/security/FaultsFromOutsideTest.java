package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.LogBook;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.minqing.support.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever somebody sends, it is his fault and not ours: he hears 4xx in our words, the log has a line at most, and neither
 * tells of our inside or repeats what was sent. What is our fault stays a 500 with a stack in the log.
 */
@MinqingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsFromOutsideTest extends Talk {

    private static final String PERSON = "shibu-grid-01";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    /** Names of classes, of the server, and of what it stands on. */
    private static final Pattern INSIDE =
            Pattern.compile("Exception|org\\.|java\\.|com\\.|Tomcat|ENGINE-|Jersey|PSQL|\\tat ");

    @Autowired
    ProcessEngine engine;

    @Autowired
    DataSource application;

    private final Map<String, Session> sessions = new HashMap<>();
    private Wire wire;
    private String task;
    private String filter;

    @BeforeAll
    void once() {
        open();
        task = api.as(PERSON).task("respondAppeal", number()).path("id").asText();
        filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("我认领的")
                .singleResult()
                .getId();
    }

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    @ParameterizedTest
    @MethodSource
    void whatNobodyShouldSendIsRefusedInOurWords(String line) {
        var request = request(line);
        var before = stored.rows();
        try (var log = new LogBook()) {
            var heard = wire.send(request);
            refused(heard, log);
            // Asked for by a program, the body is a problem; by a person, a page.
            assertThat(heard.head()).containsPattern("content-type: (application/problem\\+json|text/html)");
        }
        assertThat(stored.rows()).isEqualTo(before);
    }

    static Stream<String> whatNobodyShouldSendIsRefusedInOurWords() throws IOException {
        return new ClassPathResource("security/faults-from-outside.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=%&password=x", "username=a%00b&password=x", "username=%ff&password=%zz", "=&%"})
    void aSignInThatIsNoneIsRefusedLikeAWrongOne(String form) {
        try (var log = new LogBook()) {
            var heard = wire.send(request("FORM|POST|/sign-in|FORM|" + form));
            assertThat(heard.head()).startsWith("http/1.1 302").contains("/sign-in?refused");
            assertThat(log.text()).isEmpty();
        }
    }

    private static void refused(Wire.Heard heard, LogBook log) {
        assertThat(heard.status()).as(heard.text()).isBetween(400, 499);
        assertThat(heard.body()).containsPattern("\\p{IsHan}").doesNotContainPattern(INSIDE);
        assertThat(log.lines()).as(log.text()).isLessThanOrEqualTo(1);
        assertThat(log.text()).doesNotContain("nosuch").hasSizeLessThan(1000);
    }

    /** The web applications show {@code message}; programs read what they read everywhere. */
    @Test
    void theEnginesInterfaceRefusesLikeAllOthers() throws IOException {
        var answer = session(PERSON).post(ENGINE + "/task/" + task + "/submit-form", """
                        {"variables":{"action":{"value":"responded"},"finding":{"value":"短"}}}""");
        var problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("detail").asText()).contains("请按提示修改");
        assertThat(problem.path("detailEn").asText()).isNotBlank();
        assertThat(problem.path("message").asText()).contains("“情况说明”至少填写 2 个字。");
        assertThat(problem.findValuesAsText("field")).contains("finding", "contactKind");
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    }

    /** Also where the engine's interface itself would tell the one from the other. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/form", "/deployed-form", "/form-variables"})
    void aTaskOfOthersLooksLikeOneThatIsNotThere(String part) {
        var stranger = session("shibu-grid-02");
        var foreign = stranger.get(ENGINE + "/task/" + task + part);
        var unknown = stranger.get(ENGINE + "/task/f0000000-0000-0000-0000-000000000000" + part);
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/{task}/claim", ENGINE + "/task/{task}/claim"})
    void ofManyWhoTakeATaskAtOnceOneHasItAndTheOthersAreTold(String path) throws Exception {
        var people = List.of("shibu-grid-01", "shibu-secretary-chengxi");
        people.forEach(this::session);
        var free = api.as(PERSON).task("respondAppeal", number()).path("id").asText();
        var start = new CyclicBarrier(6);
        var pool = Executors.newFixedThreadPool(6);
        try (var log = new LogBook()) {
            var claims = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        var person = people.get(i % 2);
                        start.await();
                        return session(person)
                                .post(
                                        path.replace("{task}", free),
                                        path.startsWith("/api/") ? "{}" : "{\"userId\":\"" + person + "\"}")
                                .statusCode();
                    })
                    .toList();
            var answers = pool.invokeAll(claims).stream()
                    .map(FaultsFromOutsideTest::got)
                    .toList();
            assertThat(answers).allMatch(status -> status < 300 || status >= 400 && status < 500);
            assertThat(answers).anyMatch(status -> status < 300).anyMatch(status -> status == 400 || status == 409);
            assertThat(log.text()).isEmpty();
        } finally {
            pool.shutdownNow();
        }
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(free)
                        .singleResult()
                        .getAssignee())
                .isIn(people);
    }

    private static int got(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-|POST|/api/appeals|JSON;;Idempotency-Key: 0123456789;;Content-Length: 5000|{\"locality\":\"shi",
                "-|POST|/api/appeals|JSON;;Idempotency-Key: 0123456789;;Transfer-Encoding: chunked|5\\r\\n{\"loc",
                "-|POST|/api/appeals|JSON;;Idempotency-Key: 0123456789;;Transfer-Encoding: chunked|zz\\r\\n{\"loc",
                "FORM|POST|/submit|FORM;;Content-Length: 5000|locality=shi",
                "FORM|POST|/submit|Content-Type: multipart/form-data; boundary=x;;Content-Length: 5000|--x\\r\\n",
                PERSON + "|POST|~/task/{task}/submit-form|JSON;;Content-Length: 5000|{\"variables\":{",
                PERSON + "|POST|/desk/tasks/{task}|FORM;;Content-Length: 5000|action=resp",
                PERSON + "|POST|/api/tasks/{task}/complete|JSON;;Content-Length: 5000|{\"action\":"
            })
    void anUploadThatBreaksOffIsNoFaultOfOurs(String line) {
        var request = request(line);
        var before = stored.rows();
        try (var log = new LogBook()) {
            var heard = wire.cutShort(request);
            assertThat(heard.status()).as(heard.text()).isIn(0, 400, 403, 404, 408, 411, 413);
            wire.abandon(request);
            IntStream.range(0, 5).forEach(i -> api.get("/api/track/nobody-has-this"));
            assertThat(log.lines()).as(log.text()).isLessThanOrEqualTo(1);
        }
        assertThat(stored.rows()).isEqualTo(before);
    }

    @Test
    void whatIsOurFaultIsA500WithItsStackInTheLog() {
        var supervisor = session("shibu-supervisor");
        var owner = JdbcClient.create(Owner.of(application));
        owner.sql("alter table act_ru_ext_task rename to act_ru_ext_task_away").update();
        try (var log = new LogBook()) {
            var answer = supervisor.post(ENGINE + "/external-task/count", "{}");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("系统出错", "message").doesNotContainPattern(INSIDE);
            assertThat(log.text()).contains("ERROR", "act_ru_ext_task", "\tat org.camunda.");
        } finally {
            owner.sql("alter table act_ru_ext_task_away rename to act_ru_ext_task")
                    .update();
        }
    }

    private Session session(String person) {
        return sessions.computeIfAbsent(person, who -> Session.of(api, who));
    }

    private String request(String line) {
        var cells = line.split("\\|", 5);
        var head = new StringBuilder(cells[1] + " " + address(cells[2]) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n" + credentials(cells[0]));
        var headers = cells.length < 4 ? "" : cells[3];
        headers = headers.replaceFirst("^JSON", "Content-Type: application/json")
                .replaceFirst("^FORM", "Content-Type: application/x-www-form-urlencoded");
        for (var header : headers.split(";;")) {
            head.append(header.isEmpty() ? "" : bytes(header) + "\r\n");
        }
        var body = cells.length < 5 ? "" : Wire.utf8(bytes(cells[4]));
        if (!body.isEmpty() && !headers.contains("Content-Length") && !headers.contains("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return head + "\r\n" + body;
    }

    private String address(String path) {
        return path.replace("~", ENGINE).replace("{task}", task).replace("{filter}", filter);
    }

    private String credentials(String who) {
        if (who.equals("-")) {
            return "";
        }
        if (who.equals("FORM")) {
            var nobody = Session.anonymous(api);
            var token = nobody.token("/sign-in");
            return "Cookie: " + nobody.cookie() + "\r\nX-XSRF-TOKEN: " + token + "\r\n";
        }
        var person = session(who);
        return "Cookie: " + person.cookie() + "\r\nX-XSRF-TOKEN: " + person.engineToken() + "\r\n";
    }

    private static String bytes(String text) {
        return BYTE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                .replace("\\r", "\r")
                .replace("\\n", "\n");
    }
}
