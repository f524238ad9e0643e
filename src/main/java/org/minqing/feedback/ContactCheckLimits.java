package org.minqing.feedback;

import org.minqing.sla.due.LimitsOfTasks;
import org.springframework.stereotype.Component;

/** By when a contact in doubt is to be looked into. */
@Component
class ContactCheckLimits implements LimitsOfTasks {

    @Override
    public String label() {
        return "核实";
    }

    @Override
    public String running() {
        return "select appeal, due_at from contact_check where made is null and due_at is not null";
    }
}
