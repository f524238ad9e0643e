package org.minqing.map.web;

import java.util.Map;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** A supervisor sees at once where it is: the picture leads to the map. */
@Component
class MapHome implements HomePart {

    @Override
    public Rank rank() {
        return Rank.MAP;
    }

    @Override
    public String template() {
        return "map/part";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.is(Role.SUPERVISOR);
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of();
    }
}
