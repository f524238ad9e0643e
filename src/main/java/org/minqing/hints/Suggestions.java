package org.minqing.hints;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ahocorasick.trie.Trie;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which category and which type words speak for, so that nobody has to know ours before he may write. Nothing follows from it: a person
 * sees it, with the word, and may choose otherwise. What is urgent {@link WordHints} says.
 */
@Component
public class Suggestions {

    /** @param word of the file, for the sake of which it is suggested */
    public record Suggestion(String code, String word) {}

    /** Where it is these, the danger says what it is about, and other words only where. */
    private static final Set<String> SAYS_ALL = Set.of("gas", "fire", "electricity");

    /** About somebody who works here: whoever is told another type might choose it, and not be covered by its rules. */
    private static final String REPORT = "report";

    private final SuggestionFile file;
    private final Trie words;

    /** @throws IllegalStateException if {@code suggestions.yml} cannot be used */
    @Autowired
    Suggestions() {
        this(new PolicyFile("suggestions.yml"));
    }

    Suggestions(PolicyFile policy) {
        file = policy.read(SuggestionFile.class);
        file.check();
        var trie = Trie.builder().ignoreOverlaps();
        file.categories().forEach(rule -> trie.addKeywords(rule.words()));
        words = trie.build();
    }

    /** The first type of the file that has a word in the text, and none that undoes it. */
    public Optional<Suggestion> type(Hints hinted, String... texts) {
        var text = Letters.of(texts).toString();
        return file.types().stream()
                .filter(rule -> !hinted.aboutStaff() || rule.code().equals(REPORT))
                .filter(rule -> rule.unless().stream().noneMatch(text::contains))
                .flatMap(rule -> rule.words().stream()
                        .filter(text::contains)
                        .findFirst()
                        .map(word -> new Suggestion(rule.code(), word))
                        .stream())
                .findFirst();
    }

    /**
     * The category with the most words in the text; of equals the one whose word comes first. What smells of gas, burns or gives a
     * shock, and what is about staff, goes where its hint says, if it says so.
     */
    public Optional<Suggestion> category(Hints hinted, String... texts) {
        var byHint = hinted.category()
                .map(code -> new Suggestion(code, hinted.found().get(0).word()));
        return byHint.isPresent() && (hinted.aboutStaff() || SAYS_ALL.contains(hinted.danger()))
                ? byHint
                : spokenFor(texts).or(() -> byHint);
    }

    private Optional<Suggestion> spokenFor(String... texts) {
        var found = new LinkedHashMap<String, Set<String>>();
        words.parseText(Letters.of(texts).toString())
                .forEach(emit -> rules(emit.getKeyword())
                        .forEach(rule -> found.computeIfAbsent(rule.code(), code -> new LinkedHashSet<>())
                                .add(emit.getKeyword())));
        // A sort that is stable: of equals the first in the text stays first.
        return found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().size(), Comparator.reverseOrder()))
                .findFirst()
                .map(entry -> new Suggestion(
                        entry.getKey(), entry.getValue().iterator().next()));
    }

    private Stream<SuggestionFile.Rule> rules(String word) {
        return file.categories().stream().filter(rule -> rule.words().contains(word));
    }

    /** Every category that may be suggested. */
    Stream<String> categories() {
        return file.categories().stream().map(SuggestionFile.Rule::code);
    }

    /** Every type that may be suggested. */
    Stream<String> types() {
        return file.types().stream().map(SuggestionFile.Rule::code);
    }
}
