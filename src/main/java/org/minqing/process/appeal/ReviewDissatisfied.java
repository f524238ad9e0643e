package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.supervision.Supervision;
import org.springframework.stereotype.Component;

/** A supervisor looks at an appeal whose resident stays dissatisfied. */
@Component
class ReviewDissatisfied implements TaskAct {

    private final Supervision supervision;

    ReviewDissatisfied(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.REVIEW_DISSATISFIED);
    }

    @Override
    public void act(Completion done) {
        supervision.reviewed(done.number(), done.by(), done.answers().label("action") + "：" + done.text("opinion"));
    }
}
