package org.minqing.hints;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code suggestions.yml} as it is written. What each part means stands at its head. */
record SuggestionFile(List<Rule> types, List<Rule> categories) {

    /** @param unless words anywhere in the text that undo it */
    record Rule(
            String code,
            List<String> words,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> unless) {}

    /** @throws IllegalStateException naming the words that cannot be looked for, or that mean two categories */
    void check() {
        var seen = new HashMap<String, String>();
        var faults = Stream.concat(
                        Stream.concat(types.stream(), categories.stream())
                                .flatMap(rule -> Stream.concat(rule.words().stream(), rule.unless().stream())
                                        .filter(word -> word.length() < 2
                                                || !Letters.of(word).toString().equals(word))
                                        .map(word -> rule.code() + ": “" + word + "”应至少两个字，不带空格、标点和大写")),
                        categories.stream().flatMap(rule -> twice(rule, seen)))
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("suggestions.yml: " + String.join("; ", faults));
        }
    }

    private static Stream<String> twice(Rule rule, Map<String, String> seen) {
        return rule.words().stream()
                .filter(word -> seen.putIfAbsent(word, rule.code()) != null)
                .map(word -> rule.code() + ": “" + word + "”在 " + seen.get(word) + " 里已经写了 is there twice");
    }
}
