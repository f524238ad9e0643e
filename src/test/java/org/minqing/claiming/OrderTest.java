package org.minqing.claiming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is offered an order follows from the time alone, and in the last moment of a time it is still theirs. */
class OrderTest {

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant FOUR = START.plus(Duration.ofHours(4));
    private static final Instant TEN = START.plus(Duration.ofHours(10));

    private final Order order = new Order(
            1, "ZJ-20260302-0001", 0, START, List.of("leaders"), FOUR, List.of("members"), TEN, true, 3, List.of());

    private static Order.Step step(String step, String person, String holding) {
        return new Order.Step(step, START, person, "某村某岗位", holding, "");
    }

    @Test
    void leadersFirstThenMembersTooThenNobody() {
        assertThat(order.offered(START, Instant.MAX)).containsExactly("leaders");
        assertThat(order.offered(FOUR, Instant.MAX)).containsExactly("leaders");
        assertThat(order.offered(FOUR.plusMillis(1), Instant.MAX)).containsExactly("leaders", "members");
        assertThat(order.offered(TEN, Instant.MAX)).containsExactly("leaders", "members");
        assertThat(order.offered(TEN.plusMillis(1), Instant.MAX)).isEmpty();
    }

    @Test
    void itTurnsWhenTheTimeOfSomeIsOverAndNeverAfterTheLimitIsNear() {
        assertThat(order.turnsAt(START, Instant.MAX)).contains(FOUR);
        assertThat(order.turnsAt(FOUR.plusMillis(1), Instant.MAX)).contains(TEN);
        assertThat(order.turnsAt(TEN.plusMillis(1), Instant.MAX)).isEmpty();
        assertThat(order.turnsAt(START, START.plusSeconds(60))).contains(START.plusSeconds(60));
        assertThat(order.offered(START.plusSeconds(61), START.plusSeconds(60))).isEmpty();
    }

    @Test
    void whatALeaderGivesBackMembersHaveAtOnce() {
        var back = order.with(List.of(step("claimed", "a", "leaders"), step("givenBack", "a", "leaders")));

        assertThat(back.claim()).isEmpty();
        assertThat(back.offered(START, Instant.MAX)).containsExactly("leaders", "members");
        assertThat(back.gaveBack("a")).isTrue();
    }

    @Test
    void whoTakesPartIsWhoCameAndHasNotLeftSinceItWasClaimed() {
        var team = order.with(List.of(
                step("claimed", "a", "leaders"),
                step("joined", "b", "members"),
                step("givenBack", "a", "leaders"),
                step("claimed", "c", "members"),
                step("joined", "d", "members"),
                step("joined", "e", "members"),
                step("left", "d", null)));

        assertThat(team.members()).extracting(Order.Step::person).containsExactly("c", "e");
        assertThat(team.claim().map(Order.Step::person)).isEqualTo(Optional.of("c"));
        assertThat(team.offered(START, Instant.MAX)).isEmpty();
    }
}
