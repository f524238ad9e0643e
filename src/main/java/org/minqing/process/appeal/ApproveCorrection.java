package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.triage.LongerLimits;
import org.springframework.stereotype.Component;

/** Longer limits that follow from a correction are granted or not; never by whoever asked. */
@Component
class ApproveCorrection implements TaskAct {

    private final LongerLimits longer;

    ApproveCorrection(LongerLimits longer) {
        this.longer = longer;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.APPROVE_CORRECTION);
    }

    @Override
    public void act(Completion done) {
        longer.decide(done.number(), done.by(), "approved".equals(done.action()), done.text("opinion"));
    }
}
