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
                .map(c -> opened(appeal, c, 0, clocks, unit(appeal, c)))
                .toList());
    }

    /** The same of one that may run more than once in a round, with the unit that has it as long as it runs. */
    void opened(String appeal, Clock c, String unit) {
        var before = ledger.count(appeal, c.kind().name(), c.round(), LedgerKind.OPENED);
        ledger.write(List.of(opened(appeal, c, before, List.of(), unit)));
    }

    private LedgerFact opened(String appeal, Clock c, int step, List<Clock> clocks, String unit) {
        return fact(
                appeal,
                c,
                LedgerKind.OPENED,
                step,
                c.openedAt(),
                null,
                "budget=" + c.budget() + ";calendar=" + c.calendar().code() + bound(c, clocks),
                unit);
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
        note(appeal, c, kind, step, at, actor, detail, unit(appeal, c));
    }

    /** The same about a unit that need not be the one whose clock it is. */
    void note(String appeal, Clock c, LedgerKind kind, int step, Instant at, String actor, String detail, String unit) {
        ledger.write(List.of(fact(appeal, c, kind, step, at, actor, detail, unit)));
    }

    /** What became of it, once for each time that it ran. */
    void verdict(String appeal, Clock c, LedgerKind kind, Instant at, String actor, String detail) {
        var again = c.kind() == ClockKind.ACCEPT || c.kind().besideHandling();
        note(appeal, c, kind, again ? ledger.turn(appeal, c.kind().name(), c.round()) : 0, at, actor, detail);
    }

    /** The number of the next fact of a kind that may come more than once. */
    int next(String appeal, Clock c, LedgerKind kind) {
        return ledger.count(appeal, c.kind().name(), c.round(), kind) + 1;
    }

    private LedgerFact fact(
            String appeal, Clock c, LedgerKind kind, int step, Instant at, String actor, String detail, String unit) {
        return new LedgerFact(
                appeal,
                c.kind().name(),
                c.round(),
                kind,
                step,
                at,
                c.dueAt(),
                unit,
                actor == null ? "" : actor,
                detail);
    }

    private String unit(String appeal, Clock c) {
        if (c.kind().besideHandling()) {
            return ledger.openedFor(appeal, c.kind().name(), c.round());
        }
        var a = appeals.get(appeal);
        return c.kind().ofRespondUnit() || a.handlingUnit().isEmpty() ? a.respondUnit() : a.handlingUnit();
    }
}
