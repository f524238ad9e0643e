package org.minqing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** A text that reads otherwise than it is written, or of which nothing can be seen, is refused wherever one may be written. */
@MinqingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisleadingTextTest extends Talk {

    private static final String TURNED = "张三\u202e四李";
    private static final String UNSEEN = "\u200b\u2060\u3164";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private String number;
    private String code;
    private String task;

    @BeforeAll
    void anAppeal() {
        open();
        var receipt = accepted(sound());
        number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
        task = api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
    }

    /** Where somebody may write: who, on which way, and a body with the text in one place. */
    static Stream<String> places() {
        return Stream.of(
                "API | /api/appeals | {\"title\":\"§\"}",
                "API | /api/appeals | {\"description\":\"§\"}",
                "API | /api/appeals | {\"location\":{\"unit\":\"shibu-chengxi-1-01\",\"address\":\"§\"}}",
                "API | /api/appeals | {\"resident\":{\"name\":\"§\",\"anonymous\":false}}",
                "API | /api/track/{code}/rating | {\"grade\":5,\"resolved\":true,\"contacted\":true,\"comment\":\"§\"}",
                "API | /api/track/{code}/addition | {\"addition\":\"§\"}",
                "PAGE | /submit | locality=shibu&category=other&description=灯不亮了&title=§",
                "PAGE | /submit | locality=shibu&category=other&title=灯不亮了&description=§",
                "PAGE | /submit | locality=shibu&category=other&title=灯坏了&description=灯不亮了&location.address=§",
                "PAGE | /submit | locality=shibu&category=other&title=灯坏了&description=灯不亮了&resident.name=§",
                "shibu-grid-01 | /api/tasks/{task}/complete"
                        + " | {\"action\":\"responded\",\"contactKind\":\"phone\",\"contactWith\":\"resident\",\"finding\":\"§\"}",
                "shibu-grid-01 | /api/tasks/{task}/complete | {\"action\":\"returned\",\"returnGround\":\"wrongPlace\",\"returnReason\":\"§\"}",
                "shibu-grid-01 | /api/appeals/{number}/contact | {\"purpose\":\"§\"}",
                "shibu-supervisor | /api/appeals/{number}/supervision | {\"instruction\":\"§\"}",
                "shibu-supervisor | /api/appeals/{number}/reassignment | {\"holder\":\"shibu-grid-02\",\"reason\":\"§\"}",
                "TASKLIST shibu-grid-01 | " + ENGINE + "/task/{task}/submit-form"
                        + " | {\"variables\":{\"action\":{\"value\":\"responded\"},\"contactKind\":{\"value\":\"phone\"},"
                        + "\"contactWith\":{\"value\":\"resident\"},\"finding\":{\"value\":\"§\"}}}",
                "TASKLIST shibu-registrar | " + ENGINE + "/process-definition/any/submit-form | " + registered("title"),
                "TASKLIST shibu-registrar | " + ENGINE + "/process-definition/any/submit-form | "
                        + registered("description"),
                "TASKLIST shibu-registrar | " + ENGINE + "/process-definition/any/submit-form | "
                        + registered("address"),
                "TASKLIST shibu-registrar | " + ENGINE + "/process-definition/any/submit-form | " + registered("name"),
                "DESK shibu-grid-01 | /desk/tasks/{task}"
                        + " | action=responded&contactKind=phone&contactWith=resident&finding=§",
                "DESK shibu-grid-01 | /desk/appeals/{number}/contact | purpose=§");
    }

    private static String registered(String field) {
        var answers = new StringBuilder(
                "{\"variables\":{\"channel\":{\"value\":\"phone\"},\"category\":{\"value\":\"other\"}");
        for (var name : List.of("title", "description", "address", "name")) {
            answers.append(",\"%s\":{\"value\":\"%s\"}".formatted(name, name.equals(field) ? "§" : "门前路灯不亮"));
        }
        return answers + "}}";
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatTurnsTheOrderOfTheTextIsRefused(String place) {
        refused(place, TURNED);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aTextOfWhichNothingCanBeSeenIsRefused(String place) {
        refused(place, UNSEEN);
    }

    /** So that it was the text, and nothing else in the request. */
    @ParameterizedTest
    @MethodSource("places")
    void anOrdinaryTextIsNotWhatIsRefused(String place) {
        // What would change the appeal for the other cases is tried no further than here.
        if (place.matches("(API \\| /api/appeals|.*/addition|PAGE|TASKLIST shibu-registrar|.*/contact).*")) {
            assertThat(sent(place, "门前路灯不亮").statusCode()).isBetween(200, 303);
        }
    }

    private void refused(String place, String text) {
        var before = stored.rows();
        var answer = sent(place, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("颠倒文字顺序", "没有看得见的文字", "不能", "必须填写", "必填");
        assertThat(stored.rows()).isEqualTo(before);
    }

    private HttpResponse<String> sent(String place, String text) {
        var cells = place.split(" \\| ", 3);
        var path = cells[1].replace("{number}", number).replace("{code}", code).replace("{task}", task);
        var who = cells[0].substring(cells[0].indexOf(' ') + 1);
        var form = cells[2].replace("§", text);
        if (cells[0].startsWith("PAGE")) {
            return Session.anonymous(api)
                    .submit(path, encoded(form) + "&key=" + UUID.randomUUID(), "/submit?locality=shibu");
        }
        if (cells[0].startsWith("DESK")) {
            return Session.of(api, who).submit(path, encoded(form));
        }
        if (cells[0].startsWith("TASKLIST")) {
            return Session.of(api, who).post(path, form);
        }
        var program = cells[0].equals("API") ? api : api.as(who);
        return program.send(program.request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(path.equals("/api/appeals") ? whole(form) : form)))
                .raw();
    }

    private static String whole(String part) {
        try {
            return sound().setAll((ObjectNode) JSON.readTree(part)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String form) {
        return Stream.of(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
