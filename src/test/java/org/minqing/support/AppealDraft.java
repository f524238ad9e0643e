package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An appeal that nobody has submitted yet. */
public final class AppealDraft {

    private final Api api;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Consumer<String> made;
    private final ObjectNode body = new ObjectMapper().createObjectNode();

    AppealDraft(Api api, ProcessEngine engine, JdbcClient jdbc, Consumer<String> made) {
        this.api = api;
        this.engine = engine;
        this.jdbc = jdbc;
        this.made = made;
        body.put("locality", "ganshui")
                .put("channel", "phone")
                .put("category", "other")
                .put("title", "楼道口堆了杂物")
                .put("description", "楼道口堆了杂物，进出不方便。");
        at("ganshui-erju-01");
    }

    public AppealDraft from(String locality) {
        body.put("locality", locality);
        return this;
    }

    /** A call for help unless this is said. */
    public AppealDraft ofType(String type) {
        body.put("type", type);
        return this;
    }

    /** @param danger code of the kind of danger somebody is in */
    public AppealDraft about(String category) {
        body.put("category", category);
        return this;
    }

    public AppealDraft at(String unit) {
        body.putObject("location").put("unit", unit);
        return this;
    }

    public AppealDraft somewhere() {
        body.remove("location");
        return this;
    }

    public AppealDraft thatIs(String fact) {
        body.withObject("/facts").put(fact, true);
        return this;
    }

    /** @param kind code of a danger that somebody is in now */
    public AppealDraft inDanger(String kind) {
        body.withObject("/facts").put("danger", kind);
        return this;
    }

    /** The same text wherever a resident may write something. */
    public AppealDraft saying(String text) {
        body.put("title", text).put("description", text);
        body.withObject("/location").put("address", text);
        return this;
    }

    public AppealDraft signed(String name, String phone) {
        body.putObject("resident").put("name", name).put("phone", phone).put("anonymous", false);
        return this;
    }

    public AppealCase submitted() {
        var receipt = api.submit(body.toString());
        assertThat(receipt.status()).as(receipt.raw().body()).isEqualTo(201);
        made.accept(receipt.json().path("trackingCode").asText());
        return new AppealCase(
                api,
                engine,
                jdbc,
                body.path("locality").asText(),
                receipt.json().path("number").asText(),
                receipt.json().path("trackingCode").asText());
    }
}
