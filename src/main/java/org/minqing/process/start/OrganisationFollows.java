package org.minqing.process.start;

import java.util.List;
import org.minqing.database.OneNodeAtATime;
import org.minqing.household.SightInStep;
import org.minqing.organisation.Locality;
import org.minqing.process.staff.OrganisationInStep;
import org.minqing.reorganisation.InStep;
import org.springframework.stereotype.Component;

/** Brings a running node into step with a tree that became another one, as the start does with that of the files. */
@Component
class OrganisationFollows implements InStep {

    private final OrganisationInStep organisation;
    private final SightInStep sight;
    private final OneNodeAtATime oneNodeAtATime;

    OrganisationFollows(OrganisationInStep organisation, SightInStep sight, OneNodeAtATime oneNodeAtATime) {
        this.organisation = organisation;
        this.sight = sight;
        this.oneNodeAtATime = oneNodeAtATime;
    }

    @Override
    public List<String> missing(Locality candidate) {
        return organisation.missing(candidate);
    }

    @Override
    public void follow() {
        oneNodeAtATime.run(() -> {
            sight.sync();
            organisation.sync();
            organisation.withdrawTheRest();
        });
    }
}
