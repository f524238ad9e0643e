package org.minqing.process.appeal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.process.task.TaskForms;
import org.minqing.remit.Returns;
import org.springframework.stereotype.Component;

/** First response: somebody reached the resident, tried to, or gave the appeal back. */
@Component
class RespondAppeal implements TaskAct {

    private final ContactAnswers contacts;
    private final Returns returns;
    private final ReturnChoices choices;

    RespondAppeal(ContactAnswers contacts, Returns returns, ReturnChoices choices) {
        this.contacts = contacts;
        this.returns = returns;
        this.choices = choices;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.RESPOND);
    }

    @Override
    public Map<String, List<TaskForms.Choice>> choices(TaskSubject subject) {
        return choices.all();
    }

    @Override
    public void act(Completion done) {
        switch (done.action()) {
            case "returned" -> {
                choices.requireUnit(done.number());
                returns.returned(done.number(), done.by(), done.text("returnGround"), done.text("returnReason"));
            }
            case "notReached" -> contacts.missed(done);
            default -> contacts.responded(done);
        }
    }
}
