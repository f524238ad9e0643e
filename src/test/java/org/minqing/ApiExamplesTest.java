package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;

/**
 * The contract is what is sent: every example of {@code src/docs/api.md} goes to the running application, and what comes
 * back has the fields of the answer that stands there, all of them and no others. Whoever adds an example adds here who
 * sends it.
 */
@MinqingTest
class ApiExamplesTest extends Talk {

    private static final String NUMBER = "GS-20261121-0001";

    /** Holds the post to which the appeal of the example is given in the end. */
    private static final String HOLDER = "ganshui-safety";

    /** Who sends it; {@code -} is a resident. */
    private static final Map<String, String> SENDERS = Map.ofEntries(
            Map.entry("POST /api/appeals", "-"),
            Map.entry("POST /api/hints", "-"),
            Map.entry("POST /api/similar", "-"),
            Map.entry("GET /api/track/{trackingCode}", "-"),
            Map.entry("POST /api/track/{trackingCode}/rating", "-"),
            Map.entry("POST /api/track/{trackingCode}/contact", "-"),
            Map.entry("POST /api/track/{trackingCode}/withdrawal", "-"),
            Map.entry("POST /api/track/{trackingCode}/answer", "-"),
            Map.entry("POST /api/track/{trackingCode}/addition", "-"),
            Map.entry("POST /api/track/{trackingCode}/review", "-"),
            Map.entry("POST /api/appeals/{number}/review", "ganshui-registrar"),
            Map.entry("POST /api/appeals/{number}/question", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/answer", "ganshui-caller"),
            Map.entry("POST /api/registrations", "ganshui-grid-01"),
            Map.entry("GET /api/tasks", "ganshui-grid-01"),
            Map.entry("POST /api/tasks/{taskId}/claim", "ganshui-grid-01"),
            Map.entry("POST /api/tasks/{taskId}/complete", "ganshui-grid-01"),
            Map.entry("GET /api/appeals/{number}", "ganshui-dispatcher"),
            Map.entry("GET /api/appeals/{number}/clocks", "ganshui-dispatcher"),
            Map.entry("GET /api/appeals/{number}/process", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/contact", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/summary", "ganshui-dispatcher"),
            Map.entry("GET /api/appeals/{number}/notes", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/notes", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/notes/withdrawal", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/code", "ganshui-registrar"),
            Map.entry("GET /api/appeals/{number}/similar", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/similar", "ganshui-registrar"),
            Map.entry("POST /api/appeals/{number}/merge", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/part", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/reporter-rating", "ganshui-caller"),
            Map.entry("POST /api/appeals/{number}/correction", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/joint", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/sub-cases", "ganshui-dispatcher"),
            Map.entry("POST /api/appeals/{number}/removal", "ganshui-dispatcher"),
            Map.entry("GET /api/orders", "ganshui-volunteer"),
            Map.entry("POST /api/appeals/{number}/order", "ganshui-volunteer"),
            Map.entry("POST /api/appeals/{number}/supervision", "ganshui-supervisor"),
            Map.entry("POST /api/appeals/{number}/reminder", "ganshui-supervisor"),
            Map.entry("POST /api/appeals/{number}/reassignment", "ganshui-supervisor"),
            Map.entry("GET /api/supervision/summary", "ganshui-supervisor"),
            Map.entry("GET /api/map", "ganshui-supervisor"),
            Map.entry("GET /api/evaluation/rates", "ganshui-supervisor"),
            Map.entry("GET /api/sla/metrics", "ganshui-supervisor"),
            Map.entry("GET /api/sla/ledger", "ganshui-auditor"),
            Map.entry("GET /api/sla/verify", "ganshui-auditor"),
            Map.entry("GET /api/sla/alarms", "ganshui-auditor"),
            Map.entry("POST /api/sla/alarms/taking", "ganshui-auditor"));

    /** Keyed by codes of metrics, of which an example shows one. */
    private static final Set<String> MAPS = Set.of("figures");

    /** Where nothing may have happened yet: no breach in a course, no doubt about a limit, no timer that was touched. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("breaches", "needsHelp", "GET /api/sla/alarms", "rates[].units", "call");

    /** Text, number or truth, as a table has it. */
    private static final Set<String> OF_ANY_TYPE = Set.of("inputs[].value", "outputs[].value");

    private final Map<String, ApiPage.Example> left = new LinkedHashMap<>();
    /** What is otherwise than the page has it. */
    private final List<String> wrong = new ArrayList<>();

    private String number;
    private String code;
    private String original;
    private String question;

    @Test
    void everyExampleIsSentAndAnsweredAsItStandsThere() {
        for (var example : ApiPage.examples()) {
            left.put(example.name(), example);
        }
        assertThat(SENDERS.keySet()).containsAll(left.keySet());
        original = accepted(sound("另一件")).path("number").asText();

        begin();
        send("POST /api/hints", "");
        send("POST /api/similar", "");
        send("POST /api/appeals/similar", "");
        send("GET /api/track/{trackingCode}", "");
        send("GET /api/tasks", "");
        var task = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("id")
                .asText();
        send("POST /api/tasks/{taskId}/claim", task);
        send("POST /api/appeals/{number}/summary", "");
        question = send("POST /api/appeals/{number}/notes", "");
        send("GET /api/appeals/{number}/notes", "");
        send("POST /api/appeals/{number}/notes/withdrawal", "");
        send("POST /api/tasks/{taskId}/complete", task);
        send("POST /api/track/{trackingCode}/contact", "");
        send("POST /api/track/{trackingCode}/addition", "");
        for (var path : List.of("", "/clocks", "/process")) {
            send("GET /api/appeals/{number}" + path, "");
        }
        send("POST /api/appeals/{number}/contact", "");
        done("ganshui-dispatcher", "dispatchAppeal", number, """
                {"action":"dispatch","post":"city-management","note":"路灯归城市管理"}""");
        send("POST /api/appeals/{number}/joint", "");
        send("POST /api/appeals/{number}/supervision", "");
        send("POST /api/appeals/{number}/reminder", "");
        for (var path : List.of(
                "supervision/summary",
                "map",
                "evaluation/rates",
                "sla/metrics",
                "sla/ledger",
                "sla/verify",
                "sla/alarms")) {
            send("GET /api/" + path, "");
        }
        question = alarm();
        send("POST /api/sla/alarms/taking", "");
        send("POST /api/appeals/{number}/reassignment", "");
        handled();
        send("POST /api/track/{trackingCode}/rating", "");
        send("POST /api/track/{trackingCode}/review", "");
        api.post("/api/track/" + code + "/review/withdrawal", "{}");
        send("POST /api/appeals/{number}/review", "");
        accepted();
        send("POST /api/track/{trackingCode}/withdrawal", "");
        send("POST /api/appeals/{number}/code", "");
        takeOver(accepted(sound("空地上的垃圾").put("category", "sanitation")));
        send("GET /api/orders", "");
        send("POST /api/appeals/{number}/order", "");
        accepted();
        asked();
        send("POST /api/appeals/{number}/correction", "");
        split();
        merged();
        parted();
        takenDown();
        withdrawAll();
        assertThat(wrong).isEmpty();
        assertThat(left.keySet()).as("Examples that nobody sends").isEmpty();
    }

    @Test
    void everyRequestWithABodyHasAnExample() {
        assertThat(ApiPage.examples().stream().map(ApiPage.Example::name))
                .containsAll(ApiPage.postings().stream()
                        // What needs a file, AttachmentsTest sends.
                        .filter(name -> !name.endsWith("/attachments"))
                        .toList());
    }

    @Test
    void everyFormHasARowWithItsFieldsAndTheirAnswers() throws IOException {
        var told = ApiPage.forms();
        try (var files = Files.list(Path.of("forms"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".form")).toList()) {
                var form = JSON.readTree(file.toFile());
                // What a registrar writes down is told under POST /api/appeals.
                if (form.path("id").asText().equals("registerAppeal")) {
                    continue;
                }
                var row = told.remove(form.path("id").asText());
                assertThat(row).as(file.toString()).isNotNull();
                var whole = row.startsWith("the same") ? ApiPage.forms().get("handleDirectly") + row : row;
                for (var field : fields(form)) {
                    assertThat(whole)
                            .as(file.toString())
                            .containsPattern("`" + field.path("key").asText() + "\\??`");
                    field.path("values")
                            .forEach(value -> assertThat(whole)
                                    .as(file.toString())
                                    .containsPattern("\\b" + value.path("value").asText() + "\\b"));
                }
            }
        }
        assertThat(told).as("Rows without a form").isEmpty();
    }

    /** What is filled in, parts included. */
    private static List<JsonNode> fields(JsonNode form) throws IOException {
        var fields = new ArrayList<JsonNode>();
        for (var component : form.path("components")) {
            var part = component.path("properties").path("part");
            if (part.isTextual()) {
                fields.addAll(fields(JSON.readTree(
                        Path.of("forms/parts", part.asText() + ".form").toFile())));
            } else if (component.has("key")) {
                fields.add(component);
            }
        }
        return fields;
    }

    @Test
    void aRefusalHasTheFieldsOfTheOneThatStandsThere() {
        var body = sound();
        body.withObject("/location").put("lng", 200);
        var answer = api.submit(body.toString());
        assertThat(answer.status()).isEqualTo(400);
        compare("error", ApiPage.error(), answer.json(), wrong);
        assertThat(wrong).isEmpty();
        assertThat(answer.json().path("errors")).isEqualTo(ApiPage.error().path("errors"));
    }

    @Test
    void anotherFieldInAnAnswerOrOneLessIsNoticed() throws Exception {
        compare(
                "x",
                JSON.readTree("{\"a\":1,\"b\":[{\"c\":\"…\"}]}"),
                JSON.readTree("{\"a\":\"1\",\"b\":[{\"d\":1}],\"e\":2}"),
                wrong);
        assertThat(wrong)
                .containsExactly(
                        "x.a is STRING and not NUMBER",
                        "x.b[].c is missing",
                        "x.b[].d is not told of",
                        "x.e is not told of");
    }

    private void begin() {
        var first = left.get("POST /api/appeals");
        var answer = api.submit(first.request().toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        check(first, answer);
        takeOver(answer.json());
    }

    /** One question each, for nobody answers twice. */
    private void asked() {
        question = send("POST /api/appeals/{number}/question", "");
        send("POST /api/track/{trackingCode}/answer", "");
        var next =
                api.as("ganshui-dispatcher").post("/api/appeals/" + number + "/question", "{\"question\":\"是哪一盏？\"}");
        question = next.json().at("/questions/1/id").asText();
        send("POST /api/appeals/{number}/answer", "");
    }

    private void split() {
        accepted();
        done("ganshui-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"看过"}""");
        send("POST /api/appeals/{number}/sub-cases", "");
        number += "-1";
        send("POST /api/appeals/{number}/removal", "");
    }

    /** With the result of the original a merged resident can be asked. */
    private void merged() {
        accepted();
        send("GET /api/appeals/{number}/similar", "");
        send("POST /api/appeals/{number}/merge", "");
        done("ganshui-grid-01", "respondAppeal", original, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"看过"}""");
        done("ganshui-secretary-erju", "handleDirectly", original, """
                {"action":"done","outcome":"solved","result":"已修好","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
        send("POST /api/appeals/{number}/reporter-rating", "");
    }

    private void parted() {
        var words = sound("凤凰坡路灯不亮").put("category", "street-lighting");
        accepted(words);
        var told = api.post("/api/similar", """
                {"locality":"ganshui","unit":"ganshui-erju-01","category":"street-lighting","title":"凤凰坡路灯不亮"}""");
        takeOver(accepted(words.put("joins", told.json().at("/similar/0/offer").asText())));
        send("POST /api/appeals/{number}/part", "");
    }

    private void takenDown() {
        var example = left.get("POST /api/registrations");
        var person = api.as(SENDERS.get(example.name()));
        var answer = person.send(person.request(example.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(example.request().toString())));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        check(example, answer);
        api.post("/api/track/" + answer.json().path("trackingCode").asText() + "/withdrawal", "{}");
    }

    private void accepted() {
        takeOver(accepted(sound("又一件")));
    }

    private void takeOver(JsonNode receipt) {
        number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
    }

    private static ObjectNode sound(String title) {
        var body = sound().put("locality", "ganshui").put("channel", "phone").put("title", title);
        body.withObject("/location").put("unit", "ganshui-erju-01");
        return body;
    }

    /** @return the id of the question that was asked with it, or of the note that was written */
    private String send(String name, String task) {
        var example = left.get(name);
        assertThat(example).as("No example for " + name).isNotNull();
        var sender = SENDERS.get(name).equals("-") ? api : api.as(SENDERS.get(name));
        var path = example.path()
                .replace("{number}", number)
                .replace("{trackingCode}", code)
                .replace("{taskId}", task);
        var answer = example.method().equals("GET") ? sender.get(path) : sender.post(path, filled(example));
        assertThat(answer.status()).as("%s: %s", name, answer.raw().body()).isEqualTo(200);
        check(example, answer);
        var json = answer.json();
        return json.at(json.has("notes") ? "/notes/0/id" : "/questions/0/id").asText();
    }

    /** What differs from town to town and from day to day. */
    private String filled(ApiPage.Example example) {
        return example.request()
                .toString()
                .replace(NUMBER, original)
                .replace("\"7\"", "\"" + question + "\"")
                .replace("<unit>-<post>", "ganshui-rule-of-law-justice")
                .replace("\"…\"", "\"按例子填写\"");
    }

    private void check(ApiPage.Example example, Api.Answer answer) {
        compare(example.name(), example.answer(), answer.json(), wrong);
        left.remove(example.name());
    }

    /** @return its id; as if somebody had moved a timer of the appeal */
    private String alarm() {
        return jdbc.sql("""
                        insert into sla_alarm (appeal, timer, kind, finding, old_due, found_at)
                        values (?, 'LIMIT', 'DELETED', 'example', now(), now()) returning id::text""").param(number).query(String.class).single();
    }

    private void handled() {
        done(HOLDER, "handleWithDepartment", number, """
                {"action":"done","outcome":"solved","result":"三盏灯已修好","evidenceKind":"document","evidence":"照片三张"}""");
    }

    /** Null fits everything, in the example or in the answer: it stands where nothing is. */
    private static void compare(String where, JsonNode example, JsonNode actual, List<String> wrong) {
        if (example.isNull() || actual.isNull() || OF_ANY_TYPE.stream().anyMatch(where::endsWith)) {
            return;
        }
        if (example.getNodeType() != actual.getNodeType()) {
            wrong.add(where + " is " + actual.getNodeType() + " and not " + example.getNodeType());
        } else if (example.isObject()) {
            compareFields(where, example, actual, wrong);
        } else if (example.isArray()) {
            compareElements(where, example, actual, wrong);
        }
    }

    private static void compareFields(String where, JsonNode example, JsonNode actual, List<String> wrong) {
        var map = MAPS.stream().anyMatch(where::endsWith);
        var names = new TreeSet<String>();
        example.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (example.has(name) && actual.has(name)) {
                compare(where + "." + name, example.get(name), actual.get(name), wrong);
            } else if (!map) {
                wrong.add(where + "." + name + (example.has(name) ? " is missing" : " is not told of"));
            }
        }
    }

    /** Each element is like one of those of the example. */
    private static void compareElements(String where, JsonNode example, JsonNode actual, List<String> wrong) {
        if (example.isEmpty()) {
            return;
        }
        if (actual.isEmpty() && MAY_BE_EMPTY.stream().noneMatch(where::endsWith)) {
            wrong.add(where + " is empty, and there is nothing to compare");
        }
        var seen = new HashSet<List<String>>();
        StreamSupport.stream(actual.spliterator(), false).limit(200).forEach(element -> {
            List<String> least = null;
            for (var like : example) {
                var differs = new ArrayList<String>();
                compare(where + "[]", like, element, differs);
                least = least == null || differs.size() < least.size() ? differs : least;
            }
            if (!least.isEmpty() && seen.add(least)) {
                wrong.addAll(least);
            }
        });
    }
}
