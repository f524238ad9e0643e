package org.minqing.review;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Subjects;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.StandIns;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Component;

/** Who has no part in what is reviewed: neither did he do anything in it, nor does he work in a unit that handled it. */
@Component
class Parties {

    private final ReviewRows rows;
    private final Localities localities;
    private final StandIns standIns;
    private final Duties duties;
    private final Subjects subjects;
    private final ConfidentialRules confidential;

    Parties(
            ReviewRows rows,
            Localities localities,
            StandIns standIns,
            Duties duties,
            Subjects subjects,
            ConfidentialRules confidential) {
        this.rows = rows;
        this.localities = localities;
        this.standIns = standIns;
        this.duties = duties;
        this.subjects = subjects;
        this.confidential = confidential;
    }

    /** Posts that may make the review and have somebody who may; those of the first kind that does. Empty if nobody is left. */
    List<Holding> reviewers(Appeal appeal, List<String> posts) {
        var locality = localities.get(appeal.locality());
        var units = rows.handlingUnits(appeal.number());
        var excluded = Stream.of(
                        subjects.of(appeal.number()),
                        duties.excluded(appeal.number(), Duty.HIGHER_REVIEW),
                        people(appeal))
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
        return confidential.offered(appeal, posts).stream()
                .map(post -> locality
                        .holdersOf(locality.postFor(post), locality.root().code())
                        .stream()
                        .filter(h -> !units.contains(h.unit().code()))
                        .filter(h -> standIns.left(h, excluded))
                        .toList())
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** @throws Refusal if this person works in a unit that handled it, or reviewed it before */
    void require(Appeal appeal, String person) {
        if (people(appeal).contains(person)) {
            throw Refusal.conflict(
                    "办理过这件诉求的单位的人、已经复查过它的人，不能复查、复核它。",
                    "Whoever works in a unit that handled it, or reviewed it before, does not review it.");
        }
    }

    /** User ids. */
    private Set<String> people(Appeal appeal) {
        var units = rows.handlingUnits(appeal.number());
        var workThere = localities.get(appeal.locality()).holdings().stream()
                .filter(h -> units.contains(h.unit().code()))
                .flatMap(h -> standIns.holders(h).stream());
        var reviewed = rows.of(appeal.number()).stream()
                .filter(r -> r.answer() != null)
                .map(r -> r.answer().person());
        return Stream.concat(workThere, reviewed).collect(Collectors.toUnmodifiableSet());
    }
}
