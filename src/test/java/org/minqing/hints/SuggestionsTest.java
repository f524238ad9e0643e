package org.minqing.hints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;

/** What words speak for, on what residents write; a person decides. */
class SuggestionsTest {

    private final HintRules rules = new HintRules(new PolicyFile("hints.yml").read(HintFile.class));
    private final Suggestions suggestions = new Suggestions();

    private Optional<String> category(String text) {
        return suggestions.category(rules.in(text), text).map(Suggestions.Suggestion::code);
    }

    private Optional<Suggestions.Suggestion> type(String text) {
        return suggestions.type(rules.in(text), text);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/hints/types.csv")
    void theTypeIsWhatSomebodyWantsByWritingIt(String expected, String text) {
        assertThat(type(text).map(Suggestions.Suggestion::code).orElse("-")).isEqualTo(expected);
    }

    @Test
    void whicheverWordToldItIsToldWithIt() {
        assertThat(type("请问怎么办理老年证").orElseThrow().word()).isEqualTo("请问");
        assertThat(suggestions.category(Hints.NONE, "路灯坏了").orElseThrow().word())
                .isEqualTo("路灯");
    }

    @Test
    void aShortEverydayWordIsEnoughForACategory() {
        assertThat(category("路灯")).contains("street-lighting");
        assertThat(category("垃圾")).contains("sanitation");
        assertThat(category("噪音")).contains("noise");
        assertThat(category("水管")).contains("water-supply");
        assertThat(category("下水管道")).as("the longer word counts").contains("sewage");
        assertThat(category("你好")).isEmpty();
    }

    /** Of what is confidential nobody is led to another type, whatever else he writes. */
    @Test
    void whatIsAboutStaffIsSuggestedNoOtherTypeThanAReport() {
        var asked = "请问村支书收了我两条烟才给盖章，这事归谁管";
        assertThat(rules.in(asked).aboutStaff()).isTrue();
        assertThat(type(asked)).isEmpty();
        assertThat(type(asked + "，我要举报").map(Suggestions.Suggestion::code)).contains("report");
        assertThat(category(asked)).contains("petition");
    }

    @Test
    void whatIsDangerousGoesWhereItsHintSays() {
        assertThat(category("路灯下面煤气罐漏气，味道很重，垃圾桶旁边")).contains("gas");
    }

    /** The words were chosen with the odd matters of {@code similar/texts.txt}; only the even ones are measured. */
    @Test
    void ofTextsThatTheWordsWereNotChosenWithMostAreGivenTheirCategory() {
        var before = seen(text -> rules.in(text).category());
        var after = seen(this::category);
        System.out.println(
                "Category suggested, 200 texts: hints.yml alone " + before + "; with suggestions.yml " + after);
        assertThat(before.right()).as("without these words").isLessThan(20);
        assertThat(after.right()).as(after.toString()).isGreaterThanOrEqualTo(95);
        assertThat(after.wrong()).as(after.toString()).isLessThanOrEqualTo(38);
    }

    private record Seen(int right, int wrong, int none) {}

    private static Seen seen(Function<String, Optional<String>> suggested) {
        int[] seen = new int[3];
        for (var told : told()) {
            var code = suggested.apply(told.text());
            seen[code.isEmpty() ? 2 : told.fits().contains(code.get()) ? 0 : 1]++;
        }
        return new Seen(seen[0], seen[1], seen[2]);
    }

    /** @param fits the category of the matter, and the one that this resident chose */
    private record Told(Set<String> fits, String text) {}

    private static List<Told> told() {
        var told = new ArrayList<Told>();
        int matter = 0;
        var category = "";
        try {
            for (var line : Files.readAllLines(Path.of("src/test/resources/similar/texts.txt"))) {
                if (line.startsWith("=")) {
                    category = line.split(" ")[3];
                    matter++;
                } else if (!line.isBlank() && !line.startsWith("#") && matter % 2 == 0) {
                    var chosen = line.startsWith("(") ? line.substring(1, line.indexOf(')')) : category;
                    told.add(new Told(
                            Set.copyOf(List.of(category, chosen.equals(category) ? "-" : chosen)),
                            line.substring(line.startsWith("(") ? line.indexOf(')') + 1 : 0)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(told).hasSize(200);
        return told;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types: []\ncategories: [{code: road, words: [坑]}]",
                "types: []\ncategories: [{code: road, words: ['路 面']}]",
                "types: []\ncategories: [{code: road, words: [路面]}, {code: traffic, words: [路面]}]",
                "types: [{code: praise, words: [感谢], unless: ['请，']}]\ncategories: []",
                "types: []",
                "types: []\ncategories: []\nmore: 1"
            })
    void aFileThatCannotBeUsedIsRefusedAtTheStart(String yaml) {
        assertThatThrownBy(() -> new Suggestions(new PolicyFile(
                        "suggestions.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))))
                .hasMessageContaining("suggestions.yml");
    }
}
