package org.minqing.merging;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Subjects;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/**
 * What a resident hears while he writes: that others told of such a matter, and that somebody works on it. No number, no words of
 * theirs and no place so small that a household stands behind it; and nothing of matters that are not for all to see anyway.
 */
@Service
public class ToldBefore {

    private static final String HANDLE = "handle";

    /**
     * One matter.
     *
     * @param title made of place and category, never what a resident wrote
     * @param words how many told of it, and since which day, such as {@code 11月21日以来，已有 3 人反映}
     * @param offer with which he may file his own as part of it; null where he may not
     */
    public record Known(
            String title,
            String categoryName,
            String place,
            String statusName,
            int voices,
            String words,
            String offer) {}

    /** There is no result yet: who tells of it afterwards tells that it is not so. */
    private static final Set<AppealStatus> UNDER_WAY =
            Set.of(AppealStatus.RECEIVED, AppealStatus.HANDLING, AppealStatus.PLANNED);

    private final Similar similar;
    private final Offers offers;
    private final Reporters reporters;
    private final Subjects subjects;
    private final Localities localities;
    private final Categories categories;
    private final MergingRules rules;

    ToldBefore(
            Similar similar,
            Offers offers,
            Reporters reporters,
            Subjects subjects,
            Localities localities,
            Categories categories,
            MergingRules rules) {
        this.similar = similar;
        this.offers = offers;
        this.reporters = reporters;
        this.subjects = subjects;
        this.localities = localities;
        this.categories = categories;
        this.rules = rules;
    }

    /** The likeliest first; only open ones of the category that he chose. */
    public List<Known> of(Matter matter) {
        var locality = localities.get(matter.locality());
        return shown(matter).map(other -> known(other, locality)).toList();
    }

    /** Those of them of which he may make his own a part. */
    Stream<Appeal> offered(Matter matter) {
        return shown(matter).filter(this::joinable);
    }

    private Stream<Appeal> shown(Matter matter) {
        return rules.toldToResidents().contains(matter.category())
                ? similar.likely(matter)
                        .map(Likeness::other)
                        .filter(other -> other.category().equals(matter.category()) && forAll(other))
                        .limit(rules.most())
                : Stream.empty();
    }

    /** Nobody joins what has a result, what he was not told of, or what somebody who works here is complained about in. */
    boolean joinable(Appeal a) {
        return forAll(a)
                && UNDER_WAY.contains(a.status())
                && !a.subCase()
                && rules.joins(a.type())
                && subjects.of(a.number()).isEmpty();
    }

    private static boolean forAll(Appeal a) {
        return !a.status().ended()
                && a.track().filter(track -> track.code().equals(HANDLE)).isPresent()
                && !a.facts().aboutStaff()
                && !a.facts().vulnerable();
    }

    private Known known(Appeal a, Locality locality) {
        var place = place(a, locality);
        var category = categories.nameOf(a.locality(), a.category());
        var voices = reporters.voices(a.number());
        return new Known(
                place + "：" + category,
                category,
                place,
                a.status().label(),
                voices,
                Times.words(a.submittedAt()).replaceFirst(" .*", "") + "以来，已有 " + voices + " 人反映",
                joinable(a) ? offers.of(a) : null);
    }

    private static String place(Appeal a, Locality locality) {
        return locality.unit(a.unit()).isEmpty()
                ? locality.name()
                : locality.lineOf(a.unit()).stream()
                        .filter(unit -> !unit.single())
                        .map(Unit::name)
                        .findFirst()
                        .orElse(locality.name());
    }
}
