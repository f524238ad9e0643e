package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.supervision.Supervision;
import org.springframework.stereotype.Component;

/** A supervisor answers a clock that is over. */
@Component
class SuperviseOverdue implements TaskAct {

    private final Supervision supervision;

    SuperviseOverdue(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.SUPERVISE_OVERDUE);
    }

    @Override
    public void act(Completion done) {
        supervision.supervised(
                done.number(), done.by(), done.answers().label("measure") + "：" + done.text("instruction"));
    }
}
