package org.minqing.desk.appeal;

import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.merging.Joining;
import org.minqing.merging.Reporters;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** The residents who told of one matter, as staff read of them. */
@Component
class ReporterLines {

    private final Reporters reporters;
    private final Joining joining;

    ReporterLines(Reporters reporters, Joining joining) {
        this.reporters = reporters;
        this.joining = joining;
    }

    /** Empty where nobody else told of it. */
    List<AppealSheet.ReporterLine> of(Appeal appeal) {
        var all = reporters.of(reporters.original(appeal));
        return all.size() < 2
                ? List.of()
                : all.stream().map(ReporterLines::line).toList();
    }

    int voices(Appeal appeal) {
        return reporters.voices(reporters.original(appeal).number());
    }

    /** Whether this person may write down what a merged reporter says of the result, and there is one. */
    boolean mayRateFor(StaffMember person, Appeal appeal) {
        return person.is(Role.CALL_BACK)
                && appeal.mergedInto() != null
                && reporters.part(appeal).mayRate();
    }

    /** Whether he may say that its resident joined what is another matter. */
    boolean mayPart(StaffMember person, Appeal appeal) {
        return person.is(Role.DISPATCHER) && joining.mayPart(appeal);
    }

    private static AppealSheet.ReporterLine line(Reporters.Reporter r) {
        var rating = r.rating();
        return new AppealSheet.ReporterLine(
                r.number(),
                r.joinedAt() == null ? null : Times.iso(r.joinedAt()),
                r.himself(),
                r.withdrawn(),
                rating == null ? null : rating.told(),
                rating != null && !rating.satisfied());
    }
}
