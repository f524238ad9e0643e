package org.minqing.process.start;

import java.util.List;
import org.minqing.database.OneNodeAtATime;
import org.minqing.household.SightInStep;
import org.minqing.organisation.Locality;
import org.minqing.process.due.TasksOfBefore;
import org.minqing.process.lists.ReadyFilters;
import org.minqing.process.staff.Accounts;
import org.minqing.process.staff.OrganisationInStep;
import org.minqing.reorganisation.InStep;
import org.springframework.stereotype.Component;

/** Brings everything into step with the trees of the localities: at the start, and when one became another while the node runs. */
@Component
class OrganisationFollows implements InStep {

    private final OrganisationInStep organisation;
    private final SightInStep sight;
    private final Accounts accounts;
    private final ReadyFilters filters;
    private final TasksOfBefore tasks;
    private final OneNodeAtATime oneNodeAtATime;

    OrganisationFollows(
            OrganisationInStep organisation,
            SightInStep sight,
            Accounts accounts,
            ReadyFilters filters,
            TasksOfBefore tasks,
            OneNodeAtATime oneNodeAtATime) {
        this.organisation = organisation;
        this.sight = sight;
        this.accounts = accounts;
        this.filters = filters;
        this.tasks = tasks;
        this.oneNodeAtATime = oneNodeAtATime;
    }

    @Override
    public List<String> missing(Locality candidate) {
        return organisation.missing(candidate);
    }

    @Override
    public void follow() {
        oneNodeAtATime.run(this::bringIntoStep);
    }

    /** The caller sees to it that no other node does. What nobody grants in between is withdrawn in the end. */
    void bringIntoStep() {
        sight.sync();
        organisation.sync();
        accounts.joinNames();
        filters.create();
        tasks.bringIntoStep();
        organisation.withdrawTheRest();
    }
}
