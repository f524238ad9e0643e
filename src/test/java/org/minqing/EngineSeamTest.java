package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Through which interfaces application and engine reach each other, as decision 0001 lists them. */
class EngineSeamTest {

    private static final String ROOT = "org.minqing.";
    private static final String PROCESS = ROOT + "process.";

    @Test
    void theDecisionListsEveryInterfaceOfTheApplicationThatTheProcessImplements() {
        var seam = new TreeMap<String, String>();
        for (var type : OwnClasses.MAIN) {
            if (!type.getName().startsWith(PROCESS)) {
                continue;
            }
            type.getRawInterfaces().stream()
                    .map(JavaClass::getName)
                    .filter(name -> name.startsWith(ROOT) && !name.startsWith(PROCESS))
                    .forEach(name -> seam.put(
                            name.substring(ROOT.length()), type.getName().substring(ROOT.length())));
        }
        var listed = new TreeMap<String, String>();
        DocsPage.of("src/docs/decisions/0001-engine-behind-one-package.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`"))
                .forEach(cells -> listed.put(cells[1], cells[3]));
        assertThat(listed).isEqualTo(seam);
    }
}
