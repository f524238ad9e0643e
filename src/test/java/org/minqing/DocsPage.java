package org.minqing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of prose and the names in it that can rot.
 *
 * @param file from the root of the repository
 */
record DocsPage(Path file, String text) {

    static final DocsPage README = of("README.md");
    static final DocsPage ENGLISH = of("src/docs/README.en.md");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\./mvnw|java|docker) [^#\\n]*");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
    private static final Pattern FIGURE = Pattern.compile("(?<![\\w.])\\d+(?:[.,:]\\d+)*");
    private static final String FILE_NAME =
            "[\\w.-]+\\.(java|yml|dmn|bpmn|form|csv|properties|txt|md|png|json|html|sql|js)";
    private static final String TYPE = "(?:[a-z]+\\.)*[A-Z]\\w*[a-z]\\w*(?:\\.[A-Z]\\w*)?(?:\\.[a-z]\\w*)?";

    private static final String ELEMENT = "(?:[a-zA-Z]+(?:Task|Event|Process)|event|gateway|flow)_\\w+";

    static DocsPage of(String file) {
        return new DocsPage(Path.of(file), read(Path.of(file)));
    }

    /** Of this repository, from its root. */
    Stream<String> links() {
        return find(LINK, text)
                .filter(link -> !link.startsWith("http"))
                .map(link -> file.resolveSibling(link).normalize().toString());
    }

    /** Folders and files; what a run of the program leaves behind is not among them. */
    Stream<String> paths() {
        return code().filter(text -> text.matches("[\\w.][\\w.<>/\\p{IsHan}-]*"))
                .filter(text -> text.contains("/") && !text.startsWith("./"))
                .filter(text -> !text.startsWith(".data/") && !text.startsWith("target/"));
    }

    Stream<String> fileNames() {
        return code().filter(text -> text.matches(FILE_NAME));
    }

    Stream<String> addresses() {
        return code().filter(text -> text.startsWith("/"));
    }

    Stream<String> commands() {
        return find(COMMAND, text).map(String::strip);
    }

    Stream<String> variables() {
        return find(VARIABLE, text);
    }

    /** Such as {@code TaskGate}, {@code process.task.TaskGate}, {@code AppealEvent.Rated} and {@code Appeals.lock}. */
    Stream<String> types() {
        return code().filter(text -> text.matches(TYPE) && !text.matches(FILE_NAME));
    }

    /** Such as {@code process.task}; those of one word are checked by the module map. */
    Stream<String> packages() {
        return code().filter(text -> text.matches("[a-z]+(?:\\.[a-z]+)+") && !text.matches(FILE_NAME))
                .filter(text -> Files.isDirectory(Repository.SOURCES.resolve(text.substring(0, text.indexOf('.')))));
    }

    /** Tables of the database, such as {@code sla_clock}. */
    Stream<String> tables() {
        return code().filter(text -> text.matches("[a-z]+(?:_[a-z]+)+") && !text.matches(ELEMENT));
    }

    /** Elements of the diagrams, such as {@code userTask_callResident}. */
    Stream<String> elements() {
        return code().filter(text -> text.matches(ELEMENT));
    }

    /** Numbers that people read: versions, ports, sizes, durations. Not those in links and names. */
    Stream<String> figures() {
        return find(FIGURE, text.replaceAll(LINK.pattern(), "]").replaceAll(CODE.pattern(), " "));
    }

    Stream<String> code() {
        return find(CODE, text).map(String::strip).distinct();
    }

    static Stream<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.groupCount() > 0 ? hit.group(1) : hit.group())
                .distinct();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
