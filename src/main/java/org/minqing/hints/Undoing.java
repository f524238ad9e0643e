package org.minqing.hints;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What undoes a word that stands in a text: that it is denied, that it is about something else, that it is over. */
final class Undoing {

    private final Places places;
    private final List<Span> denials;
    // By the very list of the file: a text that repeats a word asks for it again and again.
    private final Map<List<String>, List<Span>> found = new IdentityHashMap<>();
    private final HintFile file;

    Undoing(HintFile file, Places places) {
        this.file = file;
        this.places = places;
        var others = places.of(file.negations().except());
        denials = places.of(file.negations().words()).stream()
                .filter(denial -> others.stream().noneMatch(other -> other.contains(denial)))
                .toList();
    }

    /**
     * @param group whose word it is
     * @param hit   from its first sign to its last
     * @param parts the word, or the two words that stand together
     */
    boolean undoes(HintFile.Group group, Span hit, List<Span> parts) {
        var meanings = of(group.otherMeaning());
        return parts.stream().anyMatch(part -> within(meanings, part) || denied(part))
                || isOver(group, hit)
                || group.unless().stream().anyMatch(code -> undone(code, hit));
    }

    private boolean within(List<Span> longer, Span word) {
        return places.near(longer, word, 0).anyMatch(other -> other.contains(word));
    }

    /** Right before it, as 没有 in 没有着火; in 没有，着火了 it denies nothing. */
    private boolean denied(Span word) {
        return places.near(denials, word, 0)
                .anyMatch(denial -> denial.end() + 1 == word.start() && places.sameClause(denial, word));
    }

    private boolean isOver(HintFile.Group group, Span hit) {
        return of(group.settled()).stream().anyMatch(settled -> settled.start() > hit.end() && !denied(settled));
    }

    private boolean undone(String code, Span hit) {
        var rule = file.unless().get(code);
        return places.near(of(rule.words()), hit, rule.within()).anyMatch(word -> !denied(word))
                && places.near(of(rule.still()), hit, rule.within()).findAny().isEmpty();
    }

    private List<Span> of(List<String> words) {
        return found.computeIfAbsent(words, places::of);
    }
}
