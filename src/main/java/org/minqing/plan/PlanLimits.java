package org.minqing.plan;

import org.minqing.sla.due.LimitsOfTasks;
import org.springframework.stereotype.Component;

/** By when the resident hears of a plan again, or by when it is done. */
@Component
class PlanLimits implements LimitsOfTasks {

    @Override
    public String label() {
        return "挂账";
    }

    @Override
    public String running() {
        return PlanRows.LIMITS;
    }
}
