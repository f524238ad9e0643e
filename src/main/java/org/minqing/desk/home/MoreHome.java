package org.minqing.desk.home;

import java.util.Map;
import org.minqing.access.ConfidentialRules;
import org.minqing.access.Registering;
import org.minqing.claiming.OrderLists;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** The way to everything else that is open to him. */
@Component
class MoreHome implements HomePart {

    private final Registering registering;
    private final OrderLists orders;
    private final ConfidentialRules rules;

    MoreHome(Registering registering, OrderLists orders, ConfidentialRules rules) {
        this.registering = registering;
        this.orders = orders;
        this.rules = rules;
    }

    @Override
    public Rank rank() {
        return Rank.MORE;
    }

    @Override
    public String template() {
        return "home/more";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return true;
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var claims = person.locality() != null && person.is(Role.HANDLER);
        return Map.of(
                "reports",
                registering.outdoors(person.groups()).isPresent(),
                "claims",
                claims,
                "orders",
                claims ? orders.of(person).size() : 0,
                "passesOn",
                rules.knowsUnnamed(person),
                "audits",
                person.is(Role.AUDITOR),
                "readsSignIns",
                person.administrator() || person.is(Role.AUDITOR),
                "watches",
                person.administrator() || person.is(Role.SUPERVISOR),
                "supervises",
                person.is(Role.SUPERVISOR),
                "measures",
                person.is(Role.AUDITOR) || person.is(Role.SUPERVISOR));
    }
}
