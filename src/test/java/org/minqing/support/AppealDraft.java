package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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

    /** Other words than everybody's. */
    public AppealDraft telling(String title, String description) {
        body.put("title", title).put("description", description);
        return this;
    }

    public AppealDraft signed(String name, String phone) {
        body.putObject("resident").put("name", name).put("phone", phone).put("anonymous", false);
        return this;
    }

    /** @param attachments ids of what was sent before */
    public AppealDraft with(List<String> attachments) {
        var list = body.putArray("attachments");
        attachments.forEach(list::add);
        return this;
    }

    /** @param offer with which he was told of a matter; his own is to become part of that */
    public AppealDraft joining(String offer) {
        body.put("joins", offer);
        return this;
    }

    /** What a program hears that submits it. */
    public Api.Answer sent() {
        return api.submit(body.toString());
    }

    public AppealCase submitted() {
        var receipt = sent();
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
