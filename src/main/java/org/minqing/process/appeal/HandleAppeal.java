package org.minqing.process.appeal;

import java.util.Set;
import org.minqing.code.Coded;
import org.minqing.handling.Handling;
import org.minqing.handling.ResultOutcome;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** Handling, on whichever route: a result, feedback on the way, a contact, an arrival, a request about the limit, or a return. */
@Component
class HandleAppeal implements TaskAct {

    private final Handling handling;
    private final ContactAnswers contacts;
    private final LimitRequest limits;

    HandleAppeal(Handling handling, ContactAnswers contacts, LimitRequest limits) {
        this.handling = handling;
        this.contacts = contacts;
        this.limits = limits;
    }

    @Override
    public Set<String> tasks() {
        return AppealHandling.HANDLING;
    }

    @Override
    public void act(Completion done) {
        switch (done.action()) {
            case "returned" -> handling.returned(done.number(), done.by(), done.text("returnReason"));
            case "contacted" -> {
                contacts.contacted(done);
                goesOn(done);
            }
            case "arrived" -> {
                handling.arrived(done.number(), done.by(), done.text("arrivalNote"));
                goesOn(done);
            }
            case "limitChange" -> {
                limits.ask(done);
                goesOn(done);
            }
            case "progress" -> {
                handling.progressed(done.number(), done.by(), result(done));
                goesOn(done);
            }
            default ->
                handling.resulted(
                        done.number(),
                        done.by(),
                        Coded.of(ResultOutcome.class, done.text("outcome")),
                        result(done),
                        done.text("evidence"));
        }
    }

    /** Whoever handles it goes on with the next task of the same kind. */
    private static void goesOn(Completion done) {
        done.fact(AppealVariables.CONTINUING_HANDLER, done.by().person());
    }

    private static String result(Completion done) {
        var result = done.text("result");
        if (done.text("coHandlers") != null) {
            result += "（会同：" + done.text("coHandlers") + "）";
        }
        if (done.text("supervisionNote") != null) {
            result += "（督办要求落实：" + done.text("supervisionNote") + "）";
        }
        return result;
    }
}
