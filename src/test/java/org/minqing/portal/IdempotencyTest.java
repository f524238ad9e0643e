package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;

/** One key, one appeal, however often and however fast it is sent. */
@MinqingTest
class IdempotencyTest extends Talk {

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "has a blank", "tab\there-and-there"})
    void badKey(String key) {
        stored.refused(400, () -> api.submit(key, sound().toString()), "Idempotency-Key");
    }

    @Test
    void keyTooLongOrMissing() {
        stored.refused(400, () -> api.submit("k".repeat(65), sound().toString()), "Idempotency-Key");
        stored.refused(400, () -> api.post("/api/appeals", sound().toString()), "Idempotency-Key");
    }

    @Test
    void sameBodyAgain() {
        var key = UUID.randomUUID().toString();
        var first = api.submit(key, sound().toString());
        var rows = stored.rows();
        time.set("2026-04-07T10:05");
        var again = api.submit(key, sound().toString());
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(stored.rows()).isEqualTo(rows);
    }

    @Test
    void otherBody() {
        var key = UUID.randomUUID().toString();
        assertThat(api.submit(key, sound().toString()).status()).isEqualTo(201);
        stored.refused(422, () -> api.submit(key, sound().put("title", "另一件事").toString()));
        stored.refused(422, () -> api.submit(key, sound() + " "));
    }

    /** A refused request does not use up its key. */
    @Test
    void keyOfARefusedRequest() {
        var key = UUID.randomUUID().toString();
        stored.refused(400, () -> api.submit(key, sound().put("title", "").toString()), "title");
        assertThat(api.submit(key, sound().toString()).status()).isEqualTo(201);
    }

    @Test
    void fiftyAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var before = stored.count("select count(*) from appeal");
        var instances = stored.count("select count(*) from act_hi_procinst");
        var go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(50);
        try {
            var sent = IntStream.range(0, 50)
                    .mapToObj(i -> pool.submit(() -> {
                        go.await();
                        return api.submit(key, sound().toString());
                    }))
                    .toList();
            go.countDown();
            var answers = new java.util.ArrayList<Api.Answer>();
            for (var one : sent) {
                answers.add(one.get());
            }
            assertThat(answers)
                    .allSatisfy(a -> assertThat(a.status()).as(a.raw().body()).isIn(200, 201));
            assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
            assertThat(answers.stream().map(a -> a.raw().body()).distinct()).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(stored.count("select count(*) from appeal")).isEqualTo(before + 1);
        assertThat(stored.count("select count(*) from act_hi_procinst")).isEqualTo(instances + 1);
    }
}
