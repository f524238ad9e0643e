package org.minqing.joint;

import org.minqing.sla.due.LimitsOfTasks;
import org.springframework.stereotype.Component;

/** By when co-handlers are to give their opinions, as {@link Opinions#dueAt} has it: never later than the lead. */
@Component
class OpinionLimits implements LimitsOfTasks {

    @Override
    public String label() {
        return "会办";
    }

    @Override
    public String running() {
        return """
                select r.appeal, least(r.due_at, (select c.due_at from sla_clock c
                    where c.appeal = r.appeal and c.clock = 'RESOLVE' and c.stopped_at is null)) as due_at
                from joint_request r
                where not exists (select from joint_opinion o where o.request = r.id)
                  and not exists (select from joint_step s where s.request = r.id and s.step in ('released', 'lapsed'))""";
    }
}
