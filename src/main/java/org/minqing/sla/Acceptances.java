package org.minqing.sla;

import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Acceptances that were none, because whoever took the appeal did nothing but return it; and what became of a return. */
@Service
public class Acceptances {

    private final ClockRows rows;
    private final ClockLedger ledger;
    private final ApplicationEventPublisher events;

    Acceptances(ClockRows rows, ClockLedger ledger, ApplicationEventPublisher events) {
        this.rows = rows;
        this.ledger = ledger;
        this.events = events;
    }

    /** The clock goes on to its old deadline. If that is past, whoever kept the appeal until now was late. */
    @EventListener
    void on(AppealEvent.AcceptanceVoided e) {
        Clock.last(rows.fresh(e.number()), ClockKind.ACCEPT)
                .filter(c -> c.round() == e.round() && c.stoppedAt() != null && c.outcome() != Clock.Outcome.CANCELLED)
                .ifPresent(c -> goesOn(e, c));
    }

    private void goesOn(AppealEvent e, Clock c) {
        var nth = ledger.next(e.number(), c, LedgerKind.ACCEPTANCE_VOID);
        rows.goesOn(e.number(), c);
        ledger.note(e.number(), c, LedgerKind.ACCEPTANCE_VOID, nth, e.at(), e.by().person(), "why=returned");
        if (c.outcome() == Clock.Outcome.MET && e.at().isAfter(c.dueAt())) {
            rows.breach(e.number(), c);
            ledger.verdict(e.number(), c, LedgerKind.BREACHED, e.at(), null, "seen=act");
        }
        events.publishEvent(new ClockChange.Moved(e.number()));
    }

    /** What became of a return, about the unit that returned it. It stands with the clock of accepting: returning is none. */
    public void noteReturn(AppealEvent e, LedgerKind fact, String unit, String detail) {
        Clock.last(rows.of(e.number()), ClockKind.ACCEPT)
                .ifPresent(c -> ledger.note(
                        e.number(), c, fact, ledger.next(e.number(), c, fact), e.at(), e.by().person(), detail, unit));
    }
}
