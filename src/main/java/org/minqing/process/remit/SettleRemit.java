package org.minqing.process.remit;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.remit.Disputes;
import org.minqing.remit.Settling;
import org.springframework.stereotype.Component;

/** Somebody who has no part in it says whose a disputed appeal is. */
@Component
class SettleRemit implements TaskAct {

    private final Settling settling;
    private final Disputes disputes;

    SettleRemit(Settling settling, Disputes disputes) {
        this.settling = settling;
        this.disputes = disputes;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.SETTLE_REMIT);
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return Map.of("dispute", Collections.singletonMap("text", disputes.question(subject.number())));
    }

    @Override
    public void act(Completion done) {
        var handler = settling.settled(done.number(), done.by(), done.text("holder"), done.text("settlementReason"));
        done.fact(AppealVariables.ACTION, "settled");
        done.fact(AppealVariables.UNIT, handler.unit().code());
        done.fact(AppealVariables.CANDIDATE_GROUP, handler.group());
    }
}
