package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.minqing.proof.mould.Template;
import org.minqing.support.Api;
import org.springframework.jdbc.core.simple.JdbcClient;

/** First responses over HTTP, on one node and the other in turn; a conflict is tried again until it is taken. */
final class Completions {

    private final List<Api> nodes;
    private final JdbcClient jdbc;
    private final AtomicInteger conflicts = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    Completions(Cluster cluster) {
        nodes = List.of(
                cluster.node(0).as(Template.GRID_WORKER), cluster.node(1).as(Template.GRID_WORKER));
        jdbc = JdbcClient.create(cluster.owner());
    }

    /** @return how long it was from sending it first to the time of the act, by the same machine's clock */
    Duration complete(int turn, String number) {
        var task = Template.task(jdbc, number);
        return complete(turn, number, task);
    }

    Duration complete(int turn, String number, String task) {
        var sent = Instant.now();
        var answer = post(turn, task);
        for (; answer.status() == 409; answer = post(turn, task)) {
            conflicts.incrementAndGet();
        }
        if (answer.status() != 200) {
            refused.add(answer.raw().body());
        }
        done.incrementAndGet();
        return Duration.between(sent, stoppedAt(number));
    }

    private Api.Answer post(int turn, String task) {
        return nodes.get(turn % nodes.size()).post("/api/tasks/" + task + "/complete", Template.RESPONDED);
    }

    private Instant stoppedAt(String number) {
        return jdbc.sql(
                        "select coalesce(stopped_at, clock_timestamp()) from sla_clock where appeal = ? and clock = 'RESPOND'")
                .param(number)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    int conflicts() {
        return conflicts.get();
    }

    /** Neither taken nor a conflict. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    int done() {
        return done.get();
    }
}
