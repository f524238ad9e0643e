package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the interface share: somebody to talk as, and a look at the tables. */
public abstract class Talk {

    private final List<String> filed = new ArrayList<>();

    protected static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    protected int port;

    @Value("${minqing.data-dir}")
    String dataDir;

    @Autowired
    protected TestTime time;

    @Autowired
    protected JdbcClient jdbc;

    /** Nobody has signed in. */
    protected Api api;

    protected Stored stored;

    @BeforeEach
    protected void open() {
        api = Api.of(port, dataDir);
        stored = new Stored(jdbc);
        time.begin("2026-04-07T10:00");
    }

    /** A submission without a fault, to be spoilt. */
    protected static ObjectNode sound() {
        try {
            return (ObjectNode) JSON.readTree("""
                    {"locality":"shibu","channel":"phone","category":"other","title":"楼道灯坏了",
                     "description":"三楼楼道灯不亮已经两天。","location":{"unit":"shibu-chengxi-1-01"}}""");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What was handed in, as the receipt tells it. */
    protected JsonNode accepted(ObjectNode body) {
        var answer = api.submit(body.toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        filed.add(answer.json().path("trackingCode").asText());
        return answer.json();
    }

    /** What stands first in lists, because somebody is in danger, is not left to the tests that come after. */
    protected void withdrawAll() {
        filed.forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    /** What the engine has and nobody may see yet does not stand beside what a supervisor is told. */
    protected void nothingConfidentialIsOpen() {
        stored.withdrawConfidential(api);
    }

    protected String number() {
        return accepted(sound()).path("number").asText();
    }

    /** Completes a task and insists that it worked. */
    protected void done(String user, String form, String number, String answers) {
        var answer = api.as(user).complete(form, number, answers);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    /** Bytes as they are, under a fresh key. */
    protected Api.Answer bytes(byte[] body) {
        return api.send(api.request("/api/appeals")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** What others left behind there is due years from now: a list of the nearest begins with what comes next. */
    protected void whatOthersLeftIsDueLater(String locality) {
        jdbc.sql("update act_ru_task set due_date_ = due_date_ + interval '10 years' where tenant_id_ = ?")
                .param(locality)
                .update();
    }
}
