package org.minqing.process.model;

import static org.minqing.process.AppealVariables.ACTION;
import static org.minqing.process.AppealVariables.ASSIST_POSTS;
import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.CHANGE;
import static org.minqing.process.AppealVariables.DANGER_POSTS;
import static org.minqing.process.AppealVariables.ESCALATION_POST;
import static org.minqing.process.AppealVariables.LEAD_POST;
import static org.minqing.process.AppealVariables.POST;
import static org.minqing.process.AppealVariables.RESPOND_POSTS;
import static org.minqing.process.AppealVariables.ROUTE;
import static org.minqing.process.AppealVariables.TIER;
import static org.minqing.process.AppealVariables.TIER_NAME;
import static org.minqing.process.AppealVariables.UNIT;
import static org.minqing.process.AppealVariables.URGENCY;
import static org.minqing.process.AppealVariables.URGENCY_NAME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Decision;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.TierChoice;
import org.minqing.dispatch.Dispatching;
import org.minqing.process.decisions.DecisionAnswer;
import org.minqing.triage.Rejudging;
import org.springframework.stereotype.Component;

/**
 * What {@code judgement-correction.bpmn} asks of the application, besides what it asks in common with the handling. Public for
 * the engine's expressions.
 */
@Component
public class JudgementCorrectionTasks {

    private final Rejudging rejudging;
    private final CorrectedTasks tasks;
    private final Appeals appeals;
    private final Dispatching dispatching;
    private final AppealRouting routing;

    JudgementCorrectionTasks(
            Rejudging rejudging,
            CorrectedTasks tasks,
            Appeals appeals,
            Dispatching dispatching,
            AppealRouting routing) {
        this.rejudging = rejudging;
        this.tasks = tasks;
        this.appeals = appeals;
        this.dispatching = dispatching;
        this.routing = routing;
    }

    /** No correction but one that somebody asked for, just now. */
    public void requireQuestion(DelegateExecution execution) {
        rejudging.question(execution.getProcessBusinessKey());
    }

    /** For the place that is asked about, which is not the appeal's yet. */
    public void recordResponsibleUnit(DelegateExecution execution) {
        var appeal = appeals.get(execution.getProcessBusinessKey());
        var asked = rejudging.question(appeal.number());
        if (LEAD_POST.get(execution) == null) {
            // A later round keeps its rung, and whoever leads on it.
            LEAD_POST.set(execution, asked.decision().who().post());
            RESPOND_POSTS.set(execution, String.join(",", asked.decision().who().respondPosts()));
        }
        var posts = routing.decidedPosts(execution);
        var holder = dispatching.holder(appeal, posts.lead(), asked.unit());
        UNIT.set(execution, holder.unit().code());
        CANDIDATE_GROUP.set(execution, holder.group());
        posts.keep(execution);
    }

    /** The last of the tables: now it is judged, and nothing of it holds yet. */
    public void recordJudgement(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var appeal = appeals.get(number);
        var limits = TrackFacts.limits(execution, appeal, DecisionAnswer.of(execution));
        rejudging.judged(
                number,
                new Decision(
                        TrackFacts.of(execution, appeal),
                        URGENCY.get(execution),
                        URGENCY_NAME.get(execution),
                        new TierChoice(TIER.get(execution), TIER_NAME.get(execution), ROUTE.get(execution)),
                        new Responsibility(
                                UNIT.get(execution),
                                POST.get(execution),
                                Responsibility.posts(ASSIST_POSTS.get(execution)),
                                Responsibility.posts(RESPOND_POSTS.get(execution)),
                                Responsibility.posts(DANGER_POSTS.get(execution))),
                        limits.answerWithin()),
                limits);
        CHANGE.set(execution, rejudging.changesUrgency(number) ? "urgency" : "limits");
    }

    /** Whether some limit would become a later one than was promised. */
    public boolean longer(DelegateExecution execution) {
        return rejudging.longer(execution.getProcessBusinessKey());
    }

    public void recordJudgementChange(DelegateExecution execution) {
        var decision = DecisionAnswer.of(execution);
        ESCALATION_POST.set(execution, decision.text("post"));
        ACTION.set(execution, decision.text("meanwhile"));
    }

    public void applyCorrection(DelegateExecution execution) {
        tasks.follow(rejudging.apply(execution.getProcessBusinessKey()));
    }

    public void grantCorrection(DelegateExecution execution) {
        rejudging.grant(execution.getProcessBusinessKey()).ifPresent(tasks::follow);
    }

    public void askForLongerLimits(DelegateTask task) {
        rejudging.waits(task.getExecution().getProcessBusinessKey(), ESCALATION_POST.get(task));
    }

    // Models that were deployed before the duties had a table call these; what they asked DutyListener asks of every
    // task.
    public void requireAnotherPerson(DelegateTask task) {}
}
