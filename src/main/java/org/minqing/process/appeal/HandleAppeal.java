package org.minqing.process.appeal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.handling.Handling;
import org.minqing.joint.Consultations;
import org.minqing.joint.Opinions;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.plan.ReportResult;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.process.task.TaskForms;
import org.minqing.remit.Returns;
import org.minqing.split.SubCases;
import org.springframework.stereotype.Component;

/**
 * Handling, on whichever route: a result, feedback on the way, a consultation, a contact, an arrival, a request
 * about the limit, or a return.
 */
@Component
class HandleAppeal implements TaskAct {

    private final Handling handling;
    private final ContactAnswers contacts;
    private final Returns returns;
    private final ReturnChoices choices;
    private final LimitRequest limits;
    private final Opinions opinions;
    private final Consultations consultations;
    private final ReportResult results;
    private final SubCases subCases;

    HandleAppeal(
            Handling handling,
            ContactAnswers contacts,
            Returns returns,
            ReturnChoices choices,
            LimitRequest limits,
            Opinions opinions,
            Consultations consultations,
            ReportResult results,
            SubCases subCases) {
        this.handling = handling;
        this.contacts = contacts;
        this.returns = returns;
        this.choices = choices;
        this.limits = limits;
        this.opinions = opinions;
        this.consultations = consultations;
        this.results = results;
        this.subCases = subCases;
    }

    @Override
    public Set<String> tasks() {
        return AppealHandling.HANDLING;
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
            case "consulted" -> {
                consultations.held(
                        done.number(),
                        done.by(),
                        contacts.at(done, "heldAt"),
                        done.text("tookPart"),
                        done.text("consultationOutcome"));
                // For the model it is one way of reporting progress.
                done.fact(AppealVariables.ACTION, "progress");
                goesOn(done);
            }
            default -> {
                opinions.settle(done.number(), done.by(), done.text("withoutOpinions"));
                results.report(done, result(done) + tookPart(done) + answers(done));
            }
        }
    }

    /** Whoever handles it goes on with the next task of the same kind. */
    private static void goesOn(Completion done) {
        done.fact(AppealVariables.CONTINUING_HANDLER, done.by().person());
    }

    /** One answer for all who took part: units, and none of their words. */
    private String tookPart(Completion done) {
        var units = opinions.tookPart(done.number());
        return units.isEmpty() ? "" : "（会办：" + String.join("、", units) + "）";
    }

    /** And what came of the sub-cases, each in the words of its own handler. */
    private String answers(Completion done) {
        var answers = subCases.answers(done.number());
        return answers.isEmpty() ? "" : "（分件办理：" + answers + "）";
    }

    private static String result(Completion done) {
        var result = done.text("result");
        if (done.text("supervisionNote") != null) {
            result += "（督办要求落实：" + done.text("supervisionNote") + "）";
        }
        return result;
    }
}
