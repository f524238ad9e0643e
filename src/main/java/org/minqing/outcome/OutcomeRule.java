package org.minqing.outcome;

import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.problem.InvalidInput;

/**
 * What a row of {@code outcome.dmn} asks of a result.
 *
 * @param evidence   one of these has to be there; empty if none has to
 * @param reviewPost who looks at it after a "no"; empty unless somebody does
 */
public record OutcomeRule(Set<Evidence.Kind> evidence, Question question, AfterNo afterNo, String reviewPost) {

    public OutcomeRule {
        evidence = Set.copyOf(evidence);
    }

    /**
     * @param given null if there is none
     * @throws InvalidInput if what can be checked is missing, or is not of a kind that proves this result
     */
    public void require(Evidence given) {
        if (evidence.isEmpty() || given != null && evidence.contains(given.kind())) {
            return;
        }
        throw new InvalidInput(
                "evidenceKind",
                "这样的办理结果要有可以核实的佐证：" + words(),
                "is required for this outcome, one of "
                        + evidence.stream().map(Evidence.Kind::code).sorted().toList());
    }

    private String words() {
        return evidence.stream().sorted().map(Evidence.Kind::label).collect(Collectors.joining("、"));
    }
}
