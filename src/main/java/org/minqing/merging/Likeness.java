package org.minqing.merging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.minqing.appeal.Appeal;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.time.Spans;
import org.minqing.wording.GramWeights;

/**
 * How much an appeal is like a matter; open ones sort before ended ones, then the likelier first, of equals the nearer in time.
 *
 * @param score  1 if all is the same; more at the same address
 * @param reason what is alike, in words
 */
record Likeness(Appeal other, double score, Duration apart, String reason) implements Comparable<Likeness> {

    private static final Comparator<Likeness> ORDER = Comparator.comparing(
                    (Likeness likeness) -> likeness.other().status().ended())
            .thenComparing(Likeness::score, Comparator.reverseOrder())
            .thenComparing(Likeness::apart)
            .thenComparing(likeness -> likeness.other().number());

    /** So many pieces of the text are named. */
    private static final int NAMED = 3;

    private static final double DAY = Duration.ofDays(1).toMillis();

    static Likeness of(
            Matter one, Appeal other, Set<String> grams, Locality locality, GramWeights words, MergingRules rules) {
        var alike = new ArrayList<String>();
        var weights = rules.weights();
        var said = words.likeness(one.grams(), grams);
        if (said >= rules.wordsFrom()) {
            var named = words.inCommon(one.words(), grams, NAMED);
            alike.add(named.isEmpty() ? "说法相近" : "说法相近（" + String.join("、", named) + "）");
        }
        var place = Place.of(one, other, locality, weights.place());
        if (place.words() != null) {
            alike.add(place.words());
        }
        var category = 1.0;
        if (other.category().equals(one.category())) {
            alike.add("同类别");
        } else if (one.category() != null) {
            category = weights.otherCategory() / 100.0;
        }
        var apart = Duration.between(one.at(), other.submittedAt()).abs();
        alike.add("相差" + Spans.length(apart).replace(" ", ""));
        var noWords = weights.noWords() / 100.0;
        var score = (noWords + (1 - noWords) * said)
                * category
                * place.hundredths()
                / 100
                * Math.pow(0.5, apart.toMillis() / DAY / weights.halvedAfterDays());
        return new Likeness(other, score, apart, String.join("、", alike));
    }

    @Override
    public int compareTo(Likeness likeness) {
        return ORDER.compare(this, likeness);
    }

    /** @param words null if there is nothing to say */
    private record Place(int hundredths, String words) {

        static Place of(Matter one, Appeal other, Locality locality, MergingRules.Place rules) {
            if (one.address() != null && one.address().equals(other.address())) {
                return new Place(rules.sameAddress(), "地址相同");
            }
            var root = locality.root().code();
            var units = List.of(one.unit(), other.unit()).stream()
                    .flatMap(code -> locality.unit(code).stream())
                    .filter(unit -> !unit.code().equals(root))
                    .toList();
            return units.size() < 2
                    ? new Place(rules.unknown(), null)
                    : near(units.get(0), units.get(1), locality, root, rules);
        }

        private static Place near(Unit a, Unit b, Locality locality, String root, MergingRules.Place rules) {
            if (a.equals(b)) {
                return new Place(rules.sameUnit(), "同一" + a.level());
            }
            if (locality.isWithin(a.code(), b.code()) || locality.isWithin(b.code(), a.code())) {
                return new Place(rules.aboveOrBelow(), "上下级单位");
            }
            return a.parent().equals(b.parent()) && !a.parent().equals(root)
                    ? new Place(rules.neighbour(), "相邻" + a.level())
                    : new Place(rules.elsewhere(), null);
        }
    }
}
