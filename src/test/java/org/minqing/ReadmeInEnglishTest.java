package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README.md and its English counterpart say the same, each to its readers. */
class ReadmeInEnglishTest {

    @Test
    void bothHaveTheSameCommands() {
        same("Commands", DocsPage::commands, DocsPage.README, DocsPage.ENGLISH);
    }

    @Test
    void bothNameTheSameFilesAddressesAndVariables() {
        same("Files, addresses and variables", ReadmeInEnglishTest::names, DocsPage.README, DocsPage.ENGLISH);
    }

    @Test
    void bothHaveTheSameFigures() {
        same("Figures", DocsPage::figures, DocsPage.README, DocsPage.ENGLISH);
    }

    /** The English page links more: it tells of decisions that the Chinese one leaves to its folder. */
    @Test
    void whatTheChinesePageLinksToTheEnglishOneLinksToToo() {
        var links = DocsPage.README.links().collect(Collectors.toCollection(TreeSet::new));
        links.remove(DocsPage.ENGLISH.file().toString());
        assertThat(DocsPage.ENGLISH.links()).containsAll(links);
    }

    @Test
    void eachLeadsToTheOtherOnItsFirstScreen() {
        assertThat(firstScreen(DocsPage.README)).contains("(src/docs/README.en.md)");
        assertThat(firstScreen(DocsPage.ENGLISH)).contains("(../../README.md)");
    }

    /** The map has a row for each package, with the English words of its {@code package-info.java}. */
    @Test
    void theEnglishMapShowsThePackages() {
        assertThat(ReadmeTest.map(DocsPage.ENGLISH))
                .isEqualTo(Repository.packages(Pattern.compile("^/\\*\\* ([A-Z][^(]*) \\(")));
    }

    @Test
    void aLineThatOnlyOneOfThemHasIsNoticed() {
        var page = DocsPage.ENGLISH;
        var more = new DocsPage(Path.of("more.md"), page.text() + "\n./mvnw site\n`dmn/mood.dmn` MINQING_MOOD 47 分钟\n");
        assertThatThrownBy(() -> same("Commands", DocsPage::commands, more, page))
                .hasMessageContaining("Commands only in more.md")
                .hasMessageContaining("./mvnw site");
        assertThatThrownBy(() -> same("Names", ReadmeInEnglishTest::names, page, more))
                .hasMessageContaining("Names only in more.md")
                .hasMessageContaining("dmn/mood.dmn")
                .hasMessageContaining("MINQING_MOOD");
        assertThatThrownBy(() -> same("Figures", DocsPage::figures, page, more))
                .hasMessageContaining("Figures only in more.md")
                .hasMessageContaining("47");
    }

    private static Stream<String> names(DocsPage page) {
        var paths = page.code().filter(text -> text.matches("\\.?[\\w<>/-][\\w.<>/…-]*") && text.contains("/"));
        return Stream.of(page.variables(), page.fileNames(), paths).flatMap(names -> names);
    }

    private static void same(String what, Function<DocsPage, Stream<String>> parts, DocsPage one, DocsPage other) {
        assertThat(only(parts, one, other)).as("%s only in %s", what, one).isEmpty();
        assertThat(only(parts, other, one)).as("%s only in %s", what, other).isEmpty();
    }

    private static Set<String> only(Function<DocsPage, Stream<String>> parts, DocsPage page, DocsPage other) {
        var found = parts.apply(page).collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(parts.apply(other).collect(Collectors.toSet()));
        return found;
    }

    private static String firstScreen(DocsPage page) {
        return page.text().lines().limit(12).collect(Collectors.joining("\n"));
    }
}
