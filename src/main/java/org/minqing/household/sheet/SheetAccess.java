package org.minqing.household.sheet;

import java.util.Collection;
import org.minqing.appeal.Actor;
import org.minqing.household.HouseholdAccess;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Who may bring in and take out the households of a whole locality, at this moment. For everybody else there is no such page. */
@Component
public class SheetAccess {

    private final SheetRules rules;
    private final HouseholdAccess households;
    private final Holdings holdings;

    SheetAccess(SheetRules rules, HouseholdAccess households, Holdings holdings) {
        this.rules = rules;
        this.households = households;
        this.holdings = holdings;
    }

    public boolean mayBring(StaffMember person) {
        return households.servesAll(person, rules.bring());
    }

    public boolean mayAsk(StaffMember person) {
        return households.servesAll(person, rules.askExport());
    }

    public boolean mayAllow(StaffMember person) {
        return households.servesAll(person, rules.allowExport());
    }

    /** @throws Refusal as if there were no such page */
    public void requireBringing(StaffMember person) {
        require(mayBring(person));
    }

    /** @throws Refusal as if there were no such page, for whoever neither asks nor allows */
    public void requireExports(StaffMember person) {
        require(mayAsk(person) || mayAllow(person));
    }

    /** @throws Refusal as if there were no such page */
    public void requireAsking(StaffMember person) {
        require(mayAsk(person));
    }

    /** @throws Refusal as if there were no such page */
    public void requireAllowing(StaffMember person) {
        require(mayAllow(person));
    }

    private static void require(boolean may) {
        if (!may) {
            throw Refusal.notFound();
        }
    }

    /** As what he brings in. */
    Actor as(StaffMember person) {
        return new Actor(person.userId(), label(person, rules.bring()));
    }

    private String label(StaffMember person, Collection<String> posts) {
        return holdings.of(person.groups()).stream()
                .filter(holding -> posts.contains(holding.post().code()))
                .map(Holding::label)
                .findFirst()
                .orElse("工作人员");
    }
}
