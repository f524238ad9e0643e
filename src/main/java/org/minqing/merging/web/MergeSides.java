package org.minqing.merging.web;

import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.merging.Reporters;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** What a dispatcher compares of an appeal. */
@Component
class MergeSides {

    private final Appeals appeals;
    private final Reporters reporters;
    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final Clocks clocks;

    MergeSides(
            Appeals appeals,
            Reporters reporters,
            Localities localities,
            AppealTypes types,
            Categories categories,
            Clocks clocks) {
        this.appeals = appeals;
        this.reporters = reporters;
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.clocks = clocks;
    }

    MergeSide of(Appeal a) {
        var locality = localities.get(a.locality());
        return new MergeSide(
                a.number(),
                a.title(),
                appeals.originalWords(a.number()),
                UnitTree.place(locality, a.unit(), a.address()),
                types.typeName(a.locality(), a.type()),
                categories.nameOf(a.locality(), a.category()),
                a.urgencyName(),
                a.status().label(),
                UnitTree.name(locality, a.handlingUnit(), ""),
                Times.words(a.submittedAt()),
                Clock.last(clocks.of(a.number()), ClockKind.RESOLVE)
                        .map(c -> Times.end(c.dueAt()))
                        .orElse(""),
                reporters.voices(a.number()));
    }
}
