package org.minqing.supervision;

import org.minqing.appeal.AppealWorkflow;
import org.minqing.feedback.Feedback;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor steps in with an instruction (督办). */
@Service
public class Supervising {

    private final InHand inHand;
    private final Feedback feedback;
    private final AppealWorkflow workflow;

    Supervising(InHand inHand, Feedback feedback, AppealWorkflow workflow) {
        this.inHand = inHand;
        this.feedback = feedback;
        this.workflow = workflow;
    }

    /**
     * @throws Refusal      if it has ended, or its result waits for the resident
     * @throws InvalidInput if no instruction is given
     */
    @Transactional
    public void supervise(StaffMember person, String number, String instruction) {
        InHand.require("instruction", instruction, "请写明督办要求");
        inHand.lock(number);
        feedback.steppedIn(number, inHand.supervisor(person), instruction);
        workflow.supervised(number);
    }
}
