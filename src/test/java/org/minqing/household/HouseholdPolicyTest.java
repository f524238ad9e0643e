package org.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Whoever changes who sees households, and what for, is told at the start what cannot be. */
class HouseholdPolicyTest {

    private static final Localities LOCALITIES = new Localities();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see: [grid-worker, | see: [no-such-post, grid-worker, | no locality has the post no-such-post
            see: [grid-worker, | see: [auditor, grid-worker,      | sees no household
            keep: [grid-worker, | keep: [party-member, grid-worker, | keep: only posts that see
            sensitive: [grid-worker, | sensitive: [township-leader, grid-worker, | sensitive: only posts that see
            worker: grid-worker | worker: party-member            | worker: only posts that see
            minorsUnder: 14 | minorsUnder: 0                      | minorsUnder is 1 to 18
            contactWithin: 30 | contactWithin: 0                  | contactWithin is 1 to 365
            load: {from: 30, to: 50} | load: {from: 50, to: 30}   | load.to is 50
            minorsUnder: 14 | minorUnder: 14                      | minorsUnder: Invalid
            """)
    void whoSeesHouseholdsMakesSense(String text, String instead, String said) throws IOException {
        var file = read("households.yml");
        assertThat(file).contains(text);
        assertThatThrownBy(() -> new HouseholdRules(policy("households.yml", file.replace(text, instead)), LOCALITIES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("households.yml", said);
    }

    @Test
    void thePurposeOfAChangeIsOneOfThePurposes() throws IOException {
        var file = read("household-purposes.yml").replace("change: 核对、更新资料", "change: 别的");
        assertThatThrownBy(() -> new HouseholdPurposes(policy("household-purposes.yml", file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("household-purposes.yml", "别的");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - {code: a-b, name: 甲, symbol: 甲, sensitive: true, weight: none}, {code: x} | test.yml
            - {code: 甲, name: 甲, symbol: 甲, sensitive: true, weight: none}                | small letters
            - {code: ab, name: 甲, symbol: 甲乙, sensitive: true, weight: none}              | symbol is one character
            - {code: ab, name: '', symbol: 甲, sensitive: true, weight: none}               | name has
            - {code: ab, name: 甲, symbol: 甲}                                   | sensitive
            - {code: ab, name: 甲, symbol: 甲, sensitive: true}                  | weight
            - {code: ab, name: 甲, symbol: 甲, sensitive: true, weight: heavy}   | heavy
            """)
    void aKeyGroupIsWhole(String text, String said) {
        assertThatThrownBy(() -> KeyGroups.read("test.yml", policy("test.yml", text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }

    @Test
    void keyGroupsAreToldApart() {
        var one = "- {code: ab, name: 甲, symbol: 甲, sensitive: true, weight: none}\n";
        assertThatThrownBy(() -> KeyGroups.read("test.yml", policy("test.yml", one + one)))
                .hasMessageContaining("ab: is there twice");
        assertThatThrownBy(() -> KeyGroups.read(
                        "test.yml",
                        policy("test.yml", one + "- {code: cd, name: 乙, symbol: 甲, sensitive: false, weight: none}\n")))
                .hasMessageContaining("cd: has the symbol of another");
    }

    /** The towns wrote them each for itself. */
    @Test
    void everyLocalityHasItsOwn() {
        var groups = new KeyGroups(LOCALITIES);
        LOCALITIES
                .all()
                .forEach(locality -> assertThat(groups.of(locality.code()))
                        .anyMatch(KeyGroup::sensitive)
                        .anyMatch(group -> !group.sensitive()));
        assertThat(groups.of("matou")).isNotEqualTo(groups.of("shibu"));
    }

    private static String read(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }

    private static PolicyFile policy(String name, String text) {
        return new PolicyFile(name, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
