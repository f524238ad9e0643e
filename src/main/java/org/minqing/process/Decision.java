package org.minqing.process;

import java.time.Duration;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The answer of the decision that a business rule task has just asked. */
record Decision(DmnDecisionResultEntries entries) {

    /** @throws IllegalStateException if the table answered nothing: its last rule must match everything */
    static Decision of(DelegateExecution execution) {
        var result = (DmnDecisionResult) execution.getVariable("decisionResult");
        if (result == null || result.isEmpty()) {
            throw new IllegalStateException(
                    "The decision of " + execution.getCurrentActivityId() + " answered nothing");
        }
        return new Decision(result.getSingleResult());
    }

    /** Empty when the cell is empty. */
    String text(String output) {
        var value = entries.getEntry(output);
        return value == null ? "" : value.toString();
    }

    /** @throws java.time.format.DateTimeParseException if the cell holds no ISO-8601 duration */
    Duration duration(String output) {
        return Duration.parse(text(output));
    }
}
