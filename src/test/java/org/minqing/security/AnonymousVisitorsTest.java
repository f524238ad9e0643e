package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** Nothing is kept of whoever has not signed in; and where he goes on when he does is a page of this site. */
@MinqingTest
class AnonymousVisitorsTest extends Talk {

    private static final List<String> PAGES = List.of(
            "/",
            "/submit?locality=ganshui",
            "/track",
            "/track/7K3M9QX2ABCD4567",
            "/sign-in",
            "/sign-in?refused",
            "/desk",
            "/desk/tasks",
            "/desk/appeals/GS-20990101-0001",
            "/camunda/app/tasklist/default/",
            "/camunda/api/engine/engine/default/task",
            "/api/tasks",
            "/no-such-page",
            "/css/minqing.css",
            "/actuator/health");

    @Test
    void twoHundredRequestsOverAllPublicPagesLeaveNoSession() {
        var before = sessions();
        for (int i = 0; i < 200; i++) {
            var visitor = Session.anonymous(api);
            var page = PAGES.get(i % PAGES.size());
            var answer = visitor.send(
                    visitor.request(page).header("Accept", "text/html").GET());
            assertThat(answer.statusCode()).as(page).isLessThan(500);
            assertThat(visitor.cookiesReceived())
                    .as(page)
                    .noneMatch(cookie -> cookie.startsWith("STAFF-SESSION") || cookie.startsWith("JSESSIONID"));
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void norDoesSomebodyWhoFailsToSignIn() {
        var before = sessions();
        var visitor = Session.anonymous(api);
        var token = visitor.get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var answer = signIn(visitor, "nobody-of-that-name", "wrong", token);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?refused");
        assertThat(visitor.cookiesReceived()).noneMatch(cookie -> cookie.contains("SESSION"));
        assertThat(sessions()).isEqualTo(before);
    }

    /** Of two windows that opened the page at the same moment, only the token that came later counts. */
    @Test
    void whoSignsInOnAStalePageIsAskedOnceMoreAndNotToldThatHeMayNot() {
        var visitor = Session.anonymous(api);
        visitor.get("/sign-in");
        var answer = signIn(visitor, "ganshui-grid-03", api.password("ganshui-grid-03"), "of-another-window");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?again");
        assertThat(visitor.get("/sign-in?again").body()).contains("请再登录一次");
        assertThat(afterSignIn(visitor)).isEqualTo("/desk");
    }

    /** Whoever invents one is nobody, and what no session could be called is not even looked for. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "a\0b", "\ud800", "' or 1=1 --", "00000000-0000-0000-0000-000000000000"})
    void aSessionThatSomebodyInventedIsNone(String id) {
        var visitor = Session.anonymous(api);
        visitor.put("STAFF-SESSION", Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        visitor.put("STAFF-SESSION", "%%%");
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(401);
    }

    @Test
    void whoAsksForAPageSignsInAndGoesOnThere() {
        var visitor = Session.anonymous(api);
        var asked = visitor.send(visitor.request("/desk/appeals/GS-20990101-0001?x=1")
                .header("Accept", "text/html")
                .GET());
        assertThat(asked.headers().firstValue("Location")).contains("/sign-in");
        assertThat(afterSignIn(visitor)).isEqualTo("/desk/appeals/GS-20990101-0001?x=1");
        // Once: who signs in again later begins at the desk.
        assertThat(afterSignIn(visitor)).isEqualTo("/desk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/\\example.org/",
                "\\\\example.org",
                "/\t/example.org",
                "/desk\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                "desk",
                ""
            })
    void aCookieThatSomebodyElseWroteLeadsNowhereElse(String address) {
        var visitor = Session.anonymous(api);
        visitor.put(PageAfterSignIn.COOKIE, Base64.getUrlEncoder().encodeToString(address.getBytes()));
        assertThat(afterSignIn(visitor)).isEqualTo("/desk");
    }

    @Test
    void norDoesOneThatIsNoTextAtAll() {
        var visitor = Session.anonymous(api);
        visitor.put(PageAfterSignIn.COOKIE, "!!!");
        assertThat(afterSignIn(visitor)).isEqualTo("/desk");
    }

    /** The worker fetches tasks ahead, also when the session of whoever is writing in another one has just ended. */
    @Test
    void whatAScriptFetchesBesideThePageIsNotWhereHeGoesOn() {
        var visitor = Session.anonymous(api);
        visitor.send("GET", "/desk/timers", null, "text/html");
        visitor.send(visitor.request("/desk/tasks")
                .header("Accept", "text/html")
                .header("X-Requested-With", "desk-worker")
                .GET());
        assertThat(afterSignIn(visitor)).isEqualTo("/desk/timers");
    }

    private String afterSignIn(Session visitor) {
        var token = visitor.get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var answer = signIn(visitor, "ganshui-grid-03", api.password("ganshui-grid-03"), token);
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static java.net.http.HttpResponse<String> signIn(
            Session visitor, String user, String password, String token) {
        return visitor.send(visitor.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + password + "&_csrf=" + token)));
    }

    private long sessions() {
        return stored.count("select count(*) from staff_session");
    }
}
