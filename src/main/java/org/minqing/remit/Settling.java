package org.minqing.remit;

import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.dispatch.Dispatching;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** It is said whose a disputed appeal is (裁定归属), and nobody returns it any more in this round. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Settling {

    private final Appeals appeals;
    private final Localities localities;
    private final Dispatching dispatching;
    private final Disputes disputes;
    private final RemitRows rows;

    Settling(Appeals appeals, Localities localities, Dispatching dispatching, Disputes disputes, RemitRows rows) {
        this.appeals = appeals;
        this.localities = localities;
        this.dispatching = dispatching;
        this.disputes = disputes;
        this.rows = rows;
    }

    /**
     * @param group of the post that has it from now on; it may be of one of the units that returned it
     * @return who handles it then, or after the first response
     * @throws Refusal      if nothing is disputed, or his own unit is a party
     * @throws InvalidInput if there is no such post to choose
     */
    public Holding settled(String number, Actor by, String group, String reason) {
        var open = appeals.open(number);
        var appeal = open.state();
        if (disputes.waiting(number).isEmpty()) {
            throw Refusal.conflict("这件诉求没有待裁定的职责争议。", "Nothing is disputed.");
        }
        disputes.requireNoParty(number, by.person());
        var chosen = Dispatching.choices(localities.get(appeal.locality()), appeal.unit()).stream()
                .filter(holding -> holding.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("holder", "请从可选的承办岗位中选一个", "is no post that could have it"));
        var to = dispatching.instead(appeal, chosen);
        rows.settled(number, appeal.round(), disputes.now(), by, to.unit().code(), reason);
        var text = "职责争议已裁定，由" + to.label() + "负责";
        var handler = to;
        if (appeal.status() == AppealStatus.RECEIVED) {
            handler = dispatching.handler(appeal, to);
            open.settled(by, dispatching.responding(appeal, to, handler), text);
        } else {
            open.settled(by, to.unit().code(), to.post().code(), text);
        }
        open.supervised(by, "裁定理由：" + reason, false);
        return handler;
    }
}
