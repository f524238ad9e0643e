package org.minqing.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What axe-core finds on a page. */
final class Barriers {

    private static final String AXE = script();

    private static final String FIND = """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']});
              return found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary));
            }""";

    private Barriers() {}

    /** Of the page as it is seen, with its styles, and through the debugger, which its content security policy does not bind. */
    @SuppressWarnings("unchecked")
    static List<String> on(Page page) {
        page.waitForLoadState();
        page.evaluate(AXE);
        return (List<String>) page.evaluate(FIND);
    }

    private static String script() {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/axe-core/*/axe.min.js");
            return found[0].getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
