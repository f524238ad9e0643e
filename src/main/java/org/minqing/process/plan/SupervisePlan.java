package org.minqing.process.plan;

import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.plan.Plans;
import org.minqing.process.PlannedWork;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** Something of a plan is late, or it is time to look at it. */
@Component
class SupervisePlan implements TaskAct {

    private final Plans plans;
    private final PlanTimers timers;

    SupervisePlan(Plans plans, PlanTimers timers) {
        this.plans = plans;
        this.timers = timers;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(PlannedWork.SUPERVISE);
    }

    @Override
    public void act(Completion done) {
        plans.reviewed(done.number(), done.by(), done.text("instruction"), FollowPlan.day(done, "nextReview"));
        timers.follow(done.number());
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return FollowPlan.shown(plans, subject);
    }
}
