package org.minqing.process.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One file below {@code dmn/}, read as a model and run by the decision engine alone, without a database. */
public record DecisionFile(Path file) {

    static final Path FOLDER = Path.of("dmn");

    private static final String DIAGRAM = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final AtomicReference<DmnDecisionTableEvaluationEvent> LAST = new AtomicReference<>();
    private static final DmnEngine ENGINE = engineThatTellsTheMatchedRule();
    private static final Map<Path, DmnDecision> PARSED = new ConcurrentHashMap<>();
    private static final Map<Asked, Answer> ANSWERED = new ConcurrentHashMap<>();
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private record Asked(Path file, Map<String, Object> facts) {}

    /** What the engine answered, and by which rule. */
    record Answer(String rule, Map<String, Object> outputs) {}

    public static DecisionFile named(String name) {
        return new DecisionFile(FOLDER.resolve(name + ".dmn"));
    }

    /** The table that a locality uses: its own where it has one, else the shared one. */
    static DecisionFile of(String locality, String name) {
        var own = named(locality + "/" + name);
        return Files.exists(own.file) ? own : named(name);
    }

    /** Every table in the folder, so that a new file cannot stay outside the tests. */
    static Stream<DecisionFile> all() {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(DecisionFile::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The engine takes milliseconds for each question, and rows that differ in one fact are the same without it: each is put once.
     *
     * @throws org.camunda.bpm.dmn.engine.DmnEngineException if a cell cannot be evaluated or several rules answer
     */
    Answer answer(Map<String, Object> facts) {
        return ANSWERED.computeIfAbsent(new Asked(file, new HashMap<>(facts)), asked -> evaluated(asked.facts));
    }

    private Answer evaluated(Map<String, Object> facts) {
        LAST.set(null);
        var outputs = ENGINE.evaluateDecisionTable(PARSED.computeIfAbsent(file, DecisionFile::parse), facts)
                .getSingleResult();
        var matched = LAST.get().getMatchingRules();
        return new Answer(matched.get(0).getId(), new TreeMap<>(outputs.getEntryMap()));
    }

    /** The quoted values in the conditions of a rule, such as the categories that it names. */
    static List<String> valuesListedIn(Rule rule) {
        return rule.getInputEntries().stream()
                .flatMap(entry -> QUOTED.matcher(entry.getTextContent()).results())
                .map(hit -> hit.group(1))
                .toList();
    }

    DmnModelInstance model() {
        return Dmn.readModelFromFile(file.toFile());
    }

    Decision decision() {
        return model().getModelElementsByType(Decision.class).iterator().next();
    }

    List<Rule> rules() {
        return List.copyOf(elements(Rule.class));
    }

    public List<String> ruleIds() {
        return rules().stream().map(Rule::getId).toList();
    }

    Collection<Input> inputs() {
        return elements(Input.class);
    }

    Collection<Output> outputs() {
        return elements(Output.class);
    }

    List<String> inputNames() {
        return inputs().stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
    }

    /** The ids that the diagram draws; the model API has no types for diagrams of DMN 1.3. */
    List<String> shownElements() {
        return model().getDocument().getElementsByNameNs(DIAGRAM, "DMNShape").stream()
                .map(shape -> shape.getAttribute("dmnElementRef"))
                .toList();
    }

    /** For example {@code handling-tier}. */
    String fileName() {
        return file.getFileName().toString().replace(".dmn", "");
    }

    boolean isOverride() {
        return FOLDER.relativize(file).getNameCount() > 1;
    }

    /** The shared table that this one replaces in its locality. */
    DecisionFile overridden() {
        return new DecisionFile(FOLDER.resolve(file.getFileName()));
    }

    /** For example {@code zhangjiashan/handling-tier}. */
    @Override
    public String toString() {
        return FOLDER.relativize(file).toString().replace('\\', '/').replace(".dmn", "");
    }

    <T extends ModelElementInstance> Collection<T> elements(Class<T> type) {
        return model().getModelElementsByType(type);
    }

    private static DmnDecision parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ENGINE.parseDecisions(in).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DmnEngine engineThatTellsTheMatchedRule() {
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(LAST::set));
        return configuration.buildEngine();
    }
}
