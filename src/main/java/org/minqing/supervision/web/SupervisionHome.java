package org.minqing.supervision.web;

import java.util.Map;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.minqing.sla.due.DueState;
import org.minqing.supervision.Backlog;
import org.minqing.supervision.DueToday;
import org.springframework.stereotype.Component;

/** A supervisor begins with the day: how much, where it is late, what comes due before midnight. */
@Component
class SupervisionHome implements HomePart {

    private final Backlog backlog;
    private final DueToday due;

    SupervisionHome(Backlog backlog, DueToday due) {
        this.backlog = backlog;
        this.due = due;
    }

    @Override
    public Rank rank() {
        return Rank.SUPERVISE;
    }

    @Override
    public String template() {
        return "supervision/day";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.is(Role.SUPERVISOR);
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of(
                "summary",
                backlog.of(person).summary(),
                "late",
                DueState.LATE,
                "soon",
                DueState.SOON,
                "timeline",
                due.of(person));
    }
}
