package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.minqing.support.Wire;

/** A page of somebody else neither ends a session nor leads anybody away. */
@MinqingTest
class StrangersTest extends Talk {

    private static final String PERSON = "shibu-grid-01";
    private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    private static boolean signedIn(Session session) {
        return session.send("GET", "/desk", null, "text/html").statusCode() == 200
                && session.get("/camunda/api/engine/engine/default/task?maxResults=1")
                                .statusCode()
                        == 200;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "POST | /sign-out | none",
                "POST | /sign-out | wrong",
                "GET | /sign-out | none",
                "GET | /camunda/api/admin/auth/user/default/logout | none",
                "POST | /camunda/api/admin/auth/user/default/logout | none",
                "POST | /camunda/api/admin/auth/user/default/logout | wrong",
                "POST | /camunda/api/engine/engine/default/task/x/claim | none",
                "POST | /camunda/api/engine/engine/default/task/x/claim | wrong",
                "POST | /camunda/app/tasklist/default/ | none",
                "PUT | /camunda/api/engine/engine/default/job/x/retries | none",
                "DELETE | /camunda/api/engine/engine/default/user/x | wrong"
            })
    void aSessionOutlivesWhatAForeignPageSends(String method, String path, String token) {
        var session = Session.of(api, PERSON);
        assertThat(signedIn(session)).isTrue();
        var request = session.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://elsewhere.example")
                .method(method, BodyPublishers.ofString(token == null ? "a=b" : "_csrf=" + token));
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        assertThat(session.send(request).statusCode()).isBetween(400, 499);
        assertThat(signedIn(session)).isTrue();
    }

    @Test
    void whoeverSignsOutHimselfIsOut() {
        var tasklist = Session.of(api, PERSON);
        assertThat(tasklist.post(LOGOUT, "{}").statusCode()).isEqualTo(204);
        assertThat(signedIn(tasklist)).isFalse();
        var desk = Session.of(api, PERSON);
        assertThat(desk.submit("/sign-out", "a=b").statusCode()).isEqualTo(302);
        assertThat(signedIn(desk)).isFalse();
    }

    @Test
    void theTokenIsTheOneOfTheWebApplications() {
        assertThat(EngineToken.IN_SESSION).isEqualTo(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        assertThat(EngineToken.HEADER).isEqualTo(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /desk",
                "GET /desk/tasks?a=b",
                "GET /submit",
                "GET /camunda/app/tasklist/",
                "POST /sign-in",
                "POST /sign-out",
                "POST /submit",
                "POST /desk/tasks/{task}/claim",
                "SIGNED /camunda/app/tasklist"
            })
    void nobodyIsSentToAHostThatHeNamed(String what) {
        var method = what.split(" ")[0];
        var person = Session.of(api, PERSON);
        var nobody = Session.anonymous(api);
        var task = api.as(PERSON).task("respondAppeal", number()).path("id").asText();
        var path = what.split(" ")[1].replace("{task}", task);
        var own = path.startsWith("/desk/tasks/") || path.equals("/sign-out") || method.equals("SIGNED");
        var session = own ? person : nobody;
        var fields = "_csrf=" + session.token(own ? "/desk" : "/sign-in")
                + "&username=a&password=b&locality=shibu&category=other&title=楼道灯坏了&description=楼道灯坏了"
                + "&key=" + UUID.randomUUID();
        var body = method.equals("POST") ? Wire.utf8(fields) : "";
        var heard = new Wire(port)
                .send((method.equals("POST") ? "POST " : "GET ") + path + " HTTP/1.1\r\nHost: evil.example:81\r\n"
                        + "Connection: close\r\nAccept: text/html\r\nCookie: " + session.cookie()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
        assertThat(heard.status()).as(heard.text()).isBetween(302, 303);
        assertThat(heard.head()).containsPattern("(?m)^location: /");
        assertThat(heard.text()).doesNotContain("evil.example");
    }

    /** What was asked for before signing in is gone back to, on this host. */
    @Test
    void whoeverSignsInGoesOnWhereHeWantedToGoAndNotWhereSomebodyElseWants() {
        var session = Session.anonymous(api);
        var asked = new Wire(port)
                .send("GET /desk/tasks HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nAccept: text/html\r\n"
                        + "Cookie: " + session.cookie() + "\r\n\r\n");
        assertThat(asked.head()).contains("location: /sign-in").doesNotContain("evil.example");
        var cookies = asked.text()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie: "))
                .map(line -> line.substring(12).split(";")[0])
                .collect(Collectors.joining("; "));
        var token = session.token("/sign-in");
        var body = "_csrf=" + token + "&username=" + PERSON + "&password=" + api.password(PERSON);
        var heard = new Wire(port)
                .send(
                        "POST /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nAccept: text/html\r\nCookie: "
                                + cookies + "; " + session.cookie()
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n" + body);
        assertThat(heard.head()).containsPattern("(?m)^location: /desk/tasks").doesNotContain("evil.example");
    }
}
