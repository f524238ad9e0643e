package org.minqing.remit;

import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.sla.Acceptances;
import org.minqing.sla.Clocks;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows from a return: the clock of whoever says whose it is, and whether the return was right, for the ledger. */
@Component
class RemitFollowing {

    private final Clocks clocks;
    private final Acceptances acceptances;
    private final Appeals appeals;
    private final Localities localities;
    private final Disputes disputes;
    private final RemitRows rows;

    RemitFollowing(
            Clocks clocks,
            Acceptances acceptances,
            Appeals appeals,
            Localities localities,
            Disputes disputes,
            RemitRows rows) {
        this.clocks = clocks;
        this.acceptances = acceptances;
        this.appeals = appeals;
        this.localities = localities;
        this.disputes = disputes;
        this.rows = rows;
    }

    @EventListener
    void on(AppealEvent.Returned e) {
        var settling = e.settling();
        if (settling == null) {
            acceptances.noteReturn(e, LedgerKind.RETURNED, e.unit(), "why=danger");
            return;
        }
        acceptances.noteReturn(
                e, LedgerKind.RETURNED, e.unit(), "ground=" + e.ground() + ";dispute=" + settling.dispute());
        clocks.open(
                e, settling.dispute() ? ClockKind.SETTLE : ClockKind.REDISPATCH, settling.within(), settling.unit());
    }

    @EventListener
    void on(AppealEvent.Dispatched e) {
        found(e);
    }

    @EventListener
    void on(AppealEvent.Reassigned e) {
        found(e);
    }

    @EventListener
    void on(AppealEvent.RemitSettled e) {
        found(e);
    }

    /** Nobody has to say any more whose it is. */
    @EventListener
    void on(AppealEvent.Responded e) {
        lapse(e);
    }

    @EventListener
    void on(AppealEvent.Resulted e) {
        lapse(e);
    }

    private void lapse(AppealEvent e) {
        clocks.cancel(e, ClockKind.REDISPATCH, "why=handled");
        clocks.cancel(e, ClockKind.SETTLE, "why=handled");
    }

    /** A return was right if another unit has it now; if it comes back, it was not. */
    private void found(AppealEvent e) {
        clocks.done(e, ClockKind.REDISPATCH);
        clocks.done(e, ClockKind.SETTLE);
        var appeal = appeals.get(e.number());
        var responded = appeal.status() != AppealStatus.RECEIVED;
        var has = disputes.having(appeal);
        for (var what : disputes.returns(appeal)) {
            var upheld = !what.unit().equals(has);
            if (what.responded() == responded && !Boolean.valueOf(upheld).equals(rows.upheld(what))) {
                rows.judged(what, e.number(), e.at(), upheld);
                var unit = UnitTree.name(localities.get(appeal.locality()), what.unit(), what.unit());
                var text = unit + (upheld ? "退回成立" : "退回不成立");
                appeals.open(e.number())
                        .told((n, round, now) ->
                                new AppealEvent.ReturnJudged(n, round, now, e.by(), text, what.unit(), upheld));
            }
        }
    }

    @EventListener
    void on(AppealEvent.ReturnJudged e) {
        acceptances.noteReturn(e, e.upheld() ? LedgerKind.RETURN_UPHELD : LedgerKind.RETURN_NOT_UPHELD, e.unit(), "");
    }
}
