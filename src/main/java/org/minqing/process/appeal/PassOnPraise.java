package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.handling.Handling;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** Praise: the resident is thanked, and those whom he praises hear it. */
@Component
class PassOnPraise implements TaskAct {

    private final Handling handling;

    PassOnPraise(Handling handling) {
        this.handling = handling;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.PASS_ON_PRAISE);
    }

    @Override
    public void act(Completion done) {
        handling.thanked(done.number(), done.by(), done.text("thanks"), done.text("passedTo"));
    }
}
