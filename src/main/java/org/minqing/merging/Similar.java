package org.minqing.merging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.time.Times;
import org.minqing.wording.AppealWords;
import org.minqing.wording.Commonness;
import org.minqing.wording.GramWeights;
import org.minqing.wording.Grams;
import org.springframework.stereotype.Service;

/**
 * Appeals that are likely the same matter as one: told in like words, near it, of its category, of about its time. What is hidden
 * from the reader the database leaves out, and confidential ones are never shown.
 */
@Service
public class Similar {

    /**
     * One of them.
     *
     * @param open   whether it may still be merged; an ended one is there to be read
     * @param reason in words, such as {@code 说法相近（路灯、不亮）、同一网格、同类别、相差3小时}
     */
    public record Likely(
            String number,
            String title,
            String place,
            String categoryName,
            String statusName,
            String submittedAt,
            int voices,
            boolean open,
            String reason) {}

    private final Candidates candidates;
    private final Appeals appeals;
    private final AppealWords words;
    private final Commonness commonness;
    private final Reporters reporters;
    private final Localities localities;
    private final Categories categories;
    private final MergingRules rules;

    Similar(
            Candidates candidates,
            Appeals appeals,
            AppealWords words,
            Commonness commonness,
            Reporters reporters,
            Localities localities,
            Categories categories,
            MergingRules rules) {
        this.candidates = candidates;
        this.appeals = appeals;
        this.words = words;
        this.commonness = commonness;
        this.reporters = reporters;
        this.localities = localities;
        this.categories = categories;
        this.rules = rules;
    }

    /** Open ones first, then the likeliest; none for an appeal that has ended, is confidential itself or a sub-case. */
    public List<Likely> to(Appeal appeal) {
        return appeal.status().ended() || appeal.confidential() || appeal.subCase()
                ? List.of()
                : to(matter(appeal), other -> true);
    }

    /** The same of what somebody still writes down, as far as he may see them. */
    public List<Likely> to(Matter matter, Predicate<Appeal> seen) {
        var locality = localities.get(matter.locality());
        return likely(matter)
                .filter(likeness -> seen.test(likeness.other()))
                .limit(rules.most())
                .map(likeness -> line(likeness, locality))
                .toList();
    }

    /** Why a dispatcher may think so; empty if nothing but himself says it. */
    public Optional<String> reason(Appeal one, Appeal other) {
        var grams = words.of(List.of(other.number())).getOrDefault(other.number(), Set.of());
        var likeness = likeness(matter(one), other, grams, commonness.in(one.locality()));
        return Optional.of(likeness.reason()).filter(reason -> likeness.score() >= rules.least());
    }

    /** In their order, whoever may see them. */
    Stream<Likeness> likely(Matter matter) {
        var weights = commonness.in(matter.locality());
        var numbers = candidates.of(matter, localities.get(matter.locality()), weights);
        var grams = words.of(numbers);
        return appeals.all(numbers).values().stream()
                .map(other -> likeness(matter, other, grams.getOrDefault(other.number(), Set.of()), weights))
                .filter(likeness -> likeness.score() >= rules.least())
                .sorted();
    }

    private Likeness likeness(Matter matter, Appeal other, Set<String> grams, GramWeights weights) {
        return Likeness.of(matter, other, grams, localities.get(matter.locality()), weights, rules);
    }

    /** What was handed in, to be compared with others. */
    Matter matter(Appeal a) {
        var told = words.told(a.number());
        return new Matter(
                a.number(), a.locality(), a.unit(), a.address(), a.category(), a.submittedAt(), told, Grams.of(told));
    }

    private Likely line(Likeness likeness, Locality locality) {
        var a = likeness.other();
        return new Likely(
                a.number(),
                a.title(),
                UnitTree.place(locality, a.unit(), a.address()),
                categories.nameOf(a.locality(), a.category()),
                a.status().label(),
                Times.iso(a.submittedAt()),
                reporters.voices(a.number()),
                !a.status().ended(),
                likeness.reason());
    }
}
