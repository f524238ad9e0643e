package org.minqing.process.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.minqing.desk.course.Course.Rule;

/**
 * What one version of a decision table says about itself.
 *
 * @param variables which variable each input column asks for, by id of the column
 * @param rules     by id, numbered from the top
 */
record DecisionTableWords(int version, Map<String, String> variables, Map<String, Rule> rules) {

    static DecisionTableWords of(int version, Decision decision) {
        var variables = new LinkedHashMap<String, String>();
        var rules = new LinkedHashMap<String, Rule>();
        if (decision.getExpression() instanceof DecisionTable table) {
            table.getInputs()
                    .forEach(i -> variables.put(
                            i.getId(),
                            i.getInputExpression().getText().getTextContent().strip()));
            table.getRules().forEach(r -> rules.put(r.getId(), new Rule(rules.size() + 1, r.getId(), description(r))));
        }
        return new DecisionTableWords(version, Map.copyOf(variables), Map.copyOf(rules));
    }

    Rule rule(String id) {
        return rules.getOrDefault(id, new Rule(0, id, ""));
    }

    private static String description(DmnElement rule) {
        var text = rule.getDescription();
        return text == null ? "" : text.getTextContent().strip();
    }
}
