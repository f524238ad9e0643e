package org.minqing.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.server.SlowClients;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever does too much hears why, until when, and whom to call; others do not notice. Each test has addresses of its own. */
@MinqingTest
class LimitsOverHttpTest extends Talk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final SlowClients clients = new SlowClients();

    @LocalServerPort
    int at;

    @AfterEach
    void hangUp() throws Exception {
        clients.close();
    }

    private String ask(String from, String method, String path, String type, String body, String... headers)
            throws IOException {
        var text = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n"
                + String.join("", headers) + "\r\n";
        var socket = clients.send(from, at, text);
        socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return SlowClients.rest(socket);
    }

    private String submit(String from) throws IOException {
        return ask(
                from,
                "POST",
                "/api/appeals",
                "application/json",
                sound().toString(),
                "Idempotency-Key: " + UUID.randomUUID() + "\r\n");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Test
    void theSixtyFirstSubmissionOfAnHourIsRefusedWithReasonAndPhone() throws IOException {
        for (int i = 0; i < 60; i++) {
            assertThat(status(submit("127.1.1.1"))).isEqualTo(201);
        }
        var before = stored.rows();
        var refused = submit("127.1.1.1");
        assertThat(stored.rows()).isEqualTo(before);
        assertThat(refused)
                .startsWith("HTTP/1.1 429 ")
                .contains("application/problem+json", "没有收下", "Too many appeals", "0911-000-0001")
                .containsPattern("Retry-After: \\d+");
        assertThat(status(submit("127.1.1.2"))).as("a neighbour").isEqualTo(201);
        // A header that anybody can write makes nobody somebody else.
        assertThat(status(ask(
                        "127.1.1.1",
                        "POST",
                        "/api/appeals",
                        "application/json",
                        sound().toString(),
                        "Idempotency-Key: " + UUID.randomUUID() + "\r\nX-Forwarded-For: 203.0.113.7\r\n")))
                .isEqualTo(429);

        // The page keeps what was typed.
        var form = ask("127.1.1.1", "GET", "/submit?locality=shibu", "text/plain", "");
        var token = TOKEN.matcher(form);
        assertThat(token.find()).isTrue();
        var cookie = Pattern.compile("Set-Cookie: (FORM-TOKEN=[^;]+)").matcher(form);
        assertThat(cookie.find()).isTrue();
        var page = ask(
                "127.1.1.1",
                "POST",
                "/submit",
                "application/x-www-form-urlencoded",
                "locality=shibu&title=LONGTITLE&description=MYWORDS&_csrf=" + token.group(1),
                "Accept: text/html\r\nCookie: " + cookie.group(1) + "\r\n");
        assertThat(page)
                .startsWith("HTTP/1.1 429 ")
                .contains("LONGTITLE", "MYWORDS", "没有收下", "tel:0911-000-0001", "name=\"key\"")
                .containsPattern("Retry-After: \\d+");
    }

    @Test
    void whoGuessesTrackingCodesIsStoppedAndWhoKnowsHisIsNot() throws IOException {
        var code = accepted(sound()).path("trackingCode").asText();
        for (int i = 0; i < 40; i++) {
            assertThat(status(ask("127.1.2.1", "GET", "/api/track/" + code, "text/plain", "")))
                    .isEqualTo(200);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(status(ask("127.1.2.1", "GET", "/api/track/00000000000000" + (10 + i), "text/plain", "")))
                    .isEqualTo(404);
        }
        var refused = ask("127.1.2.1", "GET", "/api/track/" + code, "text/plain", "");
        assertThat(refused).startsWith("HTTP/1.1 429 ").contains("查询码", "0911-000-0001", "no-store");
        assertThat(refused).doesNotContain("楼道");
        var page = ask("127.1.2.1", "GET", "/track/" + code, "text/plain", "", "Accept: text/html\r\n");
        assertThat(page).startsWith("HTTP/1.1 429 ").contains("<html", "0911-000-0001", "no-store");
        assertThat(status(ask("127.1.2.2", "GET", "/api/track/" + code, "text/plain", "")))
                .isEqualTo(200);
    }

    @Test
    void aHundredWrongPasswordsOfAnAddressAreEnough() throws IOException {
        // Each for another name: who has to wait for his own mistakes is another matter.
        IntFunction<String> wrong = i -> "Authorization: Basic "
                + Base64.getEncoder().encodeToString(("nobody" + i + ":wrong").getBytes(StandardCharsets.UTF_8))
                + "\r\n";
        for (int i = 0; i < 100; i++) {
            assertThat(status(ask("127.1.3.1", "GET", "/api/tasks", "text/plain", "", wrong.apply(i))))
                    .isEqualTo(401);
        }
        assertThat(ask("127.1.3.1", "GET", "/api/tasks", "text/plain", "", wrong.apply(100)))
                .startsWith("HTTP/1.1 429 ")
                .contains("登录的次数太多", "0911-000-0001");
        assertThat(status(ask("127.1.3.1", "POST", "/sign-in", "application/x-www-form-urlencoded", "username=a")))
                .isEqualTo(429);
        assertThat(status(ask("127.1.3.2", "GET", "/api/tasks", "text/plain", "", wrong.apply(101))))
                .isEqualTo(401);
    }

    @Test
    void theThirtyFirstDownloadOfAPersonIsRefused() throws IOException {
        var file = "/api/sla/ledger/export?format=csv";
        // Whoever is refused has taken nothing.
        for (int i = 0; i < 40; i++) {
            assertThat(status(ask(
                            "127.1.4.1", "GET", "/api/sla/ledger/export", "text/plain", "", basic("shibu-auditor"))))
                    .isEqualTo(400);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(status(ask("127.1.4.1", "GET", file, "text/plain", "", basic("shibu-auditor"))))
                    .isEqualTo(200);
        }
        assertThat(ask("127.1.4.2", "GET", file, "text/plain", "", basic("shibu-auditor")))
                .startsWith("HTTP/1.1 429 ")
                .contains("下载的次数太多", "0911-000-0001")
                .containsPattern("Retry-After: \\d+");
        assertThat(status(ask("127.1.4.1", "GET", file, "text/plain", "", basic("ganshui-auditor"))))
                .isEqualTo(200);
    }

    private String basic(String user) {
        var pair = user + ":" + api.password(user);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }
}
