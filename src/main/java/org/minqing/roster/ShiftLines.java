package org.minqing.roster;

import java.util.List;
import java.util.stream.Collectors;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Writes shifts out for a reader. */
@Component
public class ShiftLines {

    private final Roster roster;
    private final Localities localities;
    private final Colleagues colleagues;

    ShiftLines(Roster roster, Localities localities, Colleagues colleagues) {
        this.roster = roster;
        this.localities = localities;
        this.colleagues = colleagues;
    }

    /** Those of this moment. */
    public List<ShiftLine> now(StaffMember reader) {
        return lines(reader, roster.now(reader.locality()));
    }

    /** Those and the next. */
    public List<ShiftLine> coming(StaffMember reader) {
        return lines(reader, roster.coming(reader.locality()));
    }

    private List<ShiftLine> lines(StaffMember reader, List<Shift> shifts) {
        if (shifts.isEmpty()) {
            return List.of();
        }
        var locality = localities.get(reader.locality());
        var now = roster.now(locality.code());
        var names = colleagues
                .called(
                        locality.code(),
                        shifts.stream().map(Shift::person).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Colleagues.Colleague::userId, Colleagues.Colleague::label));
        return shifts.stream()
                .map(shift -> new ShiftLine(
                        shift.id().toString(),
                        UnitTree.name(locality, shift.unit()),
                        names.get(shift.person()),
                        Times.words(shift.starts()),
                        Times.end(shift.ends()),
                        now.contains(shift),
                        shift.person().equals(reader.userId())))
                .toList();
    }
}
