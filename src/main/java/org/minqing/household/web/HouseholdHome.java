package org.minqing.household.web;

import java.util.Map;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdRules;
import org.minqing.household.search.HouseholdSearch;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** How many households somebody looks after, and with how many nobody was for long. */
@Component
class HouseholdHome implements HomePart {

    private final HouseholdAccess access;
    private final HouseholdSearch search;
    private final HouseholdRules rules;

    HouseholdHome(HouseholdAccess access, HouseholdSearch search, HouseholdRules rules) {
        this.access = access;
        this.search = search;
        this.rules = rules;
    }

    @Override
    public Rank rank() {
        return Rank.HOUSEHOLDS;
    }

    @Override
    public String template() {
        return "households/home";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.locality() != null && !access.seen(person).isEmpty();
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var load = search.load(person);
        return Map.of(
                "householdsHis",
                load.all(),
                "householdsWaiting",
                load.waiting(),
                "householdsWithin",
                rules.contactWithin(),
                "householdsUsual",
                rules.load());
    }
}
