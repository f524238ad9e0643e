package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
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
        stored.refused(400, () -> api.submit(key, sound().put("title", "灯").toString()), "title");
        assertThat(api.submit(key, sound().toString()).status()).isEqualTo(201);
    }

    @Test
    void fiftyAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var before = stored.count("select count(*) from appeal");
        var instances = stored.count("select count(*) from act_hi_procinst where proc_def_key_ = 'appealHandling'");
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
        assertThat(stored.count("select count(*) from act_hi_procinst where proc_def_key_ = 'appealHandling'"))
                .isEqualTo(instances + 1);
    }

    /** As 1234… or a number that both of them read off the same poster. */
    @ParameterizedTest
    @ValueSource(strings = {"12345678", "0000000000000000000000000000000000001"})
    void twoResidentsWhoHitOnTheSameKeyAndWordsNeverSeeEachOthersCode(String key) {
        var first = by("a-secret-of-the-first-resident", key);
        assertThat(first.status()).isEqualTo(201);
        var code = first.json().path("trackingCode").asText();
        for (var other : List.of(by("a-secret-of-the-other-resident", key), by(null, key))) {
            assertThat(other.status()).isEqualTo(200);
            assertThat(other.raw().body()).doesNotContain(code);
            assertThat(other.json().path("trackingCode").isNull()).isTrue();
            assertThat(other.json().path("number")).isEqualTo(first.json().path("number"));
        }
        time.pass("P20D");
        assertThat(by("a-secret-of-the-first-resident", key).raw().body())
                .isEqualTo(first.raw().body());
        assertThat(jdbc.sql("select client from idempotency_key where key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .doesNotContain("resident");
        jdbc.sql("delete from idempotency_key where key = ?").param(key).update();
    }

    @Test
    void withoutASecretTheCodeIsToldAgainOnlyForALongKeyAndWhileTheConnectionMayHaveBroken() {
        var shorter = "k" + UUID.randomUUID().toString().substring(0, 20);
        var first = by(null, shorter);
        assertThat(first.json().path("trackingCode").asText()).hasSize(16);
        assertThat(by(null, shorter).json().path("trackingCode").isNull()).isTrue();

        var longer = UUID.randomUUID().toString();
        var body = by(null, longer).raw().body();
        time.pass("PT9M");
        assertThat(by(null, longer).raw().body()).isEqualTo(body);
        time.pass("PT2M");
        var late = by(null, longer);
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.json().path("trackingCode").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has a blank in it, has a blank"})
    void aSecretThatIsNoneIsRefused(String secret) {
        stored.refused(400, () -> by(secret, UUID.randomUUID().toString()), "Client-Secret");
    }

    /** On the telephone the address changes between the two; the browser does not. */
    @Test
    void aFormThatIsSentAgainLeadsToItsCodeInTheSameBrowserAndInNoOther() {
        var mine = Session.anonymous(api);
        var form =
                "locality=shibu&category=other&title=%E8%B7%AF%E7%81%AF&description=%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE&key="
                        + UUID.randomUUID();
        var first = mine.submit("/submit", form, "/submit?locality=shibu");
        assertThat(first.statusCode()).isEqualTo(303);
        var track = first.headers().firstValue("Location").orElseThrow();
        assertThat(track).startsWith("/track/");
        time.pass("PT1H");
        assertThat(mine.submit("/submit", form, "/submit?locality=shibu")
                        .headers()
                        .firstValue("Location"))
                .hasValue(track);
        var other = Session.anonymous(api).submit("/submit", form, "/submit?locality=shibu");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("已经提交过一次").doesNotContain(track.substring(7, 20));
    }

    private Api.Answer by(String secret, String key) {
        var request = api.request("/api/appeals")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(sound().toString()));
        return api.send(secret == null ? request : request.header("Client-Secret", secret));
    }
}
