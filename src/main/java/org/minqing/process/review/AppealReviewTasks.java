package org.minqing.process.review;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Appeals;
import org.minqing.duties.Duty;
import org.minqing.organisation.Localities;
import org.minqing.process.model.AppealHandlingTasks;
import org.minqing.process.model.Whoever;
import org.minqing.review.ReviewRules;
import org.minqing.review.Reviewing;
import org.minqing.review.Reviews;
import org.springframework.stereotype.Component;

/** What {@code appeal-review.bpmn} asks of the application. Public for the engine's expressions. */
@Component
public class AppealReviewTasks {

    private final Reviews reviews;
    private final Reviewing reviewing;
    private final ReviewRules rules;
    private final Appeals appeals;
    private final Localities localities;
    private final ConfidentialRules confidential;
    private final Whoever whoever;
    private final AppealHandlingTasks handling;

    AppealReviewTasks(
            Reviews reviews,
            Reviewing reviewing,
            ReviewRules rules,
            Appeals appeals,
            Localities localities,
            ConfidentialRules confidential,
            Whoever whoever,
            AppealHandlingTasks handling) {
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.rules = rules;
        this.appeals = appeals;
        this.localities = localities;
        this.confidential = confidential;
        this.whoever = whoever;
        this.handling = handling;
    }

    /** No review for which nobody asked. */
    public void requireRequest(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        if (number == null || reviews.running(number).isEmpty()) {
            throw new BadUserRequestException("复查、复核须由居民申请，不能直接启动流程。Reviews start by being asked for.");
        }
    }

    /** Nobody here may make it: it is passed on. */
    public boolean outside(DelegateExecution execution) {
        return reviews.running(execution.getProcessBusinessKey()).orElseThrow().outside();
    }

    /** Groups that may make it. */
    public List<String> reviewers(DelegateExecution execution) {
        return reviewing.reviewers(execution.getProcessBusinessKey());
    }

    /** Groups that pass it on and write down what comes back. */
    public List<String> passers(DelegateExecution execution) {
        var appeal = appeals.get(execution.getProcessBusinessKey());
        // What is confidential is not offered to a post that may not see it.
        var passesOn = rules.passesOn();
        var post = appeal.confidential() && !confidential.reads(passesOn) ? confidential.overdue() : passesOn;
        return whoever.without(
                List.of(),
                localities.get(appeal.locality()),
                List.of(post),
                appeal.unit(),
                appeal.number(),
                Duty.PASSING_REVIEW);
    }

    public Date dueAt(DelegateExecution execution) {
        return reviewing
                .dueAt(execution.getProcessBusinessKey())
                .map(Date::from)
                .orElse(null);
    }

    /** As while it was handled. */
    public void recordLimit(DelegateExecution execution) {
        handling.recordLimit(execution);
    }

    /** Nobody reviews what his own unit handled, or what he has reviewed before. */
    public void requireNoParty(DelegateTask task) {
        if (task.getAssignee() != null) {
            reviewing.requireNoParty(task.getExecution().getProcessBusinessKey(), task.getAssignee());
        }
    }
}
