package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Pages say nothing that is not in {@code messages.properties}, and nothing there is left over. */
class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)");
    /** A key put together in the page: what it begins with. */
    private static final Pattern BEGINNING = Pattern.compile("#\\{\\$\\{'([a-zA-Z]+(?:\\.[a-zA-Z]+)*\\.)'");

    /** What the security policy of staff pages admits: a file of ours or of a webjar, and nothing inside. */
    private static final Pattern SCRIPT_FILE = Pattern.compile(
            "<script( type=\"module\")? src=\"/(js|webjars)/[^\"]+\\.js\"( defer)?( th:if=\"[^\"]+\")?></script>");

    private final Properties messages = new Properties();

    @BeforeEach
    void load() throws IOException {
        var file = new ClassPathResource("messages.properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
    }

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachTextExists(Path template) throws IOException {
        assertThat(messages.stringPropertyNames()).containsAll(found(KEY, Files.readString(template)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTextIsWrittenIntoAPage(Path template) throws IOException {
        var han = Pattern.compile("\\p{IsHan}+").matcher(Files.readString(template));
        assertThat(han.results().map(r -> r.group())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingIsUnescapedStyledOrScripted(Path template) throws IOException {
        var html = Files.readString(template);
        assertThat(html).doesNotContain("utext", "[(", "th:style", " style=", "th:on");
        assertThat(SCRIPT_FILE.matcher(html).replaceAll("")).doesNotContain("<script");
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        var used = new TreeSet<String>();
        var beginnings = new TreeSet<String>(List.of("wrong."));
        for (var template : templates()) {
            var html = Files.readString(template);
            used.addAll(found(KEY, html));
            beginnings.addAll(found(BEGINNING, html));
        }
        // What the ledger and decision tables keep in codes, the desk says in these words.
        for (var file : List.of("ledger/LedgerWords", "course/CourseWords")) {
            var words = Files.readString(Path.of("src/main/java/org/minqing/desk/" + file + ".java"));
            beginnings.addAll(found(Pattern.compile("\"((?:ledger|course)\\.\\w+\\.)\""), words));
        }
        assertThat(messages.stringPropertyNames().stream()
                        .filter(key ->
                                !used.contains(key) && beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void noTextSpellsATimeLimit() {
        assertThat(messages.values().stream().map(String::valueOf))
                .noneMatch(text -> text.matches(".*[0-9一二三四五六七八九十两]+ ?(个)?(小时|工作日|天|日内).*"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1)).toList();
    }
}
