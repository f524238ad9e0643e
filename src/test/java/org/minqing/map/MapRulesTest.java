package org.minqing.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** How the map looks is written in {@code map.yml}, and a fault of it is named. */
class MapRulesTest {

    private static final Pattern URGENCY = Pattern.compile(
            "_urgency\">\\s*<text>\"(\\w+)\"</text>\\s*</outputEntry>\\s*<outputEntry[^>]*>\\s*<text>\"([^\"]+)\"");

    /** An urgency without a look would be drawn as one that nobody has judged. */
    @Test
    void everyUrgencyOfTheTablesHasALookAndItsOwnWord() throws IOException {
        var named = new TreeMap<String, String>();
        try (var tables = Files.walk(Path.of("dmn"))) {
            for (var table : tables.filter(f -> f.endsWith("urgency.dmn")).toList()) {
                URGENCY.matcher(Files.readString(table))
                        .results()
                        .forEach(found -> named.put(found.group(1), found.group(2)));
            }
        }
        assertThat(named).hasSizeGreaterThan(3);
        assertThat(new MapRules().urgencies())
                .filteredOn(look -> !look.urgency().equals(MapRules.UNDECIDED))
                .allSatisfy(look -> assertThat(named).containsEntry(look.urgency(), look.name()))
                .extracting(MapRules.Look::urgency)
                .containsExactlyInAnyOrderElementsOf(named.keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            urgency: undecided | urgency: later      | map.yml: urgencies: undecided is missing
            urgency: urgent    | urgency: emergency  | map.yml: urgencies: one is there twice
            form: triangle     | form: diamond       | map.yml: urgencies: two have the same form
            form: triangle     | form: star          | map.yml: urgencies[1].form
            "#8a5a00"          | brown               | map.yml: urgencies: urgent: colour is #rrggbb
            nearer: 1          | nearer: 9           | map.yml: nearer is 0 to 6
            every: PT30S       | every: PT1S         | map.yml: wall.every is PT5S to PT1H
            every: PT30S       | every: soon         | map.yml: wall.every
            fewest: 5          | fewest: 1           | map.yml: wall.fewest is 2 or more
            fewest: 5          | fewest: 5, most: 7  | map.yml: wall.most
            """)
    void aFaultIsNamed(String written, String instead, String fault) throws IOException {
        var text = new ClassPathResource("map.yml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).contains(written);
        var file = new PolicyFile(
                "map.yml", new ByteArrayResource(text.replace(written, instead).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new MapRules(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(fault);
    }
}
