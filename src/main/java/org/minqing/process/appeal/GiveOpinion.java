package org.minqing.process.appeal;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.minqing.code.Coded;
import org.minqing.joint.Opinions;
import org.minqing.joint.Position;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** A co-handler says how his unit stands to the matter; he can pass it on to nobody. */
@Component
class GiveOpinion implements TaskAct {

    private final Opinions opinions;
    private final RuntimeService runtime;
    private final ApplicationAuthority authority;

    GiveOpinion(Opinions opinions, RuntimeService runtime, ApplicationAuthority authority) {
        this.opinions = opinions;
        this.runtime = runtime;
        this.authority = authority;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.GIVE_OPINION);
    }

    @Override
    public void act(Completion done) {
        // Which of several that wait: somebody may hold two posts that were asked.
        var holding = authority.run(
                () -> (String) runtime.getVariable(done.instance(), AppealVariables.CANDIDATE_GROUP.name()));
        opinions.give(
                done.number(),
                holding,
                done.by(),
                Coded.of(Position.class, done.text("position")),
                done.text("jointOpinion"),
                done.text("figure"));
    }
}
