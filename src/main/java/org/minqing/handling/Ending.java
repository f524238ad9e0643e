package org.minqing.handling;

import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ways in which an appeal ends: closed, unanswered, withdrawn or merged. */
@Service
@Transactional
public class Ending {

    private final Appeals appeals;
    // Resolved late: the workflow needs the engine, and the engine's tasks need this class.
    private final ObjectProvider<AppealWorkflow> workflow;

    Ending(Appeals appeals, ObjectProvider<AppealWorkflow> workflow) {
        this.appeals = appeals;
        this.workflow = workflow;
    }

    /** @throws Refusal if there is no such code, or if the appeal has ended */
    public void withdraw(String trackingCode) {
        var found = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        var appeal = appeals.lock(found.number());
        if (appeal.status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，不能撤回。", "The appeal has ended and cannot be withdrawn.");
        }
        workflow.getObject().residentWithdrew(appeal.number());
    }

    /** It was withdrawn; a sub-case was taken out, and why is told beside it. */
    public void withdrawn(String number) {
        if (appeals.get(number).subCase()) {
            end(number, AppealStatus.WITHDRAWN, Actor.SYSTEM, "分件已撤出", null);
        } else {
            end(number, AppealStatus.WITHDRAWN, Actor.RESIDENT, "撤回诉求", null);
        }
    }

    /**
     * It ends here.
     *
     * @param mergedInto number of the original, or null if it was no duplicate
     */
    public void end(String number, AppealStatus how, Actor by, String text, String mergedInto) {
        appeals.open(number).ended(how, by, text, mergedInto);
    }
}
