package org.minqing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples of {@code src/docs/api.md}: by request, what is sent and what comes back. */
final class ApiPage {

    /** @param request null where nothing is sent */
    record Example(String method, String path, JsonNode request, JsonNode answer) {

        String name() {
            return method + " " + path;
        }
    }

    private static final Path FILE = Path.of("src/docs/api.md");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECTION = Pattern.compile("(?ms)^##+ (.*?)$(.*?)(?=^##|\\z)");
    private static final Pattern HEADING = Pattern.compile("(GET|POST) (/\\S+)");
    private static final Pattern SNIPPET = Pattern.compile("(?s)```json\\n(.*?)```|`([{\\[][^`]*)`");
    private static final Pattern FORM = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\|$");

    private ApiPage() {}

    /** In the order of the page. Under a heading of several paths there is one example each. */
    static List<Example> examples() {
        var examples = new ArrayList<Example>();
        SECTION.matcher(text()).results().forEach(section -> {
            var snippets = snippets(section.group(2));
            var heading = HEADING.matcher(section.group(1));
            if (!heading.find()) {
                return;
            }
            var method = heading.group(1);
            var paths = paths(section.group(1), heading.group(2));
            if (method.equals("GET")) {
                snippets.forEach(answer -> examples.add(new Example(method, paths.get(0), null, answer)));
                return;
            }
            for (int i = 0; i + 1 < snippets.size(); i += 2) {
                var path = paths.get(Math.min(i / 2, paths.size() - 1));
                examples.add(new Example(method, path, snippets.get(i), snippets.get(i + 1)));
            }
        });
        return examples;
    }

    /** The headings of requests with a body, whether or not there is an example below. */
    static List<String> postings() {
        return SECTION.matcher(text())
                .results()
                .map(section -> section.group(1))
                .filter(heading -> heading.startsWith("POST"))
                .flatMap(heading -> paths(heading, heading.split("[ ,]+")[1]).stream())
                .map(path -> "POST " + path)
                .toList();
    }

    /** What stands under {@code Errors}. */
    static JsonNode error() {
        return SECTION.matcher(text())
                .results()
                .filter(section -> section.group(1).equals("Errors"))
                .map(section -> snippets(section.group(2)).get(0))
                .findFirst()
                .orElseThrow();
    }

    /** By form, what the page tells of its fields. */
    static Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        var text = text();
        FORM.matcher(text.substring(text.indexOf("| form | fields"), text.indexOf("### GET /api/appeals/{number}\n")))
                .results()
                .forEach(row -> forms.put(row.group(1), row.group(2)));
        return forms;
    }

    /** {@code POST /a/b, …/c} is /a/b and /a/c. */
    private static List<String> paths(String heading, String first) {
        var path = first.replaceAll(",$", "");
        var others = Pattern.compile("…/(\\w+)")
                .matcher(heading)
                .results()
                .map(m -> path.substring(0, path.lastIndexOf('/') + 1) + m.group(1));
        return Stream.concat(Stream.of(path), others).toList();
    }

    /** Whatever is an object or a list; a field in quotation marks is no example. */
    private static List<JsonNode> snippets(String text) {
        return SNIPPET.matcher(text)
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .map(ApiPage::json)
                .filter(JsonNode::isContainerNode)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON in api.md: " + text, e);
        }
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
