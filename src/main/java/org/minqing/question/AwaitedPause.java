package org.minqing.question;

import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.sla.LimitChange;
import org.minqing.sla.LimitChangeReason;
import org.minqing.sla.LimitChangeType;
import org.minqing.sla.LimitChanges;
import org.springframework.stereotype.Component;

/** The pause for which somebody waits for a resident: over as soon as nothing is waited for, whatever was granted. */
@Component
class AwaitedPause {

    private final LimitChanges changes;
    private final AppealWorkflow workflow;

    AwaitedPause(LimitChanges changes, AppealWorkflow workflow) {
        this.changes = changes;
        this.workflow = workflow;
    }

    /** The resolve clock goes on, unless it stands still for another reason or not at all. */
    void over(String number, Actor by) {
        var forThis = changes.of(number).stream()
                .filter(c -> c.type() == LimitChangeType.PAUSE && Boolean.TRUE.equals(c.granted()))
                .reduce((earlier, later) -> later)
                .map(LimitChange::reason)
                .filter(LimitChangeReason.AWAIT_RESIDENT::equals);
        if (forThis.isPresent() && changes.paused(number)) {
            changes.resume(number, by);
            workflow.clockResumed(number);
        }
    }
}
