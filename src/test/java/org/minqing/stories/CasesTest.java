package org.minqing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/**
 * Realistic appeals with the decision that an experienced official of a township expects, filed over HTTP as residents file
 * them. What an expectation lists, any of it will do.
 */
@MinqingTest
class CasesTest extends Talk {

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    private static final Map<String, String> SOMEWHERE = Map.of(
            "ganshui", "ganshui-erju-01",
            "matou", "matou-qianjin-1-01",
            "shibu", "shibu-chengxi-1-01",
            "xinanjie", "xinanjie-1-01",
            "zhangjiashan", "zhangjiashan-qiaotou-1");

    /** Cases that are filed; the others tell of situations, and other tests play those. */
    static final List<Filed> FILED = read().filter(c -> c.node().has("text")).toList();

    record Filed(String id, JsonNode node) {

        JsonNode expected() {
            return node.path("expect");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    Holdings holdings;

    @ParameterizedTest
    @FieldSource("FILED")
    void isJudgedAsAnExperiencedOfficialWould(Filed filed) {
        var receipt = accepted(body(filed));
        var number = receipt.path("number").asText();
        var expected = filed.expected();

        if (expected.path("urgency").asText().equals("petition")) {
            runsByTheLawOfPetitions(receipt);
        } else if (expected.has("urgency")) {
            assertThat(receipt.path("urgency").asText()).isIn(codes(expected.path("urgency")));
        }
        var first = postsWithATask(number);
        if (expected.has("first")) {
            assertThat(first).containsAnyElementsOf(codes(expected.path("first")));
        }
        assertThat(first).doesNotContainAnyElementsOf(codesOrNobody(expected.path("never")));
        if (expected.has("never_alone")) {
            assertThat(first).isNotEqualTo(Set.copyOf(codes(expected.path("never_alone"))));
            assertThat(kept(number, "handling_post")).isNotIn(codes(expected.path("never_alone")));
        }
        if (expected.has("first_lead")) {
            assertThat(kept(number, "handling_post")).isIn(codes(expected.path("first_lead")));
        }
        if (expected.has("type")) {
            assertThat(kept(number, "type")).isIn(codes(expected.path("type")));
        }
        if (expected.has("call_back")) {
            assertThat(kept(number, "rated"))
                    .isEqualTo(expected.path("call_back").asText());
        }
    }

    @Test
    void allCasesThatAreFiledAreRead() {
        assertThat(FILED).hasSizeGreaterThan(20);
    }

    private static ObjectNode body(Filed filed) {
        var given = filed.node();
        var locality = given.path("locality").asText("ganshui");
        var text = given.path("text").asText();
        var body = sound();
        body.put("locality", locality)
                .put("channel", "phone")
                .put("category", given.path("category").asText())
                .put("title", text.substring(0, Math.min(20, text.length())))
                .put("description", text);
        body.withObject("/location").put("unit", SOMEWHERE.get(locality));
        if (given.has("type")) {
            body.set("type", given.path("type"));
        }
        if (given.has("resident")) {
            body.set("resident", given.path("resident"));
        }
        var facts = body.putObject("facts");
        given.path("facts").fields().forEachRemaining(fact -> facts.set(fact.getKey(), fact.getValue()));
        return body;
    }

    /** Fifteen days to tell, sixty to end: counted by the calendar of nature, whatever else is true of it. */
    private void runsByTheLawOfPetitions(JsonNode receipt) {
        assertThat(until(receipt, "respondBy")).isEqualTo(Duration.ofDays(15));
        assertThat(until(receipt, "resolveBy")).isEqualTo(Duration.ofDays(60));
    }

    private Duration until(JsonNode receipt, String promise) {
        return Duration.between(
                time.instant(),
                OffsetDateTime.parse(receipt.at("/promises/" + promise).asText())
                        .toInstant());
    }

    /** Posts whose people could take a task of this appeal now. */
    private Set<String> postsWithATask(String number) {
        var tasks = engine.getTaskService();
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .flatMap(group -> holdings.find(group).map(Holding::post).stream())
                .map(post -> post.code())
                .collect(Collectors.toSet());
    }

    private String kept(String number, String column) {
        return jdbc.sql("select " + column + "::text from appeal where number = ?")
                .params(number)
                .query(String.class)
                .single();
    }

    private static List<String> codes(JsonNode one) {
        return one.isArray()
                ? StreamSupport.stream(one.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(one.asText());
    }

    private static List<String> codesOrNobody(JsonNode list) {
        return list.isMissingNode() ? List.of("nobody") : codes(list);
    }

    private static Stream<Filed> read() {
        try (var in = CasesTest.class.getResourceAsStream("/stories/cases.yml")) {
            return StreamSupport.stream(
                    new ObjectMapper().valueToTree(new Yaml().<Object>load(in)).spliterator(), false)
                    .map(node -> new Filed(node.path("id").asText(), node))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
