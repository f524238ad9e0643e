package org.minqing.process.appeal;

import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.dispatch.Dispatching;
import org.minqing.organisation.Holding;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** The dispatcher says who responds, a unit or a post, or finds that the appeal is a duplicate. */
@Component
class RerouteAppeal implements TaskAct {

    private final Dispatching dispatching;
    private final DispatcherAnswers answers;

    RerouteAppeal(Dispatching dispatching, DispatcherAnswers answers) {
        this.dispatching = dispatching;
        this.answers = answers;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.REROUTE);
    }

    @Override
    public void act(Completion done) {
        if (answers.merged(done)) {
            return;
        }
        answers.handledBy(
                done,
                "assign".equals(done.action())
                        ? dispatching.assigned(done.number(), done.by(), done.text("holder"), done.text("note"))
                        : dispatching.rerouted(done.number(), done.by(), done.text("respondUnit"), done.text("note")));
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return answers.likely(subject);
    }

    @Override
    public Map<String, Proposed> proposed(TaskSubject subject) {
        return answers.proposed(subject, "holder", Holding::group);
    }
}
