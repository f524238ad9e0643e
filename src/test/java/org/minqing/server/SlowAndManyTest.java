package org.minqing.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole node under clients that take their time. The whole size is in {@code -Dminqing.campaign.only=flood}. */
@MinqingTest
class SlowAndManyTest extends Talk {

    private final SlowClients slow = new SlowClients();

    @LocalServerPort
    int at;

    @AfterEach
    void hangUp() throws Exception {
        slow.close();
    }

    /** As many as there were request threads, and then some. */
    @Test
    void slowClientsStopNobody() throws Exception {
        var sound = sound().toString();
        for (int i = 0; i < 60; i++) {
            slow.slowBody("127.0.5." + (i % 9 + 1), at, i % 2 == 0 ? "/api/appeals" : "/sign-in", 200);
        }
        for (int i = 0; i < 20; i++) {
            slow.slowHead("127.0.6.1", at);
        }
        var worst = Duration.ZERO;
        for (int i = 0; i < 5; i++) {
            var began = Instant.now();
            assertThat(api.get("/actuator/health").json().path("status").asText())
                    .isEqualTo("UP");
            worst = max(worst, Duration.between(began, Instant.now()));
            assertThat(api.as("shibu-grid-01").get("/api/tasks").status()).isEqualTo(200);
        }
        // Other tests share the machine; the bound of one second is that of the campaign. Without the cure it is a
        // minute.
        assertThat(worst).isLessThan(Duration.ofSeconds(5));
        assertThat(api.submit(sound).status()).isEqualTo(201);
    }

    @Test
    void whoDoesNotFinishHearsSoAndWhomToCall() throws Exception {
        var program = slow.slowBody("127.0.7.1", at, "/api/appeals", 200);
        var page = slow.send(
                "127.0.7.1",
                at,
                "POST /submit HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length: 200\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\ntitle=");
        assertThat(SlowClients.rest(program))
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json", "没有保存", "0911-000-0001", "no-store", "Connection: close");
        assertThat(SlowClients.rest(page)).startsWith("HTTP/1.1 408 ").contains("<html", "没有保存", "0911-000-0001");
    }

    @Test
    void oneAddressHasSoManyConnectionsAndNoMore() throws Exception {
        for (int i = 0; i < 200; i++) {
            slow.slowHead("127.0.8.1", at);
        }
        var refused = slow.send("127.0.8.1", at, "");
        assertThat(refused.getInputStream().read()).isEqualTo(-1);
        var neighbour =
                slow.send("127.0.8.2", at, "GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(SlowClients.rest(neighbour)).startsWith("HTTP/1.1 200 ");
    }

    /** Each is answered by whoever would have answered it whole: our reader, the sign-in, the guard against forged forms. */
    @Test
    void aBodyInPiecesReachesTheEngineToo() throws Exception {
        var answers = new ArrayList<Integer>();
        for (var path : new String[] {"/api/appeals", "/camunda/api/engine/engine/default/task", "/submit"}) {
            var socket =
                    slow.send("127.0.9.1", at, SlowClients.head(path, "Content-Length: 2", "Connection: close") + "{");
            Thread.sleep(50);
            socket.getOutputStream().write('}');
            answers.add(Integer.parseInt(SlowClients.rest(socket).substring(9, 12)));
        }
        assertThat(answers).containsExactly(400, 401, 403);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
