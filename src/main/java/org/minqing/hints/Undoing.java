package org.minqing.hints;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What undoes a word that stands in a text: that it is denied, that it is about something else, that it is over. */
final class Undoing {

    private final Places places;
    private final List<Span> denials;
    // By the very list of the file: a text that repeats a word asks for it again and again.
    private final Map<List<String>, List<Span>> found = new IdentityHashMap<>();
    private final Map<HintFile.Group, Map<String, List<Span>>> standing = new IdentityHashMap<>();
    private final HintFile file;

    Undoing(HintFile file, Places places) {
        this.file = file;
        this.places = places;
        var others = places.of(file.negations().except());
        denials = places.of(file.negations().words()).stream()
                .filter(denial -> others.stream().noneMatch(other -> other.contains(denial)))
                .toList();
    }

    /** Where a word of a group stands, neither denied nor part of a longer one that means something else; sorted. */
    List<Span> standing(HintFile.Group group, String word) {
        if (!places.has(word)) {
            return List.of();
        }
        return standing.computeIfAbsent(group, g -> new HashMap<>()).computeIfAbsent(word, w -> {
            var meanings = of(group.otherMeaning());
            return places.of(w).stream()
                    .filter(span -> !within(meanings, span) && !denied(span))
                    .toList();
        });
    }

    /** @param hit from the first sign of a word, or of the two that stand together, to the last */
    boolean undoes(HintFile.Group group, Span hit) {
        return isOver(group, hit) || group.unless().stream().anyMatch(code -> undone(code, hit));
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
