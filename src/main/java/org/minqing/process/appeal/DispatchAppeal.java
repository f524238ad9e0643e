package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.dispatch.Dispatching;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** The dispatcher names the post that handles the appeal, or finds that it is a duplicate. */
@Component
class DispatchAppeal implements TaskAct {

    private final Dispatching dispatching;
    private final Duplicate duplicate;

    DispatchAppeal(Dispatching dispatching, Duplicate duplicate) {
        this.dispatching = dispatching;
        this.duplicate = duplicate;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.DISPATCH);
    }

    @Override
    public void act(Completion done) {
        if (!duplicate.merged(done)) {
            Duplicate.handledBy(
                    done, dispatching.dispatched(done.number(), done.by(), done.text("post"), done.text("note")));
        }
    }
}
