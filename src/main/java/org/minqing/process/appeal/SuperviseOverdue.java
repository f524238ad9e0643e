package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.supervision.Reassigning;
import org.minqing.supervision.Supervision;
import org.springframework.stereotype.Component;

/** A supervisor answers a clock that is over: with an instruction, or by giving the appeal to somebody else. */
@Component
class SuperviseOverdue implements TaskAct {

    private final Supervision supervision;
    private final Reassigning reassigning;

    SuperviseOverdue(Supervision supervision, Reassigning reassigning) {
        this.supervision = supervision;
        this.reassigning = reassigning;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.SUPERVISE_OVERDUE);
    }

    @Override
    public void act(Completion done) {
        if ("reassign".equals(done.text("measure"))) {
            reassigning.reassign(done.by(), done.number(), done.text("holder"), done.text("instruction"));
            return;
        }
        supervision.supervised(
                done.number(), done.by(), done.answers().label("measure") + "：" + done.text("instruction"));
    }
}
