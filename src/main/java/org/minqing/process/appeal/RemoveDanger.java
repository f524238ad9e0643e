package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.handling.Handling;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.minqing.process.task.Support;
import org.minqing.process.task.TaskAct;
import org.minqing.remit.Returns;
import org.springframework.stereotype.Component;

/** Somebody is in danger: whoever set out arrived, called, goes on, has removed the danger, or cannot go. */
@Component
class RemoveDanger implements TaskAct {

    private final Appeals appeals;
    private final Handling handling;
    private final ContactAnswers contacts;
    private final Support support;
    private final Returns returns;

    RemoveDanger(Appeals appeals, Handling handling, ContactAnswers contacts, Support support, Returns returns) {
        this.appeals = appeals;
        this.handling = handling;
        this.contacts = contacts;
        this.support = support;
        this.returns = returns;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.REMOVE_DANGER);
    }

    @Override
    public void act(Completion done) {
        switch (done.action()) {
            case "returned" -> returns.inDanger(done.number(), done.by(), done.text("returnReason"));
            case "removed" -> removed(done);
            case "progress" -> {
                handling.progressed(done.number(), done.by(), done.text("finding"));
                goesOn(done);
            }
            default -> {
                if (contacts.inDanger(done)) {
                    support.comes(done.number());
                }
                goesOn(done);
            }
        }
    }

    /** Whoever tells nothing before it is over has been there all the same. */
    private void removed(Completion done) {
        if (appeals.lock(done.number()).status() == AppealStatus.RECEIVED) {
            contacts.inDanger(done);
        }
        handling.madeSafe(
                done.number(),
                done.by(),
                "险情已排除（已告知" + done.answers().label("contactWith") + "）：" + done.text("finding"));
    }

    /** His next task of the same kind is his. */
    private static void goesOn(Completion done) {
        done.fact(AppealVariables.CONTINUING_HANDLER, done.by().person());
    }
}
