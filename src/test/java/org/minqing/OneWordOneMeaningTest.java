package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An appeal is 签收, a task is 认领, and 领取 is what residents do with a pension: as the glossary has it, in everything that
 * somebody reads. Whoever is told to 领取 a task asks where he has to go for it.
 */
class OneWordOneMeaningTest {

    private static final Map<String, Pattern> MISUSES = new TreeMap<>(Map.of(
            "签收 of something that is no appeal", Pattern.compile("签收(任务|事项|单|人|回执)|(任务|快递|文件|药)签收"),
            "认领 of something that is no task", Pattern.compile("认领(诉求|事项|心愿|案件)|(诉求|案件)[已被]?认领"),
            "领取 of something that is no resident's", Pattern.compile("(?<!养老金|补贴|救助金|物资|证件)领取(?!养老金|补贴|救助金|物资|证件)"),
            "other words for 认领", Pattern.compile("[已待我未]领(?![导])|(?<!认)领(单|走|任务|了任务|不了)|(?<!认)领了的|接领|退回待领|取消认领")));

    private static final List<String> READ =
            List.of("README.md", "src/docs", "src/main/resources", "src/main/java", "forms", "processes", "dmn");

    @Test
    void nobodyReadsOneOfTheWordsInAnotherMeaning() throws IOException {
        for (var place : READ) {
            try (var files = Files.walk(Path.of(place))) {
                for (var file : files.filter(OneWordOneMeaningTest::isRead).toList()) {
                    var text = Files.readString(file);
                    MISUSES.forEach((what, misuse) -> assertThat(
                                    misuse.matcher(text).results().map(hit -> around(text, hit.start(), hit.end())))
                            .as("%s: %s", file, what)
                            .isEmpty());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "签收, accept",
        "认领 / 放回, claim",
        "领取, collect",
    })
    void theGlossaryHasThem(String word, String english) throws IOException {
        assertThat(Files.readAllLines(Path.of("src/docs/glossary.md")))
                .filteredOn(line -> line.startsWith("| " + word + " | " + english))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"待领取", "请领取任务", "我的已领", "主动领单", "退回待领", "签收任务", "送药签收单", "认领诉求", "被同事领走"})
    void aMisuseIsNoticed(String text) {
        assertThat(MISUSES.values()).anyMatch(misuse -> misuse.matcher(text).find());
    }

    @ParameterizedTest
    @CsvSource({"签收超时", "请在 10:00 前签收", "认领并办理", "已由他人认领", "今年的养老金领取资格认证", "分管领导", "已领导班子研究"})
    void aRightUseIsNot(String text) {
        assertThat(MISUSES.values()).noneMatch(misuse -> misuse.matcher(text).find());
    }

    /** The glossary tells what is not said. */
    private static boolean isRead(Path file) {
        return Stream.of(".md", ".properties", ".html", ".js", ".json", ".yml", ".form", ".bpmn", ".dmn", ".java")
                        .anyMatch(file.toString()::endsWith)
                && !file.endsWith("glossary.md");
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start - 12), Math.min(text.length(), end + 12));
    }
}
