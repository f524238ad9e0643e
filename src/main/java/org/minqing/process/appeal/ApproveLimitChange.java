package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.sla.LimitChanges;
import org.springframework.stereotype.Component;

/** More time or a pause is granted or not; never by whoever asked. */
@Component
class ApproveLimitChange implements TaskAct {

    private final LimitChanges changes;

    ApproveLimitChange(LimitChanges changes) {
        this.changes = changes;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.APPROVE_LIMIT_CHANGE);
    }

    @Override
    public void act(Completion done) {
        changes.decide(done.number(), done.by(), "approved".equals(done.action()), done.text("opinion"));
    }
}
