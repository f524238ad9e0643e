package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Facts;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.handling.ResultOutcome;
import org.minqing.sla.Clock;

/** The one dictionary has every word that packages, models and the organisation use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlossaryTest {

    private String glossary;

    @BeforeAll
    void read() throws IOException {
        glossary = Files.readString(Path.of("src/docs/glossary.md"));
    }

    @Test
    void everyPackageIsThereInChineseAndEnglish() {
        Repository.packagesInChinese()
                .forEach((name, chinese) -> assertThat(glossary.lines())
                        .as(name)
                        .anyMatch(row -> row.contains("| " + chinese + " ") || row.contains("| " + chinese + "（"))
                        .anyMatch(row -> row.contains("`" + name + "`")));
    }

    @Test
    void everyFactStatusClockAndOutcomeIsThere() {
        var codes = Stream.of(
                        Facts.NONE.asMap().keySet().stream(),
                        Arrays.stream(AppealStatus.values()).map(Enum::name),
                        Arrays.stream(ClockKind.values()).map(Enum::name),
                        Arrays.stream(Clock.Outcome.values()).map(Enum::name),
                        Arrays.stream(DangerKind.values()).map(DangerKind::code),
                        Arrays.stream(ResultOutcome.values()).map(ResultOutcome::code))
                .flatMap(s -> s);
        assertThat(codes).allSatisfy(this::isKnown);
    }

    @Test
    void everyDecisionAndEveryAnswerIsThere() throws IOException {
        for (var file : files("dmn", ".dmn")) {
            var dmn = Files.readString(file);
            assertThat(find("<decision id=\"(\\w+)\"", dmn)).allSatisfy(this::isKnown);
            assertThat(find("<output [^>]*name=\"(\\w+)\"", dmn))
                    .filteredOn(name -> !name.endsWith("Name"))
                    .allSatisfy(this::isKnown);
            assertThat(find(
                            "_(?:tier|track|urgency|action|route|event|category|post)\">\\s*<text>\"([\\w-]+)\"</text>",
                            dmn))
                    .allSatisfy(this::isKnown);
        }
    }

    @Test
    void everyTaskAndEveryFormIsThere() throws IOException {
        for (var file : files("forms", ".form")) {
            assertThat(find("(?m)^  \"id\": \"(\\w+)\"", Files.readString(file)))
                    .allSatisfy(this::isKnown);
        }
    }

    @Test
    void everyPostIsThereUnderItsName() throws IOException {
        for (var file : files("src/main/resources/localities", "organisation.yml")) {
            var posts = Pattern.compile("\\{code: ([\\w-]+), name: ([^,]+), role: (\\w+)}")
                    .matcher(Files.readString(file));
            assertThat(posts.results()).isNotEmpty().allSatisfy(post -> {
                isKnown(post.group(1));
                assertThat(glossary).contains(post.group(2));
                isKnown(post.group(3));
            });
        }
    }

    private void isKnown(String identifier) {
        assertThat(glossary).contains("`" + identifier + "`");
    }

    private static Set<Path> files(String folder, String end) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
