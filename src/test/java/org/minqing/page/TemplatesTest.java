package org.minqing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.page.Sources.found;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages hold together: what one names is there, what is there is named, and nothing in them is text, style or script. */
class TemplatesTest {

    /** What the security policy of staff pages admits: a file of ours or of a webjar, and nothing inside. */
    private static final Pattern SCRIPT_FILE = Pattern.compile(
            "<script( type=\"module\")? src=\"/(js|webjars)/[^\"]+\\.js\"( defer)?( th:if=\"[^\"]+\")?></script>");

    /** A fragment of another page, or, without a name before the colons, of the same. */
    private static final Pattern REFERENCE = Pattern.compile("~\\{([a-z/-]*) ?:: ?([A-Za-z]+)");

    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([A-Za-z]+)");
    /** A part of the first page; which ones, the roles decide. */
    private static final Pattern PART = Pattern.compile("String template\\(\\) \\{\\s+return \"([a-z/-]+)\"");

    private static final Pattern VIEW = Pattern.compile("\"([a-z]+/[a-z-]+)\"");

    static List<Path> templates() {
        return Sources.files(Sources.TEMPLATES);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTextIsWrittenIntoAPage(Path template) {
        var han = Pattern.compile("\\p{IsHan}+").matcher(Sources.read(template));
        assertThat(han.results().map(r -> r.group())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingIsUnescapedStyledOrScripted(Path template) {
        var html = Sources.read(template);
        assertThat(html).doesNotContain("utext", "[(", "th:style", " style=", "th:on");
        assertThat(SCRIPT_FILE.matcher(html).replaceAll("")).doesNotContain("<script");
    }

    /** In a map {@code typed[name]} means the key "name" and not what a variable of that name holds. */
    @ParameterizedTest
    @MethodSource("templates")
    void noMapIsAskedForTheNameOfAVariable(Path template) {
        assertThat(Sources.read(template)).doesNotContainPattern("\\b(typed|problems|asked)\\[[a-z]");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachPageIsShownByAControllerOrIsPartOfAnother(Path template) {
        var named = new TreeSet<>(viewsInCode());
        references().forEach(reference -> named.add(reference.template()));
        assertThat(named).contains(Sources.name(template));
    }

    @Test
    void eachViewThatCodeNamesIsThere() {
        assertThat(viewsInCode())
                .hasSizeGreaterThan(20)
                .allSatisfy(view -> assertThat(template(view)).exists());
    }

    /** An element's name will do where there is only one such element: {@code ::main}. */
    @Test
    void eachFragmentThatAPageNamesIsThere() {
        assertThat(references()).hasSizeGreaterThan(50).allSatisfy(reference -> {
            assertThat(template(reference.template())).exists();
            var html = Sources.read(template(reference.template()));
            assertThat(found(FRAGMENT, html).contains(reference.fragment())
                            || html.contains("<" + reference.fragment() + " "))
                    .as("%s", reference)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noFragmentIsLeftOver(Path template) {
        var used = references().stream()
                .filter(reference -> reference.template().equals(Sources.name(template)))
                .map(Reference::fragment)
                .toList();
        assertThat(used).containsAll(found(FRAGMENT, Sources.read(template)));
    }

    /** A page that names {@code :: time} gets the fragment and each element of that name beside it. */
    @ParameterizedTest
    @MethodSource("templates")
    void noFragmentIsCalledLikeAnElement(Path template) {
        var html = Sources.read(template);
        assertThat(found(FRAGMENT, html)).noneMatch(name -> html.matches("(?s).*<" + name + "[ >].*"));
    }

    private record Reference(String template, String fragment) {}

    private static List<Reference> references() {
        var all = new ArrayList<Reference>();
        for (var template : templates()) {
            var from = Sources.name(template);
            REFERENCE
                    .matcher(Sources.read(template))
                    .results()
                    .map(r -> new Reference(r.group(1).isEmpty() ? from : r.group(1), r.group(2)))
                    .forEach(all::add);
        }
        Sources.files(Sources.CODE).stream()
                .flatMap(source -> found(PART, Sources.read(source)).stream())
                .forEach(part -> all.add(new Reference(part, "part")));
        return all;
    }

    /** Texts in code that begin with the name of a folder of pages. */
    private static List<String> viewsInCode() {
        return Sources.files(Sources.CODE).stream()
                .flatMap(source -> found(VIEW, Sources.read(source)).stream())
                .filter(name -> Files.isDirectory(Sources.TEMPLATES.resolve(name.substring(0, name.indexOf('/')))))
                .distinct()
                .collect(Collectors.toList());
    }

    private static Path template(String name) {
        return Sources.TEMPLATES.resolve(name + ".html");
    }
}
