package org.minqing.household.web;

import java.util.Map;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdRules;
import org.minqing.household.coverage.Coverage;
import org.minqing.household.coverage.Figures;
import org.minqing.household.coverage.Told;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** Whether anybody is missed, on the first page of those who only have households counted. */
@Component
class CoverageHome implements HomePart {

    private final Coverage coverage;
    private final HouseholdAccess access;
    private final HouseholdRules rules;

    CoverageHome(Coverage coverage, HouseholdAccess access, HouseholdRules rules) {
        this.coverage = coverage;
        this.access = access;
        this.rules = rules;
    }

    @Override
    public Rank rank() {
        return Rank.HOUSEHOLDS;
    }

    @Override
    public String template() {
        return "households/counted";
    }

    /** Whoever sees them has them counted in his own part. */
    @Override
    public boolean concerns(StaffMember person) {
        return person.locality() != null
                && access.seen(person).isEmpty()
                && !access.counted(person).isEmpty();
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var places = coverage.places(person);
        var told = new Told(rules.fewest(), false);
        return Map.of(
                "coverageHouseholds",
                told.sum(places, Figures::households),
                "coverageWaiting",
                told.sum(places, Figures::waiting),
                "coverageUncovered",
                told.sum(places, Figures::uncovered),
                "coverageAll",
                Figures.sum(places),
                "coverageWithin",
                rules.contactWithin());
    }
}
