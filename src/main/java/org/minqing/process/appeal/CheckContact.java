package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.feedback.ContactChecks;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** Whether a contact that the resident denies took place, found out by somebody who did not handle the appeal. */
@Component
class CheckContact implements TaskAct {

    private final ContactChecks checks;

    CheckContact(ContactChecks checks) {
        this.checks = checks;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.CHECK_CONTACT);
    }

    @Override
    public void act(Completion done) {
        var basis = done.text("basis");
        if (done.text("measure") != null) {
            basis += "（" + done.answers().label("measure") + "）";
        }
        checks.decide(done.number(), done.by(), "made".equals(done.action()), basis);
    }
}
