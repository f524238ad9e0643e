package org.minqing.process.decisions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A decision table of plain rules, the first that fits answers. Small enough to be asked everything.
 *
 * @param name such as {@code dmn/urgency.dmn}
 */
record PlainTable(String name, List<String> inputs, List<PlainRule> rules) {

    /** What is in no cell; it stands for every code that the table does not name. */
    private static final String ANYTHING_ELSE = "anything-else";

    /** @throws IllegalStateException naming file, rule and input of a cell that cannot be checked */
    static PlainTable of(String name, DecisionTable table) {
        var inputs = table.getInputs().stream()
                .map(i -> i.getInputExpression().getText().getTextContent().strip())
                .toList();
        var outputs = table.getOutputs().stream().map(o -> o.getName()).toList();
        var rules = new ArrayList<PlainRule>();
        for (var rule : table.getRules()) {
            try {
                rules.add(rule(rule, inputs, outputs));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(name + ", " + rule.getId() + ": " + e.getMessage(), e);
            }
        }
        return new PlainTable(name, inputs, rules);
    }

    private static PlainRule rule(Rule rule, List<String> inputs, List<String> outputs) {
        var conditions = new LinkedHashMap<String, PlainCell>();
        var input = inputs.iterator();
        for (var entry : rule.getInputEntries()) {
            var name = input.next();
            var text = entry.getText().getTextContent().strip();
            if (!PlainCell.isOpen(text)) {
                conditions.put(name, PlainCell.of(text));
            }
        }
        var answers = new LinkedHashMap<String, String>();
        var output = outputs.iterator();
        for (var entry : rule.getOutputEntries()) {
            answers.put(output.next(), entry.getText().getTextContent().strip().replace("\"", ""));
        }
        var description = rule.getDescription();
        var mark =
                Mark.of(description == null ? "" : description.getTextContent().strip());
        return new PlainRule(rule.getId(), mark, conditions, answers);
    }

    /** @throws IllegalStateException if no rule fits: a table needs a last one for everything */
    PlainRule first(Map<String, Object> facts) {
        for (var rule : rules) {
            if (rule.fits(facts)) {
                return rule;
            }
        }
        throw new IllegalStateException(
                name + "：没有一条规则符合 " + facts + "，末行要能接住一切。No rule fits: the last one must take everything.");
    }

    /**
     * Every combination of facts that the table can tell apart: of codes and numbers that no cell tells apart, one stands for
     * all.
     *
     * @param also codes of an input that the table may have forgotten to name
     */
    Stream<Map<String, Object>> cases(Map<String, List<String>> also) {
        Stream<Map<String, Object>> cases = Stream.of(new HashMap<>());
        for (var input : inputs) {
            var values = values(input, also.getOrDefault(input, List.of()));
            cases = cases.flatMap(known -> values.stream().map(value -> {
                var more = new HashMap<>(known);
                more.put(input, value);
                return more;
            }));
        }
        return cases;
    }

    /** In rising order where they are numbers; nothing where no cell asks. */
    List<Object> values(String input, List<String> also) {
        var cells = rules.stream()
                .map(rule -> rule.conditions().get(input))
                .filter(Objects::nonNull)
                .toList();
        if (cells.isEmpty() && also.isEmpty()) {
            return Collections.singletonList(null);
        }
        if (!cells.isEmpty() && cells.stream().allMatch(PlainCell::isFlag)) {
            return List.of(false, true);
        }
        var numbers = cells.stream().flatMap(PlainCell::edges).collect(Collectors.toCollection(TreeSet::new));
        if (!numbers.isEmpty()) {
            return List.copyOf(numbers);
        }
        // Codes that every cell names together are one.
        var alike = new LinkedHashMap<List<Boolean>, String>();
        Stream.of(Stream.of(ANYTHING_ELSE), cells.stream().flatMap(cell -> cell.codes().stream()), also.stream())
                .flatMap(codes -> codes)
                .forEach(code -> alike.putIfAbsent(
                        cells.stream().map(cell -> cell.codes().contains(code)).toList(), code));
        return List.copyOf(alike.values());
    }
}
