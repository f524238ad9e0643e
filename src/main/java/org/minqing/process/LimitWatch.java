package org.minqing.process;

import static org.minqing.process.AppealVariables.EVENT;

import java.time.InstantSource;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.feedback.Feedback;
import org.minqing.sla.ClockKind;
import org.minqing.sla.Clocks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens when a timer of the model fires. The verdict is the clock's, not the timer's. */
@Component
class LimitWatch {

    /** Tasks whose limit is near rise in every list. The engine's own default is 50. */
    private static final int NEAR = 75;

    private final Clocks clocks;
    private final Appeals appeals;
    private final Feedback feedback;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    LimitWatch(
            Clocks clocks, Appeals appeals, Feedback feedback, InstantSource clock, ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.appeals = appeals;
        this.feedback = feedback;
        this.clock = clock;
        this.events = events;
    }

    void warn(DelegateExecution execution, ClockKind kind) {
        clocks.note(execution.getProcessBusinessKey(), kind, "WARNED", clock.instant());
        note(execution, kind.label() + "时限将到，请抓紧办理");
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), NEAR));
    }

    void breach(DelegateExecution execution, ClockKind kind) {
        if (clocks.breach(execution.getProcessBusinessKey(), kind, clock.instant())) {
            note(execution, kind.label() + "超时");
        }
        EVENT.set(execution, kind == ClockKind.RESPOND ? "respondOverdue" : "resolveOverdue");
    }

    void escalated(DelegateExecution execution, String action) {
        var number = execution.getProcessBusinessKey();
        switch (EVENT.get(execution)) {
            case "respondOverdue" -> clocks.note(number, ClockKind.RESPOND, "ESCALATED", clock.instant());
            case "resolveOverdue" -> clocks.note(number, ClockKind.RESOLVE, "ESCALATED", clock.instant());
            default -> {
                if ("supervise".equals(action)) {
                    feedback.underReview(number);
                }
            }
        }
    }

    private void note(DelegateExecution execution, String text) {
        var number = execution.getProcessBusinessKey();
        var round = appeals.get(number).round();
        events.publishEvent(new AppealEvent.LimitNoted(number, round, clock.instant(), Actor.SYSTEM, text));
    }
}
