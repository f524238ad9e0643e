package org.minqing.roster.web;

import java.util.Map;
import org.minqing.roster.ShiftLines;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** Who is on duty now, on everybody's first page. */
@Component
class RosterHome implements HomePart {

    private final ShiftLines lines;

    RosterHome(ShiftLines lines) {
        this.lines = lines;
    }

    @Override
    public Rank rank() {
        return Rank.ROSTER;
    }

    @Override
    public String template() {
        return "roster/home";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.locality() != null;
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of("onDutyNow", lines.now(person));
    }
}
