package org.minqing.roster;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
    private final InstantSource clock;

    ShiftLines(Roster roster, Localities localities, Colleagues colleagues, InstantSource clock) {
        this.roster = roster;
        this.localities = localities;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Those of this moment, by name alone: it stands on pages that are opened all day. */
    public List<ShiftLine> now(StaffMember reader) {
        var shifts = roster.now(reader.locality());
        return lines(reader, shifts, colleagues.names(people(shifts)));
    }

    /** Those and the next, with their posts. */
    public List<ShiftLine> coming(StaffMember reader) {
        var shifts = roster.coming(reader.locality());
        if (shifts.isEmpty()) {
            return List.of();
        }
        return lines(
                reader,
                shifts,
                colleagues.called(reader.locality(), people(shifts)).stream()
                        .collect(Collectors.toMap(Colleagues.Colleague::userId, Colleagues.Colleague::label)));
    }

    private static List<String> people(List<Shift> shifts) {
        return shifts.stream().map(Shift::person).distinct().toList();
    }

    private List<ShiftLine> lines(StaffMember reader, List<Shift> shifts, Map<String, String> names) {
        var locality = localities.get(reader.locality());
        var now = clock.instant();
        return shifts.stream()
                .map(shift -> new ShiftLine(
                        shift.id().toString(),
                        UnitTree.name(locality, shift.unit()),
                        names.getOrDefault(shift.person(), shift.person()),
                        Times.words(shift.starts()),
                        Times.end(shift.ends()),
                        shift.at(now),
                        shift.person().equals(reader.userId())))
                .toList();
    }
}
