package org.minqing.supervision.web;

import java.util.Map;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.minqing.supervision.DayFigures;
import org.springframework.stereotype.Component;

/** The day in pictures, each with its table. Those of units are drawn from the figures that {@link SupervisionHome} brings. */
@Component
class PicturesHome implements HomePart {

    private final DayFigures figures;

    PicturesHome(DayFigures figures) {
        this.figures = figures;
    }

    @Override
    public Rank rank() {
        return Rank.PICTURES;
    }

    @Override
    public String template() {
        return "supervision/pictures";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.is(Role.SUPERVISOR);
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of("hours", figures.hours(person.locality()), "days", figures.days(person.locality()));
    }
}
