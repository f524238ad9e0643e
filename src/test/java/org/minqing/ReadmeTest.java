package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Prose that can rot is tested: what README.md names is there, and is called so. */
class ReadmeTest {

    private static final String README = read(Path.of("README.md"));
    private static final String POM = read(Path.of("pom.xml"));
    private static final Properties SETTINGS = settings();
    private static final Path SOURCES = Path.of("src/main/java/org/minqing");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FILE_NAME =
            Pattern.compile("[\\w.-]+\\.(java|yml|dmn|bpmn|form|csv|properties|txt|md|png)");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
    private static final Set<String> PHASES = Set.of("verify", "package");

    static Stream<String> links() {
        return find(LINK, README).filter(link -> !link.startsWith("http"));
    }

    static Stream<String> paths() {
        return code().filter(text -> text.matches("[\\w.<>/-]+"))
                .filter(text -> text.contains("/") && !text.startsWith("/") && !text.startsWith("./"))
                .filter(text -> !text.startsWith(".data/") && !text.startsWith("target/"))
                .distinct();
    }

    static Stream<String> fileNames() {
        return code().filter(text -> FILE_NAME.matcher(text).matches()).distinct();
    }

    static Stream<String> addresses() {
        return code().filter(text -> text.startsWith("/")).distinct();
    }

    static Stream<String> commands() {
        return find(Pattern.compile("(?m)^(?:\\./mvnw|java|docker) [^#\\n]*"), README)
                .map(String::strip);
    }

    static Stream<String> variables() {
        return find(VARIABLE, README).distinct();
    }

    @ParameterizedTest
    @MethodSource({"links"})
    void everyLinkLeadsSomewhere(String link) {
        assertThat(Path.of(link)).exists();
    }

    /** {@code <locality>} and the like stand for any name: one such file or folder is enough. */
    @ParameterizedTest
    @MethodSource("paths")
    void everyPathExists(String path) throws IOException {
        if (!path.contains("<")) {
            assertThat(Path.of(path)).exists();
            return;
        }
        var matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + path.replaceAll("<\\w+>", "*").replaceAll("/$", ""));
        try (var files = Files.walk(Path.of(path.substring(0, path.indexOf('<'))))) {
            assertThat(files.anyMatch(matcher::matches)).as(path).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void everyFileNamedAloneExists(String name) throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains(name);
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyAddressIsInTheAccessTable(String address) {
        var rows = read(Path.of("src/main/resources/access.csv"))
                .lines()
                .filter(line -> line.contains(",") && !line.startsWith("#") && !line.startsWith("nobody"))
                .map(line -> line.split(",")[2].strip());
        if (address.endsWith("…")) {
            assertThat(rows).anyMatch(row -> row.startsWith(address.replace("…", "")));
        } else {
            assertThat(rows)
                    .anyMatch(row ->
                            PathPatternParser.defaultInstance.parse(row).matches(PathContainer.parsePath(address)));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsOneOfThisRepository(String command) {
        var words = command.split(" ");
        switch (words[0]) {
            case "./mvnw" -> {
                assertThat(Path.of("mvnw")).isExecutable();
                assertThat(Path.of(".mvn/wrapper/maven-wrapper.properties")).exists();
                goals(words).forEach(goal -> assertThat(isGoal(goal)).as(goal).isTrue());
            }
            case "java" -> {
                assertThat(POM).contains("<finalName>" + between(command, "target/", ".jar") + "</finalName>");
                find(Pattern.compile("--([a-z.-]+)="), command)
                        .forEach(option ->
                                assertThat(isSetting(option)).as(option).isTrue());
            }
            default -> {
                assertThat(command).startsWith("docker compose up");
                assertThat(Path.of("docker-compose.yml")).exists();
            }
        }
    }

    @Test
    void theTwoCommandsAreThere() {
        assertThat(commands())
                .anyMatch(c -> c.equals("./mvnw spring-boot:run"))
                .anyMatch(c -> c.equals("./mvnw verify"));
        assertThat(read(Path.of(".ci/run"))).contains("./mvnw").contains(" verify");
    }

    /** As the environment writes it, or as Spring reads it. */
    @ParameterizedTest
    @MethodSource("variables")
    void everyEnvironmentVariableIsRead(String variable) {
        assertThat(isSetting(variable.toLowerCase().replace('_', '.'))
                        || isSetting(
                                variable.toLowerCase().replaceFirst("_", ".").replace('_', '-'))
                        || read(Path.of("docker-compose.yml")).contains(variable))
                .as(variable)
                .isTrue();
    }

    @Test
    void theDataFolderIsTheDefault() {
        assertThat(README).contains("`.data/accounts.csv`");
        assertThat(read(Path.of("src/main/resources/application.yml"))).contains("data-dir: .data");
    }

    /** The map has a row for each package, with the Chinese word of its {@code package-info.java}. */
    @Test
    void theModuleMapShowsThePackages() throws IOException {
        var rows = new TreeMap<String, String>();
        Pattern.compile("(?m)^\\| `([a-z.]+)` \\| ([^|]+) \\|")
                .matcher(README)
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2).strip()));
        assertThat(rows).isEqualTo(packages());
    }

    /** Package to Chinese word. */
    static Map<String, String> packages() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            var folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .filter(folder -> !folder.equals(SOURCES))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (var folder : folders) {
                var name = SOURCES.relativize(folder).toString().replace('/', '.');
                var info = read(folder.resolve("package-info.java"));
                found.put(
                        name,
                        find(Pattern.compile("^/\\*\\* [^(.]*\\((\\p{IsHan}[^)]*)\\)"), info)
                                .findFirst()
                                .orElse("no Chinese word"));
            }
        }
        return found;
    }

    private static Stream<String> goals(String[] words) {
        return Stream.of(words).skip(1).filter(word -> !word.startsWith("-"));
    }

    private static boolean isGoal(String goal) {
        return PHASES.contains(goal)
                || (goal.equals("spring-boot:run")
                        && POM.contains("<artifactId>spring-boot-maven-plugin</artifactId>"));
    }

    /** Read by the code, or set in {@code application.yml}. */
    private static boolean isSetting(String property) {
        return SETTINGS.containsKey(property) || sources().contains("${" + property + ":");
    }

    private static Properties settings() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        return yaml.getObject();
    }

    private static String sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ReadmeTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> code() {
        return find(CODE, README).map(String::strip);
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from) + from.length(), text.indexOf(to));
    }

    private static Stream<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(ReadmeTest::group);
    }

    private static String group(MatchResult hit) {
        return hit.groupCount() > 0 ? hit.group(1) : hit.group();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
