package org.minqing.sla;

import java.time.Instant;
import java.util.List;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.ledger.Ledger;
import org.minqing.sla.ledger.LedgerFact;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.stereotype.Component;

/** What happens to a clock, as facts for the ledger: with the unit whose clock it is at that time. */
@Component
class ClockLedger {

    private final Ledger ledger;
    private final Appeals appeals;

    ClockLedger(Ledger ledger, Appeals appeals) {
        this.ledger = ledger;
        this.appeals = appeals;
    }

    void opened(String appeal, List<Clock> clocks) {
        ledger.write(clocks.stream()
                .map(c -> fact(
                        appeal,
                        c,
                        LedgerKind.OPENED,
                        0,
                        c.openedAt(),
                        null,
                        "budget=" + c.budget() + ";calendar=" + c.calendar().code() + bound(c, clocks)))
                .toList());
    }

    /** Whoever reckons the deadline again from the limit alone is told what cut it short. */
    private static String bound(Clock c, List<Clock> clocks) {
        return Clock.last(clocks, ClockKind.RESPOND)
                .filter(respond -> c.kind() == ClockKind.ACCEPT && c.dueAt().equals(respond.dueAt()))
                .map(respond -> ";notAfter=" + respond.kind())
                .orElse("");
    }

    /** @param actor user id; null for the resident and for the system */
    void note(String appeal, Clock c, LedgerKind kind, int step, Instant at, String actor, String detail) {
        ledger.write(List.of(fact(appeal, c, kind, step, at, actor, detail)));
    }

    /** The number of the next fact of a kind that may come more than once. */
    int next(String appeal, Clock c, LedgerKind kind) {
        return ledger.count(appeal, c.kind().name(), c.round(), kind) + 1;
    }

    private LedgerFact fact(
            String appeal, Clock c, LedgerKind kind, int step, Instant at, String actor, String detail) {
        return new LedgerFact(
                appeal,
                c.kind().name(),
                c.round(),
                kind,
                step,
                at,
                c.dueAt(),
                unit(appeal, c.kind()),
                actor == null ? "" : actor,
                detail);
    }

    private String unit(String appeal, ClockKind kind) {
        var a = appeals.get(appeal);
        return kind.ofRespondUnit() || a.handlingUnit().isEmpty() ? a.respondUnit() : a.handlingUnit();
    }
}
