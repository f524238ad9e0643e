package org.minqing.supervision;

import org.minqing.appeal.AppealWorkflow;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor steps in with an instruction (督办). */
@Service
public class Supervising {

    private final InHand inHand;
    private final Supervision supervision;
    private final AppealWorkflow workflow;

    Supervising(InHand inHand, Supervision supervision, AppealWorkflow workflow) {
        this.inHand = inHand;
        this.supervision = supervision;
        this.workflow = workflow;
    }

    /**
     * @throws Refusal      if he has it himself, it has ended, or its result waits for the resident
     * @throws InvalidInput if no instruction is given
     */
    @Transactional
    public void supervise(StaffMember person, String number, String instruction) {
        InHand.require("instruction", instruction, "请写明督办要求");
        inHand.open(number, person.userId());
        supervision.steppedIn(number, inHand.supervisor(person), instruction);
        workflow.supervised(number);
    }
}
