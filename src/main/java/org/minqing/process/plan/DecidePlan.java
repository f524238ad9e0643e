package org.minqing.process.plan;

import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.plan.Plans;
import org.minqing.process.AppealVariables;
import org.minqing.process.PlannedWork;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** Another date of a plan, or an end without the works, is granted or not; never by whoever asked. */
@Component
class DecidePlan implements TaskAct {

    private final Plans plans;
    private final PlanTimers timers;

    DecidePlan(Plans plans, PlanTimers timers) {
        this.plans = plans;
        this.timers = timers;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(PlannedWork.DECIDE);
    }

    @Override
    public void act(Completion done) {
        var over = plans.decide(done.number(), done.by(), "approved".equals(done.action()), done.text("opinion"));
        done.fact(AppealVariables.ACTION, over ? "argued" : "planned");
        if (!over) {
            timers.follow(done.number());
        }
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return FollowPlan.shown(plans, subject);
    }
}
