package org.minqing.process.model;

import static org.minqing.process.AppealVariables.CONTINUING_HANDLER;
import static org.minqing.process.AppealVariables.ESCALATION_POST;
import static org.minqing.process.AppealVariables.LOCALITY;
import static org.minqing.process.AppealVariables.TIER;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Decision;
import org.minqing.appeal.Subjects;
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
    private final Subjects subjects;
    private final ConfidentialRules confidential;

    AppealRouting(
            Appeals appeals,
            Localities localities,
            DecisionCatalogue decisions,
            Subjects subjects,
            ConfidentialRules confidential) {
        this.appeals = appeals;
        this.localities = localities;
        this.decisions = decisions;
        this.subjects = subjects;
        this.confidential = confidential;
    }

    /** The tenant whose own table answers, or null for the shared one. */
    public String decisionTenant(DelegateExecution execution, String decision) {
        return decisions.tenantOf(decision, LOCALITY.get(execution));
    }

    /** Whether somebody has to find out first whom it is about. */
    public boolean subjectUnknown(DelegateExecution execution) {
        return subjects.unknown(appeal(execution));
    }

    /** Groups of those who find that out, and see it before anybody else. */
    public List<String> namers(DelegateExecution execution) {
        return groups(confidential.first(locality(execution)));
    }

    /** Groups that may make the first response; the dispatcher when nobody knows where it happened. */
    public List<String> respondents(DelegateExecution execution) {
        var appeal = appeal(execution);
        var locality = locality(execution);
        var posts = confidential.offered(appeal, decision(appeal).who().respondPosts());
        if (posts.isEmpty()) {
            return namers(execution);
        }
        if (!appeal.confidential()
                && appeal.respondUnit().equals(locality.root().code())) {
            return holdersOf(execution, "dispatcher");
        }
        return groups(posts.stream()
                .flatMap(post -> locality.holdersOf(post, appeal.respondUnit()).stream())
                .toList());
    }

    /** Groups of a post, for the place where it happened. */
    public List<String> holdersOf(DelegateExecution execution, String post) {
        return groups(locality(execution).holdersOf(post, appeal(execution).unit()));
    }

    public List<String> escalationHolders(DelegateExecution execution) {
        return holdersOf(execution, ESCALATION_POST.get(execution));
    }

    /** The post that supervises: whom the table names, unless it may not see this appeal, or not yet. */
    String supervising(DelegateExecution execution, String post) {
        var appeal = appeal(execution);
        var may = post.isEmpty() || !appeal.confidential() || confidential.reads(post) && !subjects.unknown(appeal);
        return may ? post : confidential.overdue();
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

    private static List<String> groups(List<Holding> holdings) {
        return holdings.stream().map(Holding::group).toList();
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
