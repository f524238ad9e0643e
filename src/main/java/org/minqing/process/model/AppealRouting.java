package org.minqing.process.model;

import static org.minqing.process.AppealVariables.ACTION;
import static org.minqing.process.AppealVariables.ANSWER_POSTS;
import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.CONTINUING_HANDLER;
import static org.minqing.process.AppealVariables.DANGER_POST;
import static org.minqing.process.AppealVariables.ESCALATION_POST;
import static org.minqing.process.AppealVariables.LOCALITY;
import static org.minqing.process.AppealVariables.ROUND;
import static org.minqing.process.AppealVariables.TIER;
import static org.minqing.process.AppealVariables.TRACK;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Decision;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.Subjects;
import org.minqing.appeal.Track;
import org.minqing.duties.Duty;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.process.AppealHandling;
import org.minqing.process.decisions.DecidedPosts;
import org.minqing.process.decisions.DecisionCatalogue;
import org.minqing.process.duties.TaskDuties;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/** Answers the model's questions about who and which way. Public for the engine's expressions. */
@Component
public class AppealRouting {

    private static final String RETURNED = "returned";

    private final Appeals appeals;
    private final Localities localities;
    private final DecisionCatalogue decisions;
    private final Whoever whoever;
    private final ApplicationAuthority authority;
    private final Subjects subjects;
    private final ConfidentialRules confidential;

    AppealRouting(
            Appeals appeals,
            Localities localities,
            DecisionCatalogue decisions,
            Whoever whoever,
            ApplicationAuthority authority,
            Subjects subjects,
            ConfidentialRules confidential) {
        this.appeals = appeals;
        this.localities = localities;
        this.decisions = decisions;
        this.whoever = whoever;
        this.authority = authority;
        this.subjects = subjects;
        this.confidential = confidential;
    }

    /** What the tables that were just asked say about posts, in those of the locality that may see the appeal. */
    DecidedPosts decidedPosts(DelegateExecution execution) {
        var locality = locality(execution);
        var track = TRACK.get(execution);
        return DecidedPosts.of(execution).here(post -> confidential.post(track, locality.postFor(post), locality));
    }

    /** The tenant whose own table answers, or null for the shared one. */
    public String decisionTenant(DelegateExecution execution, String decision) {
        return decisions.tenantOf(decision, LOCALITY.get(execution));
    }

    /** Whether this round goes that way: once a consultation was answered and did not satisfy, a unit handles it. */
    public boolean takenAs(DelegateExecution execution, String track) {
        return ROUND.get(execution) == 0 && track.equals(TRACK.get(execution));
    }

    /** It was responded to before, and nobody is in danger whom others must set out for. */
    public boolean responseNotNeeded(DelegateExecution execution) {
        return ROUND.get(execution) > 0 || appeal(execution).status() != AppealStatus.RECEIVED && !inDanger(execution);
    }

    /** Whether the resident is asked how it went. */
    public boolean ratingAsked(DelegateExecution execution) {
        return decision(appeal(execution)).track().rated();
    }

    /** Groups that may answer a consultation or pass praise on. */
    public List<String> answerers(DelegateExecution execution) {
        return Responsibility.posts(ANSWER_POSTS.get(execution)).stream()
                .flatMap(post -> Track.RESPONSIBLE.equals(post)
                        ? Stream.of(CANDIDATE_GROUP.get(execution))
                        : holdersOf(execution, post).stream())
                .distinct()
                .toList();
    }

    /** Whether somebody has to find out first whom it is about. */
    public boolean subjectUnknown(DelegateExecution execution) {
        return subjects.unknown(appeal(execution));
    }

    /** Groups of those who find that out, and see it before anybody else. */
    public List<String> namers(DelegateExecution execution) {
        return namers(appeal(execution));
    }

    private List<String> namers(Appeal appeal) {
        var locality = localities.get(appeal.locality());
        var posts = confidential.first(locality).stream()
                .map(holding -> holding.post().code())
                .toList();
        return whoever.of(locality, posts, appeal.unit(), appeal.number(), Duty.NAMING);
    }

    /** Groups that may make the first response; the dispatcher when nobody knows where it happened. */
    public List<String> respondents(DelegateExecution execution) {
        return respondents(appeal(execution));
    }

    /** The same outside of a step of the model. What is confidential is offered to nobody who may not see it. */
    List<String> respondents(Appeal appeal) {
        var posts = confidential.offered(appeal, appeal.respondPosts());
        if (posts.isEmpty()) {
            return namers(appeal);
        }
        return unplaced(appeal)
                ? holdersOf(appeal, "dispatcher", Duty.HANDLING)
                : whoever.of(
                        localities.get(appeal.locality()), posts, appeal.respondUnit(), appeal.number(), Duty.HANDLING);
    }

    /** Nobody knows where it happened, nor has anybody been named who responds all the same. */
    public boolean unplaced(DelegateExecution execution) {
        return unplaced(appeal(execution));
    }

    private boolean unplaced(Appeal appeal) {
        var root = localities.get(appeal.locality()).root();
        return !appeal.confidential()
                && appeal.respondUnit().equals(root.code())
                && appeal.respondPosts().stream().noneMatch(root::holds);
    }

    /** Groups of a post, for the place where it happened; without those whom it is about, or who may not do this task. */
    public List<String> holdersOf(DelegateExecution execution, String post) {
        return holdersOf(appeal(execution), post, duty(execution));
    }

    /** The same outside of a step of the model. */
    List<String> holdersOf(Appeal appeal, String post, Duty duty) {
        return whoever.of(localities.get(appeal.locality()), List.of(post), appeal.unit(), appeal.number(), duty);
    }

    /** @throws java.util.NoSuchElementException if this is no user task */
    private static Duty duty(DelegateExecution execution) {
        return TaskDuties.of(execution.getCurrentActivityId()).orElseThrow();
    }

    /** The posts that set out at the same moment as the first responders. */
    public List<String> dangerPosts(DelegateExecution execution) {
        return appeal(execution).dangerPosts();
    }

    public boolean inDanger(DelegateExecution execution) {
        return !dangerPosts(execution).isEmpty();
    }

    /** Groups of the one of them whose task is made. */
    public List<String> dangerHolders(DelegateExecution execution) {
        return holdersOf(execution, DANGER_POST.get(execution));
    }

    /** The first response was given back, and nobody else has set out; or the dispatcher himself names the place. */
    public boolean returnedToDispatcher(DelegateExecution execution) {
        return RETURNED.equals(ACTION.get(execution))
                && (unplaced(execution) || !open(execution, AppealHandling.REMOVE_DANGER));
    }

    /** All who set out because of the danger gave it back, and nobody has responded or is about to. */
    public boolean nobodyResponds(DelegateExecution execution) {
        return appeal(execution).status() == AppealStatus.RECEIVED
                && !open(execution, AppealHandling.RESPOND, AppealHandling.REROUTE);
    }

    /** Groups that supervise, check or decide, as the table that was just asked says. */
    public List<String> escalationHolders(DelegateExecution execution) {
        return holdersOf(execution, ESCALATION_POST.get(execution));
    }

    /** As models that were deployed before call it. */
    public List<String> contactCheckers(DelegateExecution execution) {
        return escalationHolders(execution);
    }

    /** The post that supervises: whom the table names, unless it may not see this appeal, or not yet. */
    public String supervising(DelegateExecution execution, String post) {
        var appeal = appeal(execution);
        var may = post.isEmpty() || !appeal.confidential() || confidential.reads(post) && !subjects.unknown(appeal);
        return may ? post : confidential.overdue();
    }

    public String continuingHandler(DelegateExecution execution) {
        return CONTINUING_HANDLER.get(execution);
    }

    /**
     * Whom a dispatcher or a supervisor named to go on with it is not confirmed once more. Where all who set out because of the
     * danger gave it back after the response, somebody must say who goes now.
     */
    public boolean needsDispatcher(DelegateExecution execution) {
        var appeal = appeal(execution);
        var named = appeal.round() == 0 && decision(appeal).who().post().equals(appeal.respondPost());
        return RETURNED.equals(ACTION.get(execution))
                || !named && locality(execution).dispatcherConfirms(TIER.get(execution));
    }

    public boolean routedTo(DelegateExecution execution, String route) {
        return decision(appeal(execution)).tier().route().equals(route);
    }

    /** Whether somebody has another such task of the appeal. */
    private boolean open(DelegateExecution execution, String... keys) {
        return authority.run(() -> execution
                        .getProcessEngineServices()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .taskDefinitionKeyIn(keys)
                        .count()
                > 0);
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
