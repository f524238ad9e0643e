package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.DocsPage.find;
import static org.minqing.DocsPage.read;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md says of the whole: its commands work here, its map shows every package. */
class ReadmeTest {

    private static final Set<String> PHASES = Set.of("verify", "package");

    static Stream<String> commands() {
        return DocsPage.README.commands();
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
                assertThat(Repository.POM)
                        .contains("<finalName>" + between(command, "target/", ".jar") + "</finalName>");
                find(Pattern.compile("--([a-z.-]+)="), command)
                        .forEach(option -> assertThat(Repository.hasSetting(option))
                                .as(option)
                                .isTrue());
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

    @Test
    void theDataFolderIsTheDefault() {
        assertThat(DocsPage.README.text()).contains("`.data/accounts.csv`");
        assertThat(read(Path.of("src/main/resources/application.yml"))).contains("data-dir: .data");
    }

    /** The map has a row for each package, with the Chinese word of its {@code package-info.java}. */
    @Test
    void theModuleMapShowsThePackages() {
        assertThat(map(DocsPage.README)).isEqualTo(Repository.packagesInChinese());
    }

    /** Package to word, as the map of a page has them. */
    static TreeMap<String, String> map(DocsPage page) {
        var rows = new TreeMap<String, String>();
        Pattern.compile("(?m)^\\| `([a-z.]+)` \\| ([^|]+) \\|")
                .matcher(page.text())
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2).strip()));
        return rows;
    }

    private static Stream<String> goals(String[] words) {
        return Stream.of(words).skip(1).filter(word -> !word.startsWith("-"));
    }

    private static boolean isGoal(String goal) {
        return PHASES.contains(goal)
                || (goal.equals("spring-boot:run")
                        && Repository.POM.contains("<artifactId>spring-boot-maven-plugin</artifactId>"));
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from) + from.length(), text.indexOf(to));
    }
}
