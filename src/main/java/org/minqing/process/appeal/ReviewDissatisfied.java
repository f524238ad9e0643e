package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.feedback.Feedback;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** A supervisor looks at an appeal whose resident stays dissatisfied. */
@Component
class ReviewDissatisfied implements TaskAct {

    private final Feedback feedback;

    ReviewDissatisfied(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.REVIEW_DISSATISFIED);
    }

    @Override
    public void act(Completion done) {
        feedback.reviewed(done.number(), done.by(), done.answers().label("action") + "：" + done.text("opinion"));
    }
}
