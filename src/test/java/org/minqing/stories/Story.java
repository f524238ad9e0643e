package org.minqing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.minqing.attachment.content.Sample;
import org.minqing.support.Api;
import org.minqing.support.TestTime;
import org.minqing.support.Uploading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case that really happened, replayed over HTTP by the people who did it, at its own date and intervals. */
abstract class Story {

    /** What the resident was told when the appeal was taken in. */
    record Case(String number, String code, JsonNode receipt) {}

    @LocalServerPort
    int port;

    @Value("${minqing.data-dir}")
    String dataDir;

    @Autowired
    TestTime time;

    Api resident;

    @BeforeEach
    void open() {
        resident = Api.of(port, dataDir);
    }

    Api as(String user) {
        return resident.as(user);
    }

    Case submit(String body) {
        var answer = resident.submit(body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return new Case(
                answer.json().path("number").asText(),
                answer.json().path("trackingCode").asText(),
                answer.json());
    }

    void complete(String user, String form, Case appeal, String answers) {
        var answer = as(user).complete(form, appeal.number(), answers);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    void claim(String user, String form, Case appeal) {
        var task = as(user).task(form, appeal.number());
        assertThat(task.path("mine").asBoolean()).isFalse();
        assertThat(as(user).post("/api/tasks/" + task.path("id").asText() + "/claim", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(as(user).task(form, appeal.number()).path("mine").asBoolean())
                .isTrue();
    }

    /** What a leader or a volunteer does with an order: claim or join. */
    Api.Answer order(String user, Case appeal, String action) {
        return as(user).post("/api/appeals/" + appeal.number() + "/order", "{\"action\":\"" + action + "\"}");
    }

    void rate(Case appeal, int grade, String comment) {
        var answer = resident.post("/api/track/" + appeal.code() + "/rating", """
                {"grade":%d,"resolved":true,"contacted":true,"comment":"%s"}""".formatted(grade, comment));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    /** Sends a file; the id with which an act takes it up. */
    static String sent(Api api, byte[] file, String name) {
        var answer = new Uploading(api).send(file, name, null);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    /** Something that the resident took himself. */
    void adds(Case appeal, byte[] file, String name) {
        var body = "{\"attachments\":[\"" + sent(resident, file, name) + "\"]}";
        assertThat(resident.post("/api/track/" + appeal.code() + "/attachments", body)
                        .status())
                .isEqualTo(200);
    }

    /** @param use {@code before}, {@code after}, {@code evidence} or {@code added} */
    void photographed(String user, Case appeal, String use) {
        var photo = sent(as(user), Sample.jpegWithPlace(1200, 900, 1), "photo.jpg");
        var answer = as(user).post(
                        "/api/appeals/" + appeal.number() + "/attachments",
                        "{\"use\":\"" + use + "\",\"attachments\":[\"" + photo + "\"]}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    /** What the resident sees. */
    JsonNode track(Case appeal) {
        return resident.get("/api/track/" + appeal.code()).json();
    }

    /** What staff see. */
    JsonNode sheet(String user, Case appeal) {
        var answer = as(user).get("/api/appeals/" + appeal.number());
        assertThat(answer.status()).as(user).isEqualTo(200);
        return answer.json();
    }

    /** The clock of that name, such as 响应, in the words of {@code /api/appeals/{number}/clocks}. */
    JsonNode clock(String user, Case appeal, String name) {
        return found(as(user).get("/api/appeals/" + appeal.number() + "/clocks").json(), "clock", name);
    }

    /** The first step whose text contains these words, on what a resident or a member of staff sees. */
    static JsonNode step(JsonNode view, String words) {
        return found(view.path("timeline"), "what", words);
    }

    private static JsonNode found(JsonNode list, String field, String words) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.path(field).asText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + words + " in " + list));
    }
}
