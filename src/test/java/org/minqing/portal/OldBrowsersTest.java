package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of residents run in the browsers of old telephones and of other apps, or they are not there at all. */
class OldBrowsersTest {

    @ParameterizedTest
    @ValueSource(strings = {"submit.js", "mine.js"})
    void aScriptOfResidentsIsWrittenAsScriptsWereTenYearsAgo(String script) throws IOException {
        var code = Files.readString(Path.of("src/main/resources/static/js", script))
                .replaceAll("(?m)^\\s*//.*$", "");
        assertThat(code)
                .doesNotContainPattern("=>|`|\\?\\.|\\?\\?|\\.\\.\\.[a-z]")
                .doesNotContainPattern("\\b(const|let|class|import|export|async|await|fetch|Promise|Map|Set)\\b")
                .doesNotContainPattern("\\.(closest|includes|replaceChildren|append|remove|startsWith|matches)\\(");
    }
}
