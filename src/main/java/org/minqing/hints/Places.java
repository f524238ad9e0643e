package org.minqing.hints;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ahocorasick.trie.Trie;

/** Where the words of a file stand in a text: all of them found in one pass. */
final class Places {

    /** No word of a file is longer. */
    static final int LONGEST = 20;

    private final Letters text;
    private final Map<String, List<Span>> byWord = new HashMap<>();

    Places(Letters text, Trie words) {
        this.text = text;
        words.parseText(text.toString(), emit -> {
            // A word goes on behind a comma or a shout, but not behind the end of a sentence.
            if (text.sameSentence(emit.getStart(), emit.getEnd())) {
                byWord.computeIfAbsent(emit.getKeyword(), w -> new ArrayList<>())
                        .add(new Span(emit.getStart(), emit.getEnd()));
            }
            return true;
        });
    }

    boolean none() {
        return byWord.isEmpty();
    }

    /** Of each of these words, sorted. */
    List<Span> of(Collection<String> words) {
        var all = words.stream().flatMap(word -> of(word).stream()).toList();
        return all.size() < 2
                ? all
                : all.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    boolean has(String word) {
        return byWord.containsKey(word);
    }

    List<Span> of(String word) {
        return byWord.getOrDefault(word, List.of());
    }

    /** Those of the sorted that stand in the same sentence as a span, with so many signs between at most. */
    Stream<Span> near(List<Span> sorted, Span span, int within) {
        return sorted
                .subList(from(sorted, span.start() - within - LONGEST), from(sorted, span.end() + within + 2))
                .stream()
                .filter(other -> other.gap(span) <= within && text.sameSentence(other.start(), span.start()));
    }

    boolean sameClause(Span one, Span other) {
        return text.sameClause(one.end(), other.start());
    }

    /** Index of the first that starts there or later. */
    private static int from(List<Span> sorted, int start) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
