package org.minqing.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much each gram tells: what stands in every appeal tells nothing, what stands in few tells most. Counted over a sample of
 * texts.
 */
public final class GramWeights {

    /** A few texts say little of what is common: they count as part of so many. */
    private static final int FEWEST = 100;

    private final int texts;
    private final Map<String, Integer> seen;

    /** @param seen in how many of the texts each gram stands */
    GramWeights(int texts, Map<String, Integer> seen) {
        this.texts = Math.max(texts, FEWEST);
        this.seen = Map.copyOf(seen);
    }

    public static GramWeights of(Collection<Set<String>> texts) {
        var seen = new HashMap<String, Integer>();
        texts.forEach(grams -> grams.forEach(gram -> seen.merge(gram, 1, Integer::sum)));
        return new GramWeights(texts.size(), seen);
    }

    double of(String gram) {
        return Math.log(1 + texts / (double) seen.getOrDefault(gram, 1));
    }

    /** From 0, nothing in common, to 1, the same grams: the cosine of the angle between the two texts. */
    public double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return one.stream().filter(other::contains).mapToDouble(this::square).sum() / (length(one) * length(other));
    }

    /**
     * By which texts like this one are looked for: all of its grams of which the sample has none, for few have them, and the rarest
     * of the others.
     *
     * @param most how many of the others
     */
    public Set<String> rarest(Set<String> grams, int most) {
        var rarest = new TreeSet<String>();
        grams.stream().filter(gram -> !seen.containsKey(gram)).forEach(rarest::add);
        grams.stream()
                .filter(seen::containsKey)
                .sorted(Comparator.comparing((String gram) -> seen.get(gram)).thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .forEach(rarest::add);
        return rarest;
    }

    /**
     * What both say, in words of the first: pieces of two signs or more, those that tell most first.
     *
     * @param other grams of the other text
     */
    public List<String> inCommon(String text, Set<String> other, int most) {
        var found = new HashMap<String, Double>();
        for (var run : Grams.runs(Grams.plain(text))) {
            for (var piece : pieces(run, other)) {
                found.putIfAbsent(
                        piece, Grams.of(piece).stream().mapToDouble(this::of).sum());
            }
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The longest parts of a run of which every two signs side by side stand in the other text, too. */
    private static List<String> pieces(String run, Set<String> other) {
        if (other.contains(run) && run.codePointCount(0, run.length()) > 1) {
            return List.of(run);
        }
        var pieces = new ArrayList<String>();
        var signs = run.codePoints().mapToObj(Character::toString).toList();
        var piece = new StringBuilder();
        for (int i = 1; i <= signs.size(); i++) {
            var goesOn = i < signs.size() && other.contains(signs.get(i - 1) + signs.get(i));
            if (goesOn && piece.isEmpty()) {
                piece.append(signs.get(i - 1));
            }
            if (goesOn) {
                piece.append(signs.get(i));
            } else if (!piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private double length(Set<String> grams) {
        return Math.sqrt(grams.stream().mapToDouble(this::square).sum());
    }

    private double square(String gram) {
        return of(gram) * of(gram);
    }
}
