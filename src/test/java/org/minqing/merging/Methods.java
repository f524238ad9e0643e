package org.minqing.merging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.minqing.appeal.Appeal;
import org.minqing.organisation.Localities;
import org.minqing.wording.GramWeights;
import org.minqing.wording.Grams;

/** Ours as the program has it, parts of it, and what is usual elsewhere. */
final class Methods {

    private final Localities localities = new Localities();
    private final MergingRules rules;
    private final Map<String, GramWeights> weights;
    private final Map<Integer, Set<String>> grams = new HashMap<>();
    private final Map<Integer, Set<String>> trigrams = new HashMap<>();
    private final Map<Integer, Matter> matters = new HashMap<>();
    private final Map<Integer, Appeal> appeals = new HashMap<>();

    Methods(List<ToldText> texts, MergingRules rules) {
        this.rules = rules;
        texts.forEach(t -> grams.put(t.id(), t.grams()));
        texts.forEach(t -> trigrams.put(t.id(), trigrams(t.text())));
        texts.forEach(t -> matters.put(t.id(), t.asMatter()));
        texts.forEach(t -> appeals.put(t.id(), t.asAppeal()));
        weights = texts.stream()
                .collect(Collectors.groupingBy(
                        ToldText::locality,
                        Collectors.collectingAndThen(
                                Collectors.mapping(ToldText::grams, Collectors.toList()), GramWeights::of)));
    }

    /** Words, category, place and time. */
    double whole(ToldText one, ToldText other) {
        return score(one, other, grams.get(other.id()));
    }

    /** Category, place and time. */
    double withoutWords(ToldText one, ToldText other) {
        return score(one, other, Set.of());
    }

    private double score(ToldText one, ToldText other, Set<String> words) {
        return Likeness.of(
                        matters.get(one.id()),
                        appeals.get(other.id()),
                        words,
                        localities.get(one.locality()),
                        weights.get(one.locality()),
                        rules)
                .score();
    }

    double words(ToldText one, ToldText other) {
        return weights.get(one.locality()).likeness(grams.get(one.id()), grams.get(other.id()));
    }

    /** The measure of databases and libraries: three signs side by side, what is common of all there are. */
    double trigrams(ToldText one, ToldText other) {
        var common = new HashSet<>(trigrams.get(one.id()));
        common.retainAll(trigrams.get(other.id()));
        var all = new HashSet<>(trigrams.get(one.id()));
        all.addAll(trigrams.get(other.id()));
        return all.isEmpty() ? 0 : common.size() / (double) all.size();
    }

    private static Set<String> trigrams(String text) {
        var signs = Grams.plain(text)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(Character::toString)
                .toList();
        return IntStream.range(0, Math.max(0, signs.size() - 2))
                .mapToObj(i -> String.join("", signs.subList(i, i + 3)))
                .collect(Collectors.toSet());
    }
}
