package org.minqing.process.decisions;

import java.util.Map;

/**
 * A rule of a decision table that is written in plain cells.
 *
 * @param conditions cell by the name of its input, without those that are open to everything
 * @param answers    text by the name of its output, empty for an empty cell
 */
record PlainRule(String id, Mark mark, Map<String, PlainCell> conditions, Map<String, String> answers) {

    /** Whether the rule answers to these facts. */
    boolean fits(Map<String, Object> facts) {
        for (var condition : conditions.entrySet()) {
            if (!condition.getValue().fits(facts.get(condition.getKey()))) {
                return false;
            }
        }
        return true;
    }

    String answer(String output) {
        return answers.getOrDefault(output, "");
    }
}
