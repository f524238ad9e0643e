package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.Rating;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** The call-back: what the resident says of the result, or that nobody answered. */
@Component
class CallResident implements TaskAct {

    private final Feedback feedback;

    CallResident(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.CALL_RESIDENT);
    }

    @Override
    public void act(Completion done) {
        if ("notReached".equals(done.action())) {
            feedback.callMissed(done.number(), done.by());
            return;
        }
        var rating = new Rating(
                Integer.parseInt(done.text("grade")),
                done.answers().yes("resolved"),
                done.answers().yes("contacted"),
                done.text("comment"));
        feedback.ratedByPhone(done.number(), done.by(), rating);
        AppealVariables.rated(done.facts(), rating.satisfied());
    }
}
