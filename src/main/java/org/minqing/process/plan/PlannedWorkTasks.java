package org.minqing.process.plan;

import static org.minqing.process.AppealVariables.ESCALATION_POST;
import static org.minqing.process.AppealVariables.OUTCOME;
import static org.minqing.process.AppealVariables.PLAN_DUE;
import static org.minqing.process.AppealVariables.SATISFIED;

import java.time.InstantSource;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.outcome.AfterNo;
import org.minqing.outcome.OutcomeRule;
import org.minqing.outcome.Outcomes;
import org.minqing.plan.Plan;
import org.minqing.plan.Plans;
import org.minqing.process.decisions.DecisionAnswer;
import org.minqing.process.decisions.OutcomeCells;
import org.minqing.process.decisions.PlanCells;
import org.minqing.process.model.AppealRouting;
import org.minqing.sla.TimerLog;
import org.minqing.sla.TimerLog.Timer;
import org.minqing.supervision.Supervision;
import org.springframework.stereotype.Component;

/**
 * What {@code planned-work.bpmn} asks of the application, and what {@code appeal-handling.bpmn} asks about outcomes. Public for
 * the engine's expressions.
 */
@Component
public class PlannedWorkTasks {

    private final Appeals appeals;
    private final Outcomes outcomes;
    private final Plans plans;
    private final Supervision supervision;
    private final AppealRouting routing;
    private final TimerLog timers;
    private final InstantSource clock;

    PlannedWorkTasks(
            Appeals appeals,
            Outcomes outcomes,
            Plans plans,
            Supervision supervision,
            AppealRouting routing,
            TimerLog timers,
            InstantSource clock) {
        this.appeals = appeals;
        this.outcomes = outcomes;
        this.plans = plans;
        this.supervision = supervision;
        this.routing = routing;
        this.timers = timers;
        this.clock = clock;
    }

    /** The table is asked about the result that was just reported. */
    public void describeOutcome(DelegateExecution execution) {
        OUTCOME.set(execution, appeal(execution).outcome());
    }

    public void recordOutcome(DelegateExecution execution) {
        outcomes.reported(execution.getProcessBusinessKey(), rule(execution));
    }

    /** The result that ends a plan is not reported yet. */
    public void checkOutcome(DelegateExecution execution) {
        outcomes.check(execution.getProcessBusinessKey(), OUTCOME.get(execution), rule(execution));
    }

    private static OutcomeRule rule(DelegateExecution execution) {
        return new OutcomeCells(DecisionAnswer.of(execution)::text).rule();
    }

    public boolean planned(DelegateExecution execution) {
        return appeal(execution).status() == AppealStatus.PLANNED;
    }

    public void recordPlanFollowUp(DelegateExecution execution) {
        var cells = new PlanCells(DecisionAnswer.of(execution)::text);
        plans.follow(execution.getProcessBusinessKey(), cells.every(), cells.post(), cells.longest());
    }

    /** The number of the appeal goes with the works as their business key. */
    public String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    /** The resident does not accept an answer that a supervisor looks at then. */
    public boolean reviewed(DelegateExecution execution) {
        return Boolean.FALSE.equals(SATISFIED.get(execution))
                && outcomes.rule(appeal(execution))
                        .filter(rule -> rule.afterNo() == AfterNo.REVIEW)
                        .isPresent();
    }

    /** On the other way to the review the table of escalations was asked, and this was done. */
    public void startReview(DelegateExecution execution) {
        var appeal = appeal(execution);
        if (appeal.status() != AppealStatus.REVIEW) {
            var post = outcomes.rule(appeal).orElseThrow().reviewPost();
            ESCALATION_POST.set(execution, routing.supervising(execution, post));
            supervision.underReview(appeal.number());
        }
    }

    /** No works without a plan that was made just now. */
    public void requirePlan(DelegateExecution execution) {
        plans.require(execution.getProcessBusinessKey());
    }

    /** Whoever promised it carries it out, or whoever told of it last. */
    public String follower(DelegateExecution execution) {
        return plan(execution).follower();
    }

    /** Groups that decide about a plan and look after it. */
    public List<String> supervisors(DelegateExecution execution) {
        ESCALATION_POST.set(
                execution, routing.supervising(execution, plan(execution).post()));
        return routing.escalationHolders(execution);
    }

    /** Whoever asked for something does not decide on it. */
    public void requireAnotherPerson(DelegateTask task) {
        if (task.getAssignee() != null) {
            plans.requireAnotherPerson(task.getExecution().getProcessBusinessKey(), task.getAssignee());
        }
    }

    /** The timer fired: perhaps too early, because the resident has heard meanwhile. */
    public void recordPlanDue(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var due = plans.recordNext(number);
        timers.fired(number, Timer.PLAN, clock.instant());
        PLAN_DUE.set(execution, due.map(Enum::name).orElse(""));
    }

    public boolean due(DelegateExecution execution) {
        return !PLAN_DUE.get(execution).isEmpty();
    }

    /** Such as 挂账督办：反馈逾期. */
    public void nameDue(DelegateTask task) {
        task.setName(task.getName() + "：" + Plan.Due.valueOf(PLAN_DUE.get(task)).label());
    }

    private Plan plan(DelegateExecution execution) {
        return plans.running(execution.getProcessBusinessKey()).orElseThrow();
    }

    private Appeal appeal(DelegateExecution execution) {
        return appeals.get(execution.getProcessBusinessKey());
    }
}
