package org.minqing.process.plan;

import java.time.InstantSource;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.minqing.plan.Plans;
import org.minqing.process.PlannedWork;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.sla.TimerLog;
import org.minqing.sla.TimerLog.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Something of a plan falls due sooner than it did: its timer goes along, in the same transaction. */
@Component
class PlanTimers {

    private final Plans plans;
    private final TimerLog timers;
    private final InstantSource clock;
    private final ApplicationAuthority authority;
    // Resolved late: the engine's beans need the acts, which need this one.
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<RuntimeService> runtime;

    PlanTimers(
            Plans plans,
            TimerLog timers,
            InstantSource clock,
            ApplicationAuthority authority,
            ObjectProvider<ManagementService> management,
            ObjectProvider<RuntimeService> runtime) {
        this.plans = plans;
        this.timers = timers;
        this.clock = clock;
        this.authority = authority;
        this.management = management;
        this.runtime = runtime;
    }

    void follow(String number) {
        var next = plans.nextAt(number);
        authority.run(() -> {
            var works = runtime.getObject()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .processDefinitionKey(PlannedWork.PROCESS)
                    .singleResult();
            management
                    .getObject()
                    .createJobQuery()
                    .processInstanceId(works.getId())
                    .timers()
                    .list()
                    .forEach(job -> {
                        if (job.getDuedate().after(Date.from(next))) {
                            management.getObject().setJobDuedate(job.getId(), Date.from(next));
                            timers.moved(number, Timer.PLAN, clock.instant(), next);
                        }
                    });
            return null;
        });
    }
}
