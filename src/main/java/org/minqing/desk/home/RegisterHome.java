package org.minqing.desk.home;

import java.util.Map;
import org.minqing.access.Registering;
import org.minqing.desk.register.Slips;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** Whoever sits at the telephone begins with the form, and finds what he took down last. */
@Component
class RegisterHome implements HomePart {

    private final Registering registering;
    private final Slips slips;

    RegisterHome(Registering registering, Slips slips) {
        this.registering = registering;
        this.slips = slips;
    }

    @Override
    public Rank rank() {
        return Rank.REGISTER;
    }

    @Override
    public String template() {
        return "home/register";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return registering.atDesk(person.groups()).isPresent();
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of("registered", slips.latest(person));
    }
}
