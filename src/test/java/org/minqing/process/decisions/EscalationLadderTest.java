package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rungs of {@code escalation-path.dmn}, climbed from the first as the process climbs them. */
class EscalationLadderTest {

    private static final DecisionFile TABLE = DecisionFile.named("escalation-path");
    private static final List<String> EVENTS = List.of(
            "acceptOverdue",
            "respondOverdue",
            "arriveOverdue",
            "resolveOverdue",
            "redispatchOverdue",
            "settleOverdue",
            "reviewOverdue",
            "leadOverdue");
    private static final List<String> URGENCIES = List.of("emergency", "urgent", "normal", "complex");
    private static final List<String> TIERS = List.of("branchDirect", "reportedSupervised", "streetDispatch");
    private static final List<String> TRACKS = List.of("handle", "confidential");
    private static final int MORE_THAN_ANY_LADDER_HAS = 10;

    static Stream<Arguments> overdue() {
        return EVENTS.stream()
                .flatMap(event -> URGENCIES.stream()
                        .flatMap(urgency -> TIERS.stream()
                                .flatMap(tier ->
                                        TRACKS.stream().map(track -> Arguments.of(event, urgency, tier, track)))));
    }

    @ParameterizedTest
    @MethodSource("overdue")
    void everyLadderAsksNobodyTwiceAndEndsWithTheTownshipLeaderUnlessTheResponseTakesItOver(
            String event, String urgency, String tier, String track) {
        var posts = climb(event, urgency, tier, track).stream()
                .map(rung -> rung.outputs().get("post"))
                .toList();

        assertThat(posts).hasSizeLessThan(MORE_THAN_ANY_LADDER_HAS).doesNotHaveDuplicates();
        // Who does not accept does not respond either, and that ladder goes to the top.
        assertThat(posts.get(posts.size() - 1).equals("township-leader")).isEqualTo(!event.equals("acceptOverdue"));
    }

    @ParameterizedTest
    @MethodSource("overdue")
    void theNextRungWaitsAtLeastAnHourAndLessThanADay(String event, String urgency, String tier, String track) {
        var rungs = climb(event, urgency, tier, track);

        assertThat(rungs.subList(0, rungs.size() - 1))
                .allSatisfy(rung -> assertThat(waits(rung)).isBetween(Duration.ofHours(1), Duration.ofHours(23)));
    }

    @ParameterizedTest
    @MethodSource("overdue")
    void noVillageSupervisesWhatIsConfidential(String event, String urgency, String tier, String track) {
        if (track.equals("confidential")) {
            assertThat(climb(event, urgency, tier, track))
                    .extracting(rung -> rung.outputs().get("post"))
                    .isSubsetOf("supervisor", "township-leader");
        }
    }

    /** A rung that the shipped tables never reach is no rung. */
    @Test
    void everyRuleForOverdueAppealsIsReached() {
        var reached = new TreeSet<String>();
        overdue()
                .map(Arguments::get)
                .forEach(o -> climb((String) o[0], (String) o[1], (String) o[2], (String) o[3])
                        .forEach(rung -> reached.add(rung.rule())));

        assertThat(TABLE.ruleIds())
                .filteredOn(rule -> !rule.startsWith("rule_redo") && !rule.startsWith("rule_default"))
                .allSatisfy(rule -> assertThat(reached).contains(rule));
    }

    private static List<DecisionFile.Answer> climb(String event, String urgency, String tier, String track) {
        var rungs = new ArrayList<DecisionFile.Answer>();
        var facts = new HashMap<String, Object>(
                Map.of("event", event, "urgency", urgency, "tier", tier, "track", track, "round", 0));
        do {
            facts.put("rung", rungs.size() + 1);
            rungs.add(TABLE.answer(facts));
        } while (!last(rungs.get(rungs.size() - 1)) && rungs.size() < MORE_THAN_ANY_LADDER_HAS);
        return rungs;
    }

    private static boolean last(DecisionFile.Answer rung) {
        return rung.outputs().get("nextRungAfter").toString().isEmpty();
    }

    private static Duration waits(DecisionFile.Answer rung) {
        return Duration.parse(rung.outputs().get("nextRungAfter").toString());
    }
}
