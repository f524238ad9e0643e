package org.minqing.reorganisation.web;

import java.util.HashMap;
import java.util.Map;
import org.minqing.reorganisation.Reorganisations;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** Whether a draft waits, and what comes into force next, for those who keep the tree. */
@Component
class OrganisationHome implements HomePart {

    private final Reorganisations reorganisations;

    OrganisationHome(Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
    }

    @Override
    public Rank rank() {
        return Rank.MORE;
    }

    @Override
    public String template() {
        return "organisation/home";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.locality() != null && reorganisations.keeps(person);
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var model = new HashMap<String, Object>();
        model.put("organisationDrafted", reorganisations.draft(person).isPresent());
        model.put(
                "organisationNext",
                reorganisations.history(person).stream()
                        .filter(version ->
                                !version.withdrawn() && version.effectiveOn().isAfter(reorganisations.today()))
                        .reduce((one, earlier) -> earlier)
                        .orElse(null));
        return model;
    }
}
