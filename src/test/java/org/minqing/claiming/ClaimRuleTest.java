package org.minqing.claiming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of {@code volunteer-claim.dmn} that cannot be applied is found at the start, and named. */
class ClaimRuleTest {

    private static Map<String, String> cells(String row) {
        return Stream.of(row.split(" ")).map(cell -> cell.split("=")).collect(Collectors.toMap(c -> c[0], c -> c[1]));
    }

    @Test
    void aRowSaysWhoAndHowLong() {
        var row = cells(
                "leaders=branch-secretary,village-committee leadersHave=PT4H volunteers=party-member volunteersHave=PT8H team=3");
        var rule = ClaimRule.of(name -> row.getOrDefault(name, "")).orElseThrow();

        assertThat(rule.leaders()).containsExactly("branch-secretary", "village-committee");
        assertThat(rule.volunteersHave()).isEqualTo(Duration.ofHours(8));
        assertThat(rule.postWaits()).isFalse();
        assertThat(rule.lead()).isEmpty();
        assertThat(ClaimRule.of(name -> "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team=3",
                "volunteers=party-member team=3",
                "volunteers=party-member volunteersHave=8h team=3",
                "volunteers=party-member volunteersHave=PT0S team=3",
                "volunteers=party-member volunteersHave=PT8H team=0",
                "volunteers=party-member volunteersHave=PT8H",
                "volunteers=party-member volunteersHave=PT8H leadersHave=PT1H team=3",
                "volunteers=party-member volunteersHave=PT8H team=3 postWaits=no",
                "volunteers=party-member volunteersHave=PT8H team=3 lead=tomorrow",
                "volunteers=party-member volunteersHave=PT8H team=3 lead=sameDay leadAtLeast=PT1H leadWarnBefore=PT1H"
            })
    void aCellThatCannotBeThatIsNamed(String row) {
        assertThatThrownBy(() -> ClaimRule.of(name -> cells(row).getOrDefault(name, "")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
