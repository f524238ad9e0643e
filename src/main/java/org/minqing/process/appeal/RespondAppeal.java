package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.handling.Handling;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** First response: somebody reached the resident, tried to, or gave the appeal back. */
@Component
class RespondAppeal implements TaskAct {

    private final Handling handling;
    private final ContactAnswers contacts;

    RespondAppeal(Handling handling, ContactAnswers contacts) {
        this.handling = handling;
        this.contacts = contacts;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.RESPOND);
    }

    @Override
    public void act(Completion done) {
        switch (done.action()) {
            case "returned" -> handling.responseReturned(done.number(), done.by(), done.text("returnReason"));
            case "notReached" -> contacts.missed(done);
            default -> contacts.responded(done);
        }
    }
}
