package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.handling.Handling;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** A consultation: the desk, or the post that knows, answers it, or gives it to the unit that has to do something. */
@Component
class AnswerConsultation implements TaskAct {

    private final Handling handling;
    private final ContactAnswers contacts;

    AnswerConsultation(Handling handling, ContactAnswers contacts) {
        this.handling = handling;
        this.contacts = contacts;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.ANSWER_CONSULTATION);
    }

    @Override
    public void act(Completion done) {
        if ("passedOn".equals(done.action())) {
            handling.passedOn(done.number(), done.by(), done.text("passOnReason"));
        } else {
            contacts.answered(done);
        }
    }
}
