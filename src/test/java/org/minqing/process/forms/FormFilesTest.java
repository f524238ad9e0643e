package org.minqing.process.forms;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The form files as Tasklist of 7.24 (form-js 1.8.7) and our validator need them. */
class FormFilesTest {

    private static final Set<String> TASK_FORMS = Set.of(
            "answer-consultation",
            "pass-on-praise",
            "respond-appeal",
            "remove-danger",
            "reroute-appeal",
            "dispatch-appeal",
            "handle-directly",
            "handle-with-department",
            "handle-under-supervision",
            "call-resident",
            "supervise-overdue",
            "approve-limit-change",
            "approve-correction",
            "check-contact",
            "give-opinion",
            "review-dissatisfied",
            "review-appeal",
            "pass-on-review",
            "settle-remit",
            "follow-plan",
            "decide-plan",
            "supervise-plan");

    /** What the part about results asks for, once something of it is chosen. */
    private static final Set<String> REQUIRED_OF_RESULTS = Set.of(
            "outcome",
            "witnessName",
            "witnessReach",
            "figureWhat",
            "figureAmount",
            "figureUnit",
            "receiver",
            "promise",
            "promiseBy",
            "planUntil");

    private static final Set<String> REQUIRED_OF_HANDLERS = with(
            REQUIRED_OF_RESULTS,
            "action",
            "result",
            "tookPart",
            "consultationOutcome",
            "contactKind",
            "contactWith",
            "contactNote",
            "arrivalNote",
            "change",
            "changeReason",
            "days",
            "explanation",
            "returnGround",
            "returnReason");

    /** The required fields of each form, so that none gets lost in an edit. */
    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            entry("register-appeal", Set.of("channel", "category", "title", "description", "relayerAs")),
            entry("answer-consultation", Set.of("action", "answerKind", "answer", "passOnReason")),
            entry("pass-on-praise", Set.of("thanks", "passedTo")),
            entry(
                    "respond-appeal",
                    Set.of(
                            "action",
                            "contactKind",
                            "contactWith",
                            "finding",
                            "attemptKind",
                            "returnGround",
                            "returnReason")),
            entry("reroute-appeal", Set.of("action", "respondUnit", "holder", "original", "note")),
            entry("remove-danger", Set.of("action", "contactWith", "finding", "returnReason")),
            entry("settle-remit", Set.of("holder", "settlementReason")),
            entry("dispatch-appeal", Set.of("action", "post", "original", "note")),
            entry("handle-directly", REQUIRED_OF_HANDLERS),
            entry("handle-with-department", REQUIRED_OF_HANDLERS),
            entry("handle-under-supervision", REQUIRED_OF_HANDLERS),
            entry("call-resident", Set.of("action", "contacted", "answer", "grade")),
            entry("follow-plan", with(REQUIRED_OF_RESULTS, "action", "result", "newUntil")),
            entry("decide-plan", Set.of("action", "opinion")),
            entry("supervise-plan", Set.of("instruction")),
            entry("name-subject", Set.of("action", "reason")),
            entry("supervise-overdue", Set.of("measure", "holder", "instruction")),
            entry("approve-limit-change", Set.of("action", "opinion")),
            entry("approve-correction", Set.of("action", "opinion")),
            entry("review-appeal", Set.of("action", "hearingOn", "hearingReason", "reviewOutcome", "reviewOpinion")),
            entry("pass-on-review", Set.of("action", "promisedOn", "reviewOutcome", "reviewOpinion")),
            entry("give-opinion", Set.of("position", "jointOpinion")),
            entry("check-contact", Set.of("action", "basis", "measure")),
            entry("review-dissatisfied", Set.of("action", "opinion")));

    static Stream<String> names() throws IOException {
        return written(Path.of("forms")).map(FormFilesTest::nameOf);
    }

    /** Forms and parts as they are written, before the parts are put in place. */
    static Stream<Path> files() throws IOException {
        return Stream.concat(written(Path.of("forms")), written(Path.of("forms", "parts")));
    }

    static Stream<String> taskForms() {
        return TASK_FORMS.stream().sorted();
    }

    @Test
    void thereIsAFormForEachTaskAndOneForRegistering() throws IOException {
        assertThat(names()).containsExactlyInAnyOrderElementsOf(REQUIRED.keySet());
        assertThat(REQUIRED.keySet()).containsAll(TASK_FORMS);
    }

    /** A part too: it is opened and changed in the Modeler like a form. */
    @ParameterizedTest
    @MethodSource("files")
    void isWrittenForTheFormJsThatTasklistBrings(Path file) throws IOException {
        var form = new ObjectMapper().readTree(file.toFile());
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.path("id").asText()).isEqualTo(camelCase(nameOf(file)));
    }

    /** What two files say may differ tomorrow; what a part says cannot. */
    @Test
    void whatSeveralFormsShareIsWrittenOnce() throws IOException {
        var seen = new HashMap<JsonNode, Path>();
        for (var file : files().toList()) {
            for (var component : components(new ObjectMapper().readTree(file.toFile()))) {
                if (!component.has("properties")) {
                    assertThat(seen.put(component, file))
                            .as("the first file that has %s of %s", component.path("id"), file)
                            .isNull();
                }
            }
        }
        assertThat(seen).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesEachComponentItsOwnId(String name) {
        var ids =
                components(json(name)).stream().map(c -> c.path("id").asText()).toList();
        assertThat(ids).doesNotContain("").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void canBeCheckedByTheServer(String name) {
        var schema = FormSchema.parse(text(name));
        assertThat(required(schema)).isEqualTo(REQUIRED.get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void speaksChinese(String name) {
        for (var component : components(json(name))) {
            assertThat(component.path("label").asText("无")).containsPattern("\\p{IsHan}");
            assertThat(component.path("description").asText("无")).containsPattern("\\p{IsHan}");
            component
                    .path("values")
                    .forEach(v -> assertThat(v.path("label").asText()).containsPattern("\\p{IsHan}"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void limitsEveryText(String name) {
        assertThat(FormSchema.parse(text(name)).fields())
                .filteredOn(f -> f.type().startsWith("text"))
                .allSatisfy(f -> assertThat(f.maxLength()).isBetween(20, 2000));
    }

    @ParameterizedTest
    @MethodSource("names")
    void offersChoicesWhereverOneIsToBeMade(String name) {
        for (var field : FormSchema.parse(text(name)).fields()) {
            if (Set.of("radio", "select").contains(field.type())) {
                var codes =
                        field.options().stream().map(FormField.Option::value).toList();
                assertThat(codes).doesNotHaveDuplicates();
                // Where other fields depend on a choice, all that may be offered is written down, and the key narrows
                // it.
                assertThat(codes.isEmpty() && field.valuesKey() == null)
                        .as(field.key())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("taskForms")
    void beginsWithTheSameAppealCard(String name) {
        assertThat(card(name)).isEqualTo(card("respond-appeal"));
    }

    @Test
    void showsOnTheCardWhatAHandlerNeeds() {
        var card = card("respond-appeal").toString();
        for (var field : List.of(
                "number",
                "title",
                "place",
                "categoryName",
                "urgencyName",
                "tierName",
                "channelName",
                "description",
                "respondBy",
                "resolveBy",
                "timeLeft",
                "link",
                "unitName",
                "timeline")) {
            assertThat(card).contains("appeal." + field);
        }
    }

    /** A text component reads its values as Markdown, so what residents wrote is shown by html components only. */
    @ParameterizedTest
    @MethodSource("names")
    void keepsWordsOfResidentsOutOfMarkdown(String name) {
        for (var component : components(json(name))) {
            if (component.path("type").asText().equals("text")) {
                assertThat(component.path("text").asText().replace("{{appeal.link}}", ""))
                        .doesNotContain("{{");
            }
        }
    }

    /** Who decides reads what he decides about, and nothing is shown where there is nothing to decide. */
    @ParameterizedTest
    @CsvSource({
        "approve-limit-change, appeal.limitChange.text",
        "approve-correction, appeal.correction.text",
        "check-contact, appeal.contactCheck.text"
    })
    void showsWhoDecidesTheQuestionAsPlainText(String name, String text) {
        var request = components(json(name)).stream()
                .filter(c -> c.path("content").asText().contains(text))
                .toList();

        assertThat(request).singleElement().satisfies(c -> {
            assertThat(c.path("type").asText()).isEqualTo("html");
            assertThat(c.at("/conditional/hide").asText()).isEqualTo("=" + text + " = null");
        });
    }

    /** Locality comes from the person signed in; letting the form say it would let one township write to another. */
    @Test
    void doesNotAskTheRegistrarForTheLocality() {
        assertThat(keys("register-appeal")).doesNotContain("locality");
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> required(FormSchema schema) {
        return schema.fields().stream()
                .filter(FormField::required)
                .map(FormField::key)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String name) {
        return FormSchema.parse(text(name)).fields().stream()
                .map(FormField::key)
                .collect(Collectors.toSet());
    }

    /** Everything above the line that ends it. */
    private static List<JsonNode> card(String name) {
        var all = (ArrayNode) json(name).path("components");
        return StreamSupport.stream(all.spliterator(), false)
                .takeWhile(component -> !component.path("id").asText().equals("Card_end"))
                .toList();
    }

    private static List<JsonNode> components(JsonNode parent) {
        var all = new ArrayList<JsonNode>();
        for (var component : parent.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    private static Stream<Path> written(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.form$", "");
    }

    private static String camelCase(String kebab) {
        var words = kebab.split("-");
        return words[0]
                + Arrays.stream(words, 1, words.length)
                        .map(w -> w.substring(0, 1).toUpperCase() + w.substring(1))
                        .collect(Collectors.joining());
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(text(name));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String text(String name) {
        return FormFiles.onClassPath().get("forms/" + name + ".form");
    }
}
