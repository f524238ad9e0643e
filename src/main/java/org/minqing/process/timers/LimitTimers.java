package org.minqing.process.timers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.sla.ClockChange;
import org.minqing.sla.LimitWatch;
import org.minqing.sla.TimerLog;
import org.minqing.sla.TimerLog.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A clock that moves takes its timer along, in the same transaction. */
@Component
class LimitTimers {

    private final LimitWatch watch;
    private final TimerLog timers;
    private final InstantSource clock;
    private final ApplicationAuthority authority;
    // Resolved late: the engine's beans need this one.
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<RuntimeService> runtime;

    LimitTimers(
            LimitWatch watch,
            TimerLog timers,
            InstantSource clock,
            ApplicationAuthority authority,
            ObjectProvider<ManagementService> management,
            ObjectProvider<RuntimeService> runtime) {
        this.watch = watch;
        this.timers = timers;
        this.clock = clock;
        this.authority = authority;
        this.management = management;
        this.runtime = runtime;
    }

    @EventListener
    void on(ClockChange.Moved e) {
        watch.nextAt(e.appeal())
                .ifPresent(next -> authority.run(() -> {
                    jobs(e.appeal()).forEach(job -> move(e.appeal(), job, next));
                    return null;
                }));
    }

    /** While it is handled, or while the level above reviews it: never both. */
    private Stream<Job> jobs(String appeal) {
        return runtime
                .getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(appeal)
                .processDefinitionKeyIn(AppealHandling.PROCESS, AppealReview.PROCESS)
                .list()
                .stream()
                .flatMap(instance -> Stream.of(AppealHandling.FIRST_LIMIT, AppealHandling.NEXT_LIMIT)
                        .flatMap(activity -> management
                                .getObject()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activity)
                                .list()
                                .stream()));
    }

    private void move(String appeal, Job job, Instant next) {
        if (!Date.from(next).equals(job.getDuedate())) {
            management.getObject().setJobDuedate(job.getId(), Date.from(next));
            timers.moved(appeal, Timer.LIMIT, clock.instant(), next);
        }
    }
}
