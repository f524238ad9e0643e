package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who reaches what, over HTTP. */
@MinqingTest
class AccessMatrixTest {

    private static final List<String> PEOPLE = List.of(
            "anonymous",
            "ganshui-grid-01",
            "ganshui-dispatcher",
            "ganshui-supervisor",
            "ganshui-registrar",
            "ganshui-auditor",
            "admin");

    private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

    @LocalServerPort
    int port;

    @Value("${minqing.data-dir}")
    String dataDir;

    Api api;

    @BeforeEach
    void open() {
        api = Api.of(port, dataDir);
    }

    /** One column each: anonymous, grid worker, dispatcher, supervisor, registrar, auditor, administrator. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  /actuator/health                                             | 200 200 200 200 200 200 200
            GET  /actuator                                                    | 404 404 404 404 404 404 404
            GET  /actuator/env                                                | 404 404 404 404 404 404 404
            GET  /error                                                       | 404 404 404 404 404 404 404
            GET  /api/tasks                                                   | 401 200 200 200 200 200 404
            GET  /api/tasks/cards                                             | 401 200 200 200 200 200 404
            GET  /api/tasks/counts                                            | 401 200 200 200 200 200 404
            GET  /api/tasks/x/replies                                         | 401 404 404 404 404 404 404
            GET  /desk                                                        | 401 200 200 200 200 200 200
            GET  /desk/me                                                     | 401 200 200 200 200 200 200
            GET  /api/shell                                                   | 401 200 200 200 200 200 200
            GET  /desk/sign-ins                                               | 401 404 404 404 404 200 200
            GET  /desk/tasks                                                  | 401 200 200 200 200 200 404
            GET  /desk/tasks/x                                                | 401 404 404 404 404 404 404
            GET  /desk/households                                             | 401 200 404 404 404 404 404
            GET  /desk/households/new                                         | 401 200 404 404 404 404 404
            GET  /desk/households/00000000-0000-4000-8000-000000000000        | 401 404 404 404 404 404 404
            GET  /desk/households/import                                      | 401 404 404 404 404 404 404
            GET  /desk/households/import/template.xlsx                        | 401 404 404 404 404 404 404
            GET  /desk/households/exports                                     | 401 404 404 404 404 404 404
            GET  /desk/household-looks                                        | 401 404 404 404 404 200 404
            GET  /desk/worker.js                                              | 401 200 200 200 200 200 404
            GET  /desk/manifest.json                                          | 200 200 200 200 200 200 200
            GET  /js/tasks.js                                                 | 401 200 200 200 200 200 404
            GET  /desk/metrics                                                | 401 404 404 200 404 200 404
            GET  /api/sla/metrics                                             | 401 404 404 200 404 200 404
            GET  /desk/rates                                                  | 401 404 404 200 404 200 404
            GET  /desk/rates/trend                                            | 401 404 404 200 404 200 404
            GET  /desk/rates/month                                            | 401 404 404 200 404 200 404
            GET  /desk/rates/rates.csv                                        | 401 404 404 200 404 200 404
            GET  /desk/rates/rates.xlsx                                       | 401 404 404 200 404 200 404
            GET  /api/evaluation/rates                                        | 401 404 404 200 404 200 404
            GET  /desk/supervision                                            | 401 404 404 200 404 404 404
            GET  /desk/supervision/appeals                                    | 401 404 404 200 404 404 404
            GET  /desk/supervision/appeals/GS-20990101-0001                   | 401 404 404 404 404 404 404
            GET  /desk/supervision/backlog.csv                                | 401 404 404 200 404 404 404
            GET  /desk/supervision/backlog.xlsx                               | 401 404 404 200 404 404 404
            GET  /api/supervision/summary                                     | 401 404 404 200 404 404 404
            GET  /desk/map                                                    | 401 200 200 200 200 200 404
            GET  /desk/map/print.svg                                          | 401 200 200 200 200 200 404
            GET  /api/map                                                     | 401 200 200 200 200 200 404
            GET  /desk/map/wall                                               | 401 404 200 200 200 200 404
            GET  /desk/map/wall.svg                                           | 401 404 200 200 200 200 404
            GET  /webjars/leaflet/1.9.4/dist/leaflet.js                       | 401 200 200 200 200 200 404
            GET  /js/charts.js                                                | 401 200 200 200 200 200 404
            GET  /desk/ledger                                                 | 401 404 404 404 404 200 404
            GET  /desk/ledger/verify                                          | 401 404 404 404 404 200 404
            GET  /desk/ledger/export.csv                                      | 401 404 404 404 404 200 404
            GET  /desk/ledger/export.xlsx                                     | 401 404 404 404 404 200 404
            GET  /desk/ledger/alarms                                          | 401 404 404 404 404 200 404
            GET  /desk/ledger/GS-20990101-0001                                | 401 404 404 404 404 404 404
            GET  /desk/appeals/GS-20990101-0001/process                       | 401 404 404 404 404 404 404
            GET  /api/appeals/GS-20990101-0001/process                        | 401 404 404 404 404 404 404
            GET  /webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js    | 401 200 200 200 200 200 404
            GET  /js/course.js                                                | 401 200 200 200 200 200 404
            GET  /api/sla/ledger                                              | 401 404 404 404 404 200 404
            GET  /api/sla/ledger/export?format=csv                            | 401 404 404 404 404 200 404
            GET  /api/sla/ledger/whole                                        | 401 404 404 404 404 404 200
            GET  /api/sla/verify                                              | 401 404 404 404 404 200 404
            GET  /api/sla/alarms                                              | 401 404 404 404 404 200 404
            GET  /api/sla/timers                                              | 401 404 404 200 404 200 200
            GET  /desk/timers                                                 | 401 404 404 404 404 200 404
            GET  /desk/timers/export.csv                                      | 401 404 404 404 404 200 404
            GET  /desk/people                                                 | 401 404 404 404 404 200 404
            GET  /admin/people                                                | 401 404 404 404 404 404 200
            GET  /admin/people/new                                            | 401 404 404 404 404 404 200
            GET  /admin/people/acts                                           | 401 404 404 404 404 404 200
            GET  /admin/people/list.xlsx                                      | 401 404 404 404 404 404 200
            GET  /admin/people/template.xlsx                                  | 401 404 404 404 404 404 200
            GET  /admin/people/import                                         | 401 404 404 404 404 404 200
            GET  /admin/people/accounts/ganshui-grid-01                       | 401 404 404 404 404 404 200
            GET  /admin/people/accounts/ganshui-grid-01/close                 | 401 404 404 404 404 404 200
            GET  /admin/people/accounts/nobody                                | 401 404 404 404 404 404 404
            GET  /api/cockpit/person                                          | 401 404 404 200 404 404 200
            GET  /api/cockpit/steps                                           | 401 404 404 200 404 404 200
            GET  /api/cockpit/instances/x                                     | 401 404 404 404 404 404 404
            POST /api/sla/verify                                              | 404 404 404 404 404 404 404
            GET  /camunda/app/tasklist/default/                               | 401 200 200 200 200 200 404
            GET  /camunda/app/cockpit/default/                                | 401 404 404 200 404 404 200
            GET  /camunda/app/admin/default/                                  | 404 404 404 404 404 404 404
            GET  /camunda/app/welcome/default/                                | 404 404 404 404 404 404 404
            GET  /camunda/lib/runtime.js                                      | 401 200 200 200 200 200 200
            GET  /webjars/camunda/lib/runtime.js                              | 404 404 404 404 404 404 404
            GET  /camunda/api/engine/engine/default/task?maxResults=5         | 401 200 200 200 200 200 404
            GET  /camunda/api/engine/engine/default/filter?maxResults=5       | 401 200 200 200 200 200 404
            GET  /camunda/api/engine/engine/default/user?maxResults=5         | 404 404 404 404 404 404 404
            GET  /camunda/api/engine/engine/default/group?maxResults=5        | 404 404 404 404 404 404 404
            GET  /camunda/api/engine/engine/default/authorization?maxResults=5 | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/count                | 401 404 404 200 404 404 200
            POST /camunda/api/engine/engine/default/process-instance/count    | 401 404 404 200 404 404 200
            POST /camunda/api/cockpit/plugin/base/default/incident/count      | 401 404 404 200 404 404 200
            POST /camunda/api/engine/engine/default/process-definition/key/appealHandling/start | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/message                   | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/signal                    | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/deployment/create         | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/filter/create             | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/identity/verify           | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/x/complete           | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/x/resolve            | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/x/delegate           | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/x/assignee           | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/x/variables          | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/x/localVariables     | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/task/x/comment/create     | 404 404 404 404 404 404 404
            PUT  /camunda/api/engine/engine/default/task/x                    | 404 404 404 404 404 404 404
            PUT  /camunda/api/engine/engine/default/filter/x                  | 404 404 404 404 404 404 404
            PUT  /camunda/api/engine/engine/default/job/x/duedate             | 401 404 404 404 404 404 400
            PUT  /camunda/api/engine/engine/default/job/x/suspended           | 401 404 404 404 404 404 204
            PUT  /camunda/api/engine/engine/default/process-instance/x/variables/tier | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/execution/x/signal        | 404 404 404 404 404 404 404
            POST /camunda/api/admin/auth/user/default/login/tasklist          | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/user/create               | 404 404 404 404 404 404 404
            PUT  /camunda/api/engine/engine/default/user/x/credentials        | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/user/x/unlock             | 404 404 404 404 404 404 404
            PUT  /camunda/api/engine/engine/default/group/x/members/y         | 404 404 404 404 404 404 404
            POST /camunda/api/engine/engine/default/authorization/create      | 404 404 404 404 404 404 404
            POST /camunda/api/admin/setup/default/user/create                 | 404 404 404 404 404 404 404
            """)
    void everyRoleReachesWhatItsWorkNeeds(String request, String expected) {
        var parts = request.trim().split(" +");
        var codes = PEOPLE.stream()
                .map(person -> String.valueOf(send(person, parts[0], parts[1]).statusCode()))
                .toList();
        assertThat(String.join(" ", codes)).as(request).isEqualTo(expected);
    }

    @Test
    void theEnginesPagesLeadNobodyToItsAdmin() {
        var applications = send("admin", "GET", "/camunda/api/admin/auth/user/default");
        assertThat(applications.statusCode()).isEqualTo(200);
        // The engine names its welcome page to everybody, and its own pages leave that out.
        assertThat(applications.body()).contains("[\"tasklist\",\"welcome\",\"cockpit\"]");
    }

    @Test
    void whatIsForbiddenLooksLikeWhatDoesNotExist() {
        var unknown = send("ganshui-grid-01", "GET", "/camunda/api/engine/engine/default/no-such-thing");
        for (var path : List.of(
                "/camunda/api/engine/engine/default/user",
                "/camunda/app/cockpit/default/",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda//app/tasklist/default/",
                "/camunda/app/tasklist/;x=1/default/",
                "/actuator/env")) {
            var forbidden = send("ganshui-grid-01", "GET", path);
            assertThat(forbidden.statusCode())
                    .as(path)
                    .isEqualTo(unknown.statusCode())
                    .isEqualTo(404);
            assertThat(forbidden.body()).as(path).isEqualTo(unknown.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin;x=1/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup"
            })
    void theSetUpPageIsClosedHoweverItIsSpelled(String path) {
        var user = """
                {"profile":{"id":"intruder","firstName":"","lastName":"x"},"credentials":{"password":"long enough to pass"}}""";
        for (var person : List.of("anonymous", "ganshui-grid-01", "admin")) {
            for (var method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
                var answer = session(person).send(method, path, "GET".equals(method) ? null : user);
                assertThat(answer.statusCode())
                        .as("%s %s as %s", method, path, person)
                        .isEqualTo(404);
                assertProtected(answer);
            }
        }
    }

    /** The server itself refuses these, before the application hears of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin%2Fsetup/default/user/create",
                "/camunda/api/admin/setup/default/user/create%00"
            })
    void whatNoServerAcceptsIsNotAcceptedHere(String path) {
        assertThat(send("admin", "POST", path).statusCode()).isEqualTo(400);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() {
        for (var path : List.of(
                "/",
                "/sign-in",
                "/no-such-page",
                "/api/tasks",
                "/api/track/0000",
                "/css/minqing.css",
                "/actuator/health",
                "/a;b",
                "/desk",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task")) {
            assertProtected(send("anonymous", "GET", path));
        }
        for (var path : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/lib/runtime.js",
                "/camunda/app/tasklist/locales/en.json",
                "/camunda/api/engine/engine/default/task/none",
                "/camunda/api/engine/engine/default/task?maxResults=many",
                "/camunda/api/engine/engine/default/user")) {
            assertProtected(send("ganshui-grid-01", "GET", path));
        }
    }

    @Test
    void cookiesStayInTheBrowserAndOnThisSite() {
        var cookies = Session.of(api, "ganshui-grid-02").cookiesReceived();
        assertThat(cookies).anyMatch(c -> c.startsWith("STAFF-SESSION="));
        assertThat(cookies).allMatch(c -> c.contains("SameSite=Lax"));
        // The token of the web applications is read by their script, which is its purpose.
        assertThat(cookies).filteredOn(c -> !c.startsWith("XSRF-TOKEN=")).allMatch(c -> c.contains("HttpOnly"));
    }

    @Test
    void whoHasNotSignedInIsLedToOurPageAndComesBack() {
        var visitor = Session.anonymous(api);
        var answer = visitor.send(visitor.request("/camunda/app/tasklist/default/")
                .header("Accept", "text/html")
                .GET());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void theBrowserNeverAsksForAPasswordInAWindowOfItsOwn() {
        assertThat(send("anonymous", "GET", "/camunda/api/engine/engine/")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(send("anonymous", "GET", "/api/tasks").headers().firstValue("WWW-Authenticate"))
                .isPresent();
    }

    private HttpResponse<String> send(String person, String method, String path) {
        return session(person).send(method, path, "GET".equals(method) ? null : "{}");
    }

    private Session session(String person) {
        return person.equals("anonymous")
                ? Session.anonymous(api)
                : SESSIONS.computeIfAbsent(person, p -> Session.of(api, p));
    }

    private static void assertProtected(HttpResponse<String> answer) {
        var headers = answer.headers();
        var what = answer.statusCode() + " " + answer.uri();
        assertThat(headers.firstValue("X-Content-Type-Options")).as(what).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .as(what)
                .hasValueSatisfying(csp -> assertThat(csp).contains("frame-ancestors 'none'"));
        assertThat(headers.firstValue("X-Frame-Options")).as(what).isPresent();
        assertThat(headers.firstValue("Referrer-Policy")).as(what).contains("no-referrer");
    }
}
