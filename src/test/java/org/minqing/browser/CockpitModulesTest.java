package org.minqing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our modules in Cockpit as files. */
class CockpitModulesTest {

    private static final Path CAMUNDA = Path.of("src/main/resources/META-INF/resources/webjars/camunda");
    private static final Pattern NAMED =
            Pattern.compile("minqing-cockpit(?:-[a-z]+)?-[0-9][0-9.]*[0-9](?=\\.js|\\.css|')");

    static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.list(CAMUNDA.resolve("lib"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("minqing-cockpit"))
                    .sorted()
                    .toList();
        }
    }

    /** A browser keeps a file by its name and would go on with the old one after an upgrade. */
    @ParameterizedTest
    @MethodSource("modules")
    void theNameOfAModuleCarriesTheVersionOfTheProgram(Path module) throws IOException {
        assertThat(module.getFileName().toString())
                .matches("minqing-cockpit(-[a-z]+)?-" + Pattern.quote(version()) + "\\.(js|css)");
    }

    @Test
    void everyModuleIsNamedSomewhereAndEveryNameIsAModule() throws IOException {
        var named = new TreeSet<String>();
        for (var file : Stream.concat(modules().stream(), Stream.of(CAMUNDA.resolve("app/cockpit/scripts/config.js")))
                .toList()) {
            NAMED.matcher(Files.readString(file)).results().forEach(m -> named.add(m.group()));
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(modules().stream()
                        .map(m -> m.getFileName().toString().replaceAll("\\.(js|css)$", ""))
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleIsSmallAndTakesNoTextForMarkup(Path module) throws IOException {
        assertThat(Files.readAllLines(module)).hasSizeLessThanOrEqualTo(250);
        assertThat(Files.readString(module))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "srcdoc");
    }

    private static String version() throws IOException {
        var pom = Pattern.compile("<artifactId>minqing</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(pom.find()).isTrue();
        return pom.group(1).replace("-SNAPSHOT", "");
    }
}
