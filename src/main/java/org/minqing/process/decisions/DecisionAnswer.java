package org.minqing.process.decisions;

import java.time.Duration;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.appeal.Limit;
import org.minqing.appeal.Limits;
import org.minqing.problem.Refusal;

/** The answer of the decision that a business rule task has just asked. */
public record DecisionAnswer(DmnDecisionResultEntries entries) {

    /** @throws IllegalStateException if the table answered nothing: its last rule must match everything */
    public static DecisionAnswer of(DelegateExecution execution) {
        var result = (DmnDecisionResult) execution.getVariable("decisionResult");
        if (result == null || result.isEmpty()) {
            throw new IllegalStateException(
                    "The decision of " + execution.getCurrentActivityId() + " answered nothing");
        }
        return new DecisionAnswer(result.getSingleResult());
    }

    /** Empty when the cell is empty. */
    public String text(String output) {
        // An empty cell is no entry at all, and asking for that one fails.
        var value = entries.getEntryMap().get(output);
        return value == null ? "" : value.toString();
    }

    /** @throws java.time.format.DateTimeParseException if the cell holds no ISO-8601 duration */
    public Duration duration(String output) {
        return Duration.parse(text(output));
    }

    /**
     * The limits of a round.
     *
     * @throws Refusal if the table answers what cannot be a limit: nothing is stored, and an official must mend the table
     */
    public Limits limits() {
        return valid(TimeLimitCells::limits);
    }

    /**
     * One limit, of three columns such as {@code settleWithin}, {@code settleCalendar} and {@code settleWarnBefore}.
     *
     * @throws Refusal the same
     */
    public Limit limit(String clock) {
        return valid(cells -> cells.limit(clock));
    }

    private <T> T valid(Function<TimeLimitCells, T> read) {
        try {
            return read.apply(new TimeLimitCells(this::text));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Kind.POLICY,
                    "时限表给出的时限无效：" + e.getMessage(),
                    "The table of time limits gives no valid limit: " + e.getMessage());
        }
    }
}
