package org.minqing.process.model;

import static org.minqing.process.AppealVariables.CONTINUING_HANDLER;
import static org.minqing.process.AppealVariables.ESCALATION_POST;
import static org.minqing.process.AppealVariables.LOCALITY;
import static org.minqing.process.AppealVariables.TIER;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Decision;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.process.decisions.DecisionCatalogue;
import org.springframework.stereotype.Component;

/** Answers the model's questions about who and which way. Public for the engine's expressions. */
@Component
public class AppealRouting {

    private final Appeals appeals;
    private final Localities localities;
    private final DecisionCatalogue decisions;

    AppealRouting(Appeals appeals, Localities localities, DecisionCatalogue decisions) {
        this.appeals = appeals;
        this.localities = localities;
        this.decisions = decisions;
    }

    /** The tenant whose own table answers, or null for the shared one. */
    public String decisionTenant(DelegateExecution execution, String decision) {
        return decisions.tenantOf(decision, LOCALITY.get(execution));
    }

    /** Groups that may make the first response; the dispatcher when nobody knows where it happened. */
    public List<String> respondents(DelegateExecution execution) {
        return respondents(appeal(execution));
    }

    /** The same outside of a step of the model. */
    List<String> respondents(Appeal appeal) {
        var locality = localities.get(appeal.locality());
        if (appeal.respondUnit().equals(locality.root().code())) {
            return holdersOf(appeal, "dispatcher");
        }
        return decision(appeal).who().respondPosts().stream()
                .flatMap(post -> locality.holdersOf(post, appeal.respondUnit()).stream())
                .map(Holding::group)
                .toList();
    }

    /** Groups of a post, for the place where it happened. */
    public List<String> holdersOf(DelegateExecution execution, String post) {
        return holdersOf(appeal(execution), post);
    }

    List<String> holdersOf(Appeal appeal, String post) {
        return localities.get(appeal.locality()).holdersOf(post, appeal.unit()).stream()
                .map(Holding::group)
                .toList();
    }

    public List<String> escalationHolders(DelegateExecution execution) {
        return holdersOf(execution, ESCALATION_POST.get(execution));
    }

    public String continuingHandler(DelegateExecution execution) {
        return CONTINUING_HANDLER.get(execution);
    }

    public boolean needsDispatcher(DelegateExecution execution) {
        return locality(execution).dispatcherConfirms(TIER.get(execution));
    }

    public boolean routedTo(DelegateExecution execution, String route) {
        return decision(appeal(execution)).tier().route().equals(route);
    }

    private static Decision decision(Appeal appeal) {
        return appeal.decision().orElseThrow();
    }

    private Appeal appeal(DelegateExecution execution) {
        return appeals.get(execution.getProcessBusinessKey());
    }

    private Locality locality(DelegateExecution execution) {
        return localities.get(LOCALITY.get(execution));
    }
}
