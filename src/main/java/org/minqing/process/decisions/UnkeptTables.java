package org.minqing.process.decisions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table outside of a model, the locality's own where it has one, by the decision engine alone: unlike {@link AskedTable}
 * nothing of what was asked comes into the engine's history, and the rule that answered is told.
 */
@Component
public class UnkeptTables {

    /** @param rule id of the rule that answered */
    public record Said(String rule, DecisionAnswer answer) {}

    private final DecisionCatalogue catalogue;
    private final ThreadLocal<String> rule = new ThreadLocal<>();
    private final DmnEngine engine;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    UnkeptTables(DecisionCatalogue catalogue) {
        this.catalogue = catalogue;
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::answered));
        engine = configuration.buildEngine();
    }

    private void answered(DmnDecisionTableEvaluationEvent event) {
        rule.set(event.getMatchingRules().get(0).getId());
    }

    /**
     * @param table its key, such as {@code householdColour}
     * @param facts values of its inputs, by name
     */
    public Said answer(String table, String locality, Map<String, Object> facts) {
        var decision = parsed.computeIfAbsent(
                name(table, locality),
                name -> engine.parseDecision(table, file(name).open()));
        try {
            var answer = engine.evaluateDecision(decision, facts).getSingleResult();
            return new Said(rule.get(), new DecisionAnswer(answer));
        } finally {
            rule.remove();
        }
    }

    /**
     * What its rules may answer in one column.
     *
     * @throws IllegalStateException naming file and rule of a cell that is not plain
     */
    public Set<String> cells(String table, String locality, String output) {
        var file = file(name(table, locality));
        DecisionTable read = Dmn.readModelFromStream(file.open()).getModelElementById("decisionTable_" + table);
        return PlainTable.of(file.name(), read).rules().stream()
                .map(one -> one.answer(output))
                .collect(Collectors.toSet());
    }

    /** A table stands in the file of its name. */
    private String name(String table, String locality) {
        var tenant = catalogue.tenantOf(table, locality);
        var name = table.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return "dmn/" + (tenant == null ? "" : tenant + "/") + name + ".dmn";
    }

    private static ModelFile file(String name) {
        return ModelFile.decisions().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
