package org.minqing.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;

/** The file says what may be split into how many, and what it cannot say keeps the program from starting. */
class SplittingRulesTest {

    @Test
    void theFileThatIsShippedCanBeUsed() {
        var rules = new SplittingRules();
        assertThat(rules.fewest()).isEqualTo(2);
        assertThat(rules.most()).isEqualTo(8);
        assertThat(rules.shortestGround()).isEqualTo(10);
        assertThat(rules.splits("handle")).isTrue();
        assertThat(rules.splits("thank")).isFalse();
    }

    /** Too few, more than there are numbers for, no ground, an unknown track, and one that must stay with few. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fewest: 1\nmost: 8\ntracks: [handle]\nshortestGround: 10",
                "fewest: 3\nmost: 2\ntracks: [handle]\nshortestGround: 10",
                "fewest: 2\nmost: 100\ntracks: [handle]\nshortestGround: 10",
                "fewest: 2\nmost: 8\ntracks: [handle]\nshortestGround: 0",
                "fewest: 2\nmost: 8\ntracks: [confidential]\nshortestGround: 10",
                "fewest: 2\nmost: 8\nshortestGround: 10",
                "fewest: 2\nmost: 8\ntracks: [handle]\nshortestGround: 10\nother: 1"
            })
    void whatCannotBeMeantIsRefused(String yaml) {
        var file = new PolicyFile("splitting.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
        assertThatIllegalStateException()
                .isThrownBy(() -> new SplittingRules(file))
                .withMessageContaining("splitting.yml");
    }
}
