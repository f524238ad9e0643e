package org.minqing.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One request that a row of the access table lets somebody send.
 *
 * @param body null for GET
 * @param acts whether it would change something
 * @param thing whether its address names one thing, and is not that of a list
 */
record Question(String method, String path, String body, boolean acts, boolean thing) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    static final String ONE_DECISION = "&decisionDefinitionKey=urgency";
    private static final String ONE_VARIABLE = "{\"variableName\":\"urgency\"}";

    /** What is asked by POST and changes nothing: queries of the engine, whose answers do not fit into an address. */
    private static final Pattern QUERY =
            Pattern.compile("/camunda/.*/(list|count|process-instance|called-process-(instances"
                    + "|definitions)|incident/|variable-instance|task|job)");

    /**
     * Those of one row.
     *
     * @param ids of real things, by the name of the variable or by the word before it in the address
     */
    static Stream<Question> of(AccessTable.Row row, Map<String, List<String>> ids) {
        if (row.who().contains(AccessTable.Who.ANYONE) || row.pattern().contains("*")) {
            return Stream.empty();
        }
        return row.methods().stream()
                .filter(method -> method.equals("GET") || method.equals("POST"))
                .flatMap(method ->
                        addresses(row.pattern(), ids).stream().flatMap(path -> asked(method, path, row.pattern())));
    }

    private static Stream<Question> asked(String method, String path, String pattern) {
        var thing = pattern.replace("{engine}", "").contains("{");
        if (method.equals("POST") && !QUERY.matcher(pattern).matches()) {
            // A list of all there is would be changed; one thing that he does not find is not.
            return thing ? Stream.of(new Question(method, path, "{}", true, true)) : Stream.empty();
        }
        // Of so many that an answer ends before the newest, one of each appeal: rows of one appeal are hidden alike.
        var body = method.equals("GET") ? null : path.endsWith("/variable-instance") ? ONE_VARIABLE : "{}";
        if (!path.startsWith("/camunda/")) {
            return Stream.of(new Question(method, path, body, false, thing));
        }
        var paged = path + "?firstResult=0&maxResults=2000";
        return (path.contains("/history/decision-instance")
                        ? Stream.of(
                                paged + ONE_DECISION, paged + ONE_DECISION + "&includeInputs=true&includeOutputs=true")
                        : Stream.of(paged))
                .map(p -> new Question(method, p, body, false, thing));
    }

    /** Every way of putting ids into the pattern; none if we know of no such thing. */
    private static List<String> addresses(String pattern, Map<String, List<String>> ids) {
        var found = List.of(pattern.replace("{engine}", "default"));
        while (found.stream().anyMatch(path -> path.contains("{"))) {
            var next = new ArrayList<String>();
            for (var path : found) {
                var variable = VARIABLE.matcher(path);
                variable.find();
                var before = path.substring(0, variable.start());
                var words = before.split("/");
                ids.getOrDefault(variable.group(1), ids.getOrDefault(words[words.length - 1], List.of()))
                        .forEach(id -> next.add(before + id + path.substring(variable.end())));
            }
            found = next;
        }
        return found;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
