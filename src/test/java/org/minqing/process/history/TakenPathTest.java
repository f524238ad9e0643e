package org.minqing.process.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.process.history.CourseModel.Flow;
import org.minqing.process.history.TakenPath.Visit;

/** Where the order of the steps leaves a doubt, no flow is marked. */
class TakenPathTest {

    private static final boolean BY_ONE = true;
    private static final boolean BY_SEVERAL = false;

    @Test
    void aStepWasEnteredFromTheStepThatEndedBefore() {
        var flows = List.of(new Flow("ab", "a", "b", BY_ONE), new Flow("bc", "b", "c", BY_ONE));
        assertThat(TakenPath.of(flows, List.of(visit("a", 0, 5L), visit("b", 5, 5L), visit("c", 5, null))))
                .containsExactly("ab", "bc");
    }

    @Test
    void nothingWasTakenOutOfAStepThatWasInterruptedOrStillRuns() {
        var flows = List.of(new Flow("ab", "a", "b", BY_ONE));
        assertThat(TakenPath.of(flows, List.of(visit("a", 0, null), visit("b", 5, null))))
                .isEmpty();
    }

    @Test
    void twoFlowsBetweenTheSameStepsLeaveADoubt() {
        var flows = List.of(new Flow("yes", "a", "b", BY_ONE), new Flow("no", "a", "b", BY_ONE));
        assertThat(TakenPath.of(flows, List.of(visit("a", 0, 5L), visit("b", 5, null))))
                .isEmpty();
    }

    @Test
    void twoStepsThatEndedBeforeLeaveADoubt() {
        var flows = List.of(new Flow("ac", "a", "c", BY_ONE), new Flow("bc", "b", "c", BY_ONE));
        assertThat(TakenPath.of(flows, List.of(visit("a", 0, 5L), visit("b", 0, 5L), visit("c", 5, null))))
                .isEmpty();
    }

    @Test
    void aForkIsLeftByEachOfItsFlows() {
        var flows = List.of(new Flow("ab", "a", "b", BY_SEVERAL), new Flow("ac", "a", "c", BY_SEVERAL));
        assertThat(TakenPath.of(flows, List.of(visit("a", 0, 5L), visit("b", 5, null), visit("c", 5, null))))
                .containsExactly("ab", "ac");
    }

    @Test
    void aStepOfAnotherRoundOfTheSameScopeLeadsNowhere() {
        var flows = List.of(new Flow("ab", "a", "b", BY_ONE));
        assertThat(TakenPath.of(
                        flows, List.of(new Visit("1", "a", "round 0", 0, 5L), new Visit("2", "b", "round 1", 5, null))))
                .isEmpty();
    }

    private static Visit visit(String activity, long began, Long left) {
        return new Visit("visit of " + activity, activity, "scope", began, left);
    }
}
