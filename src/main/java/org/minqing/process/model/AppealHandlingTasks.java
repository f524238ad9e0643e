package org.minqing.process.model;

import static org.minqing.process.AppealVariables.ACTION;
import static org.minqing.process.AppealVariables.ASSIST_POSTS;
import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.DANGER_POSTS;
import static org.minqing.process.AppealVariables.LEAD_POST;
import static org.minqing.process.AppealVariables.ORIGINAL;
import static org.minqing.process.AppealVariables.POST;
import static org.minqing.process.AppealVariables.RESPOND_POSTS;
import static org.minqing.process.AppealVariables.ROUND;
import static org.minqing.process.AppealVariables.ROUTE;
import static org.minqing.process.AppealVariables.TIER;
import static org.minqing.process.AppealVariables.TIER_NAME;
import static org.minqing.process.AppealVariables.UNIT;
import static org.minqing.process.AppealVariables.URGENCY;
import static org.minqing.process.AppealVariables.URGENCY_NAME;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.TierChoice;
import org.minqing.claiming.OrderFollowing;
import org.minqing.dispatch.Dispatching;
import org.minqing.feedback.Feedback;
import org.minqing.handling.Ending;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.process.Variable;
import org.minqing.process.decisions.DecisionAnswer;
import org.minqing.review.Reviews;
import org.minqing.triage.Triage;
import org.minqing.triage.Urgency;
import org.springframework.stereotype.Component;

/**
 * What {@code appeal-handling.bpmn} asks of the application: a method per task, named as the model names it. Translates,
 * decides nothing. Public, as its methods are: the engine's expressions call nothing else.
 */
@Component
public class AppealHandlingTasks {

    private final Appeals appeals;
    private final Dispatching dispatching;
    private final Holdings holdings;
    private final Triage triage;
    private final Feedback feedback;
    private final Ending ending;
    private final DueLimits limits;
    private final Acceptance acceptance;
    private final AppealRouting routing;
    private final Reviews reviews;
    private final OrderFollowing orders;

    AppealHandlingTasks(
            Appeals appeals,
            Dispatching dispatching,
            Holdings holdings,
            Triage triage,
            Feedback feedback,
            Ending ending,
            DueLimits limits,
            Acceptance acceptance,
            AppealRouting routing,
            Reviews reviews,
            OrderFollowing orders) {
        this.appeals = appeals;
        this.dispatching = dispatching;
        this.holdings = holdings;
        this.triage = triage;
        this.feedback = feedback;
        this.ending = ending;
        this.limits = limits;
        this.acceptance = acceptance;
        this.routing = routing;
        this.reviews = reviews;
        this.orders = orders;
    }

    /** A process without a registered appeal, or a second one for the same appeal, does not start: another only where it ended and
     * the level above has opened it again. */
    public void requireRegistration(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var fresh = number != null
                && appeals.find(number)
                        .filter(a -> a.undecided() || reviews.setAside(a))
                        .isPresent();
        if (!fresh) {
            throw new BadUserRequestException("诉求须先受理登记，不能直接启动流程。Appeals start by being registered.");
        }
    }

    public void recordTrack(DelegateExecution execution) {
        TrackFacts.record(execution, DecisionAnswer.of(execution));
    }

    public void recordUrgency(DelegateExecution execution) {
        var decision = DecisionAnswer.of(execution);
        URGENCY.set(execution, decision.text("urgency"));
        URGENCY_NAME.set(execution, decision.text("urgencyName"));
    }

    public void recordTier(DelegateExecution execution) {
        var decision = DecisionAnswer.of(execution);
        TIER.set(execution, decision.text("tier"));
        TIER_NAME.set(execution, decision.text("tierName"));
        ROUTE.set(execution, decision.text("route"));
        LEAD_POST.set(execution, decision.text("leadPost"));
        RESPOND_POSTS.set(execution, decision.text("respondPosts"));
    }

    public void recordResponsibleUnit(DelegateExecution execution) {
        var appeal = appeal(execution);
        var posts = routing.decidedPosts(execution);
        var holder = dispatching.holder(appeal, posts.lead());
        UNIT.set(execution, holder.unit().code());
        CANDIDATE_GROUP.set(execution, holder.group());
        // As decided, even while the dispatcher stands in: they get the appeal once the place is known.
        posts.keep(execution);
    }

    /** The last of them: now the round is decided, and its clocks start. */
    public void recordTimeLimits(DelegateExecution execution) {
        var decision = DecisionAnswer.of(execution);
        var appeal = appeal(execution);
        var urgencyName = URGENCY_NAME.get(execution);
        triage.decided(
                appeal.number(),
                TrackFacts.of(execution, appeal),
                new Urgency(URGENCY.get(execution), urgencyName == null ? appeal.urgencyName() : urgencyName),
                new TierChoice(TIER.get(execution), TIER_NAME.get(execution), ROUTE.get(execution)),
                new Responsibility(
                        UNIT.get(execution),
                        POST.get(execution),
                        Responsibility.posts(ASSIST_POSTS.get(execution)),
                        Responsibility.posts(RESPOND_POSTS.get(execution)),
                        Responsibility.posts(DANGER_POSTS.get(execution))),
                holdings.find(CANDIDATE_GROUP.get(execution))
                        .map(Holding::label)
                        .orElseThrow(),
                TrackFacts.limits(execution, appeal, decision));
        orders.judged(appeal.number());
    }

    public void recordLimit(DelegateExecution execution) {
        limits.record(execution);
    }

    public void recordEscalationPath(DelegateExecution execution) {
        var decision = DecisionAnswer.of(execution);
        ACTION.set(execution, decision.text("action"));
        limits.escalated(execution, decision);
    }

    public void recordLimitChangeRule(DelegateExecution execution) {
        limits.changeRule(execution, DecisionAnswer.of(execution));
    }

    public void changeLimit(DelegateExecution execution) {
        limits.change(execution);
    }

    public void resumeClock(DelegateExecution execution) {
        limits.resume(execution);
    }

    /** Several limits of an appeal may be over, and each makes a task: its name tells which. */
    public void nameOverdue(DelegateTask task) {
        limits.nameOverdue(task);
    }

    /** Whoever takes the first task of a round has taken the appeal on (签收). */
    public void accept(DelegateTask task) {
        acceptance.taken(task);
    }

    public void startRedo(DelegateExecution execution) {
        var appeal = appeal(execution);
        feedback.redo(appeal.number());
        ROUND.set(execution, appeal.round() + 1);
        appeal.facts().asMap().forEach((name, value) -> fact(name).set(execution, value));
    }

    public void closeAppeal(DelegateExecution execution) {
        end(execution, AppealStatus.CLOSED, Actor.SYSTEM, "诉求办结", null);
    }

    public void closeUnanswered(DelegateExecution execution) {
        limits.answerLimitPassed(execution);
        end(execution, AppealStatus.CLOSED_UNANSWERED, Actor.SYSTEM, "评价期满未评价，诉求办结", null);
    }

    public void recordWithdrawal(DelegateExecution execution) {
        ending.withdrawn(execution.getProcessBusinessKey());
    }

    public void recordMerge(DelegateExecution execution) {
        // The resident reads it: which other appeal it is tells him nothing, and is that one's own.
        end(execution, AppealStatus.MERGED, Actor.SYSTEM, "与其他居民反映的是同一事项，合并办理", ORIGINAL.get(execution));
    }

    static Variable<Object> fact(String name) {
        return Variable.passing(name, Object.class);
    }

    private void end(DelegateExecution execution, AppealStatus how, Actor by, String text, String original) {
        ending.end(execution.getProcessBusinessKey(), how, by, text, original);
    }

    private Appeal appeal(DelegateExecution execution) {
        return appeals.get(execution.getProcessBusinessKey());
    }

    // Models that were deployed before the duties had a table call these; what they asked DutyListener asks of every
    // task.
    public void requireAnotherPerson(DelegateTask task) {}

    public void requireIndependentCaller(DelegateTask task) {}

    public void requireUninvolved(DelegateTask task) {}
}
