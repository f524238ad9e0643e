package org.minqing.claiming;

import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.Clocks;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The clock of whoever is to lead an appeal on the same day (党员领办), where the locality promises that. */
@Component
class LeadClock {

    private static final int CLOCKS_FIRST = 0;

    private final Clocks clocks;
    private final Appeals appeals;

    LeadClock(Clocks clocks, Appeals appeals) {
        this.clocks = clocks;
        this.appeals = appeals;
    }

    @EventListener
    void on(AppealEvent.OrderOffered e) {
        if (e.lead() != null) {
            clocks.open(e, ClockKind.LEAD, e.lead(), appeals.get(e.number()).handlingUnit());
        }
    }

    /** Residents read of nothing else than that somebody has it. */
    @EventListener
    void on(AppealEvent.OrderTaken e) {
        if (e.visible()) {
            clocks.done(e, ClockKind.LEAD);
        }
    }

    @Order(CLOCKS_FIRST)
    @EventListener
    void on(AppealEvent.Resulted e) {
        clocks.cancel(e, ClockKind.LEAD, "why=resulted");
    }
}
