package org.minqing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.page.Sources.found;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Pages say nothing that is not in {@code messages/}, nothing there is left over, and each text stands with its users. */
class MessagesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)");
    /** The keys of the headings of a table. */
    private static final Pattern HEADINGS = Pattern.compile(":: headings\\(\\$\\{ \\{([^}]*)}");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    /** A key put together in the page: what it begins with. */
    private static final Pattern BEGINNING = Pattern.compile("#\\{\\$\\{'([a-zA-Z]+(?:\\.[a-zA-Z]+)*\\.)'");
    /** The same in code. */
    private static final Pattern BEGINNING_IN_CODE = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z]+)*\\.)\"");

    private static final Pattern LINE = Pattern.compile("(?m)^([A-Za-z][A-Za-z0-9.]*)=(.*)$");

    /** Folders of pages whose texts stand in a file of another name. */
    private static final Map<String, String> FILES = Map.of(
            "parts",
            "common",
            "rates",
            "evaluation",
            "register",
            "desk",
            "attachments",
            "desk",
            "home",
            "desk",
            "server",
            "people",
            "notes",
            "desk");

    /** The files in which each text stands. */
    private final Map<String, List<String>> texts = new TreeMap<>();
    /** The files that ought to have a key, by the pages and the code that use it. */
    private final Map<String, Set<String>> users = new TreeMap<>();
    /** The same for keys that are put together. */
    private final Map<String, Set<String>> beginnings = new TreeMap<>();

    MessagesTest() {
        for (var file : Sources.files(Sources.MESSAGES)) {
            found(LINE, Sources.read(file))
                    .forEach(key ->
                            texts.computeIfAbsent(key, k -> new ArrayList<>()).add(Sources.name(file)));
        }
        for (var template : templates()) {
            var folder = template.getParent().getFileName().toString();
            var file = FILES.getOrDefault(folder, folder);
            var html = Sources.read(template);
            note(users, keys(html), file);
            note(beginnings, found(BEGINNING, html), file);
        }
        for (var source : Sources.files(Sources.CODE)) {
            var code = Sources.read(source);
            if (code.contains("MessageSource messages")) {
                note(beginnings, found(BEGINNING_IN_CODE, code), fileOf(source));
            }
        }
    }

    static List<Path> templates() {
        return Sources.files(Sources.TEMPLATES);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachTextExists(Path template) {
        assertThat(texts.keySet()).containsAll(keys(Sources.read(template)));
    }

    @Test
    void noTextIsLeftOver() {
        assertThat(texts.keySet())
                .filteredOn(
                        key -> !users.containsKey(key) && puttingTogether(key).isEmpty())
                .isEmpty();
    }

    /** In one file the second hides the first, in two files the first read hides the other. */
    @Test
    void noTextIsWrittenTwice() {
        assertThat(texts).allSatisfy((key, files) -> assertThat(files).as(key).hasSize(1));
    }

    /** Where one face uses it, in its file; where several do, or a part of pages does, in the common one. */
    @Test
    void eachTextStandsInTheFileOfItsUsers() {
        assertThat(texts).allSatisfy((key, files) -> {
            var using = new TreeSet<>(puttingTogether(key));
            using.addAll(users.getOrDefault(key, Set.of()));
            var file = files.get(0);
            assertThat(using).as(key).contains(using.size() > 1 && file.equals("common") ? using.first() : file);
            assertThat(users.getOrDefault(key, Set.of()))
                    .as(key)
                    .isSubsetOf(file.equals("common") ? using : Set.of(file));
        });
    }

    @Test
    void theApplicationReadsEveryFile() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var read = yaml.getObject().getProperty("spring.messages.basename").split(",");
        assertThat(Arrays.stream(read))
                .containsExactlyInAnyOrderElementsOf(Sources.files(Sources.MESSAGES).stream()
                        .map(file -> "messages/" + Sources.name(file))
                        .toList());
    }

    @Test
    void noTextSpellsATimeLimit() {
        for (var file : Sources.files(Sources.MESSAGES)) {
            assertThat(LINE.matcher(Sources.read(file)).results().map(line -> line.group(2)))
                    .isNotEmpty()
                    .noneMatch(text -> text.matches(".*[0-9一二三四五六七八九十两]+ ?(个)?(小时|工作日|天|日内).*"));
        }
    }

    private Set<String> puttingTogether(String key) {
        return beginnings.entrySet().stream()
                .filter(beginning -> key.startsWith(beginning.getKey()))
                .flatMap(beginning -> beginning.getValue().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> keys(String html) {
        var keys = new ArrayList<>(found(KEY, html));
        found(HEADINGS, html).forEach(list -> keys.addAll(found(QUOTED, list)));
        return keys;
    }

    private static void note(Map<String, Set<String>> all, List<String> keys, String file) {
        keys.forEach(key -> all.computeIfAbsent(key, k -> new TreeSet<>()).add(file));
    }

    /** The file named like the innermost package of the code that has one. */
    private static String fileOf(Path source) {
        var known = Sources.files(Sources.MESSAGES).stream().map(Sources::name).toList();
        for (var folder = Sources.CODE.relativize(source).getParent(); folder != null; folder = folder.getParent()) {
            if (known.contains(folder.getFileName().toString())) {
                return folder.getFileName().toString();
            }
        }
        return "common";
    }
}
