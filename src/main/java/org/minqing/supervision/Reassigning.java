package org.minqing.supervision;

import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.dispatch.Dispatching;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor gives an appeal to another post (改派). */
@Service
public class Reassigning {

    private final InHand inHand;
    private final AppealWorkflow workflow;
    private final Dispatching dispatching;
    private final Localities localities;

    Reassigning(InHand inHand, AppealWorkflow workflow, Dispatching dispatching, Localities localities) {
        this.inHand = inHand;
        this.workflow = workflow;
        this.dispatching = dispatching;
        this.localities = localities;
    }

    /**
     * @param group of the post that gets it
     * @throws Refusal      if he has it himself, it has ended or nobody is handling it now
     * @throws InvalidInput if there is no such post to choose, or no reason is given
     */
    @Transactional
    public void reassign(StaffMember person, String number, String group, String reason) {
        InHand.require("reason", reason, "请写明改派原因");
        reassign(inHand.supervisor(person), number, group, reason);
    }

    /**
     * The same by whoever answers an overdue clock.
     *
     * @throws Refusal      if he has it himself, it has ended or nobody is handling it now
     * @throws InvalidInput if there is no such post to choose
     */
    @Transactional
    public void reassign(Actor by, String number, String group, String reason) {
        var appeal = inHand.open(number, by.person()).state();
        var holder = choices(appeal).stream()
                .filter(h -> h.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("holder", "请从可选的承办岗位中选一个", "is no post that could handle it"));
        var to = dispatching.instead(appeal, holder);
        var handler = dispatching.reassigned(number, by, to, reason);
        workflow.reassigned(number, to.group(), handler.group());
    }

    /** Who could have it: every unit and department, those of the place first. */
    public List<Holding> choices(Appeal appeal) {
        return Dispatching.choices(localities.get(appeal.locality()), appeal.unit());
    }
}
