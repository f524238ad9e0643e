package org.minqing.process.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The scripts that we put into the engine's web applications. */
class OwnScriptsTest {

    private static final Path FILES = Path.of("src/main/resources/META-INF/resources/webjars/camunda");

    @Test
    void theFolderOfTasklistsScriptsBearsTheVersionOfThisProgram() throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        var children = pom.getDocumentElement().getChildNodes();
        String version = null;
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals("version")) {
                version = children.item(i).getTextContent().replace("-SNAPSHOT", "");
            }
        }
        assertThat(FILES.resolve("lib/minqing-tasklist-" + version + "/plugins.js"))
                .exists();
        assertThat(Files.readString(FILES.resolve("app/tasklist/scripts/config.js")))
                .contains("'../../lib/minqing-tasklist-" + version + "/plugins'");
        try (var folders = Files.list(FILES.resolve("lib"))) {
            assertThat(folders.filter(f -> f.getFileName().toString().startsWith("minqing-tasklist-")))
                    .hasSize(1);
        }
    }

    @Test
    void noScriptReadsTextAsMarkup() throws IOException {
        var forbidden = Pattern.compile(
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|localStorage\\.setItem");
        for (var script : scripts()) {
            assertThat(Files.readString(script)).as(script.toString()).doesNotContainPattern(forbidden);
            assertThat(Files.readAllLines(script)).as(script.toString()).hasSizeLessThanOrEqualTo(250);
        }
    }

    private static List<Path> scripts() throws IOException {
        try (var files = Files.walk(FILES.resolve("lib"))) {
            var scripts = files.filter(f -> f.toString().endsWith(".js")).toList();
            assertThat(scripts).hasSizeGreaterThan(8);
            return scripts;
        }
    }
}
