package org.minqing.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.server.SlowClients;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A flood of one sender does not push other appeals down anybody's list. */
@MinqingTest
class MassedSubmissionsTest extends Talk {

    private static final String MARK = "同一来源集中提交 · ";

    private final SlowClients clients = new SlowClients();

    @LocalServerPort
    int at;

    @AfterEach
    void hangUp() throws Exception {
        clients.close();
    }

    private String submit(String from) throws Exception {
        var body = sound().put("title", "flood");
        var text = body.toString();
        var socket = clients.send(
                from,
                at,
                "POST /api/appeals HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Idempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: "
                        + text.getBytes("UTF-8").length + "\r\n\r\n");
        socket.getOutputStream().write(text.getBytes("UTF-8"));
        var answer = SlowClients.rest(socket);
        assertThat(answer).startsWith("HTTP/1.1 201 ");
        return answer.replaceAll("(?s).*\"number\":\"([^\"]+)\".*", "$1");
    }

    private List<String> listed(List<String> numbers) {
        return StreamSupport.stream(
                        api.as("shibu-grid-01").get("/api/tasks").json().spliterator(), false)
                .map(task -> task.path("number").asText())
                .filter(numbers::contains)
                .toList();
    }

    @Test
    void whatComesAfterAFloodStandsBeforeIt() throws Exception {
        time.begin("2026-06-01T10:00");
        var flood = new ArrayList<String>();
        for (int i = 0; i < 14; i++) {
            flood.add(submit("127.1.9.1"));
        }
        time.pass("PT1H");
        var other = number();
        var all = new ArrayList<>(flood);
        all.add(other);
        // Ten are like any other; the other one is before the rest, though it came later and is due later.
        assertThat(listed(all)).hasSize(15).endsWith(flood.get(10), flood.get(11), flood.get(12), flood.get(13));
        assertThat(listed(all).indexOf(other)).isEqualTo(10);
        var grid = api.as("shibu-grid-01");
        assertThat(grid.task("respondAppeal", flood.get(13)).path("name").asText())
                .isEqualTo(MARK + "首次响应");
        assertThat(grid.task("respondAppeal", flood.get(0)).path("name").asText())
                .isEqualTo("首次响应");
        assertThat(jdbc.sql("select count(*) from sla_clock where appeal = any (?) and clock = 'RESPOND'")
                        .param(flood.toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(14);
        // The next step says so too, and nothing tells from where it came.
        var row = jdbc.sql("select * from appeal where number = ?")
                .param(flood.get(13))
                .query()
                .singleRow();
        assertThat(row.get("massed")).isEqualTo(true);
        assertThat(row.toString()).doesNotContain("127.1.9");
    }

    /** Whoever sends many must not be able to hide one of them either. */
    @Test
    void whatIsNearItsLimitComesForwardWhereverItCameFrom() throws Exception {
        time.begin("2026-07-01T10:00");
        var flood = new ArrayList<String>();
        for (int i = 0; i < 11; i++) {
            flood.add(submit("127.1.10.1"));
        }
        var due = jdbc.sql("select due_at from sla_clock where appeal = ? and clock = 'RESPOND'")
                .param(flood.get(10))
                .query(java.time.OffsetDateTime.class)
                .single();
        time.passTo(due.toInstant().minusSeconds(60));
        var other = number();
        assertThat(listed(List.of(flood.get(10), other))).containsExactly(flood.get(10), other);
    }
}
