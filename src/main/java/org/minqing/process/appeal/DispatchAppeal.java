package org.minqing.process.appeal;

import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.dispatch.Dispatching;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** The dispatcher names the post that handles the appeal, or finds that it is a duplicate. */
@Component
class DispatchAppeal implements TaskAct {

    private final Dispatching dispatching;
    private final DispatcherAnswers answers;

    DispatchAppeal(Dispatching dispatching, DispatcherAnswers answers) {
        this.dispatching = dispatching;
        this.answers = answers;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.DISPATCH);
    }

    @Override
    public void act(Completion done) {
        if (!answers.merged(done)) {
            answers.handledBy(
                    done, dispatching.dispatched(done.number(), done.by(), done.text("post"), done.text("note")));
        }
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return answers.likely(subject);
    }

    @Override
    public Map<String, Proposed> proposed(TaskSubject subject) {
        return answers.proposed(subject, "post", holder -> holder.post().code());
    }
}
