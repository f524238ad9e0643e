package org.minqing.sla;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Limit;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens and stops the clocks, in the transaction of the act. A clock is opened once per round; returning, re-assigning,
 * commenting and another category do not touch it. Its verdict follows from the time of the act alone: a late timer cannot
 * turn a breach into a success.
 */
@Component
public class Clocks {

    /** A clock stops before what depended on its running lapses. */
    private static final int CLOCKS_FIRST = 0;

    private final ClockRows rows;
    private final Deadlines deadlines;
    private final ClockLedger ledger;
    private final ApplicationEventPublisher events;

    Clocks(ClockRows rows, Deadlines deadlines, ClockLedger ledger, ApplicationEventPublisher events) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.events = events;
    }

    @EventListener
    void on(AppealEvent.Decided e) {
        var limits = e.limits();
        var kinds = new LinkedHashMap<ClockKind, Limit>();
        kinds.put(ClockKind.ACCEPT, limits.accept());
        if (e.round() == 0) {
            if (limits.respond() != null) {
                kinds.put(ClockKind.RESPOND, limits.respond());
            }
            if (limits.arrive() != null) {
                kinds.put(ClockKind.ARRIVE, limits.arrive());
            }
        }
        kinds.put(ClockKind.RESOLVE, limits.resolve());
        open(e, kinds);
    }

    @EventListener
    void on(AppealEvent.Accepted e) {
        stop(e, ClockKind.ACCEPT, "");
        changed(e);
    }

    @EventListener
    void on(AppealEvent.Responded e) {
        var contact = e.contact();
        // Whoever has responded has accepted, whatever became of an acceptance before.
        stop(e, ClockKind.ACCEPT, "");
        stop(e, ClockKind.RESPOND, "how=" + contact.how() + ";whom=" + contact.whom() + ";at=" + contact.at());
        if (contact.arrived()) {
            stop(e, ClockKind.ARRIVE, "how=" + contact.how());
        }
        changed(e);
    }

    /** A later contact is no response any more, and yet the first time that somebody is there. */
    @EventListener
    void on(AppealEvent.Contacted e) {
        if (e.contact().arrived()) {
            stop(e, ClockKind.ARRIVE, "how=" + e.contact().how());
            changed(e);
        }
    }

    @EventListener
    void on(AppealEvent.DangerRemoved e) {
        stop(e, ClockKind.ARRIVE, "how=onSite");
        changed(e);
    }

    @EventListener
    void on(AppealEvent.Arrived e) {
        stop(e, ClockKind.ARRIVE, "how=onSite");
        changed(e);
    }

    /** With a result in hand nobody has to be on site any more; who should have been by then was late. */
    @Order(CLOCKS_FIRST)
    @EventListener
    void on(AppealEvent.Resulted e) {
        stop(e, ClockKind.RESOLVE, "");
        cancel(e, ClockKind.ARRIVE, "why=resulted");
        if (e.answerWithin() != null) {
            var answer = new Limit(e.answerWithin(), CalendarKind.RUNNING, Duration.ZERO);
            open(e, Map.of(ClockKind.CALL_BACK, answer));
        }
        changed(e);
    }

    /** Nothing of the clock changes but whose it is. */
    @Order(CLOCKS_FIRST)
    @EventListener
    void on(AppealEvent.Reassigned e) {
        rows.fresh(e.number());
        running(e.number(), ClockKind.RESOLVE)
                .ifPresent(c -> ledger.note(
                        e.number(),
                        c,
                        LedgerKind.REASSIGNED,
                        ledger.next(e.number(), c, LedgerKind.REASSIGNED),
                        e.at(),
                        e.by().person(),
                        ""));
    }

    @EventListener
    void on(AppealEvent.Rated e) {
        var timed = running(e.number(), ClockKind.CALL_BACK).isPresent();
        done(e, ClockKind.CALL_BACK);
        // While a plan is carried out nobody counts the days that the resident takes.
        note(
                e,
                timed ? ClockKind.CALL_BACK : ClockKind.RESOLVE,
                LedgerKind.RATED,
                "grade=" + e.grade() + ";" + e.answer() + ";contacted=" + e.contacted());
    }

    @EventListener
    void on(AppealEvent.PlanTold e) {
        if (e.fact() != null) {
            note(e, ClockKind.RESOLVE, LedgerKind.valueOf(e.fact()), e.codes());
        }
    }

    @EventListener
    void on(AppealEvent.ContactDenied e) {
        note(e, ClockKind.RESPOND, LedgerKind.CONTACT_DENIED, "");
    }

    @EventListener
    void on(AppealEvent.ContactChecked e) {
        var fact = e.made() ? LedgerKind.CONTACT_UPHELD : LedgerKind.CONTACT_REFUTED;
        note(e, ClockKind.RESPOND, fact, "contact=" + (e.first() ? "first" : "later"));
    }

    @Order(CLOCKS_FIRST)
    @EventListener
    void on(AppealEvent.Ended e) {
        rows.fresh(e.number()).stream().filter(c -> c.stoppedAt() == null).forEach(c -> cancel(e, c, "why=ended"));
    }

    private void changed(AppealEvent e) {
        events.publishEvent(new ClockChange.Run(e.number()));
    }

    private void open(AppealEvent e, Map<ClockKind, Limit> limits) {
        var opened = deadlines.opened(e.number(), List.copyOf(limits.keySet()), e.round(), limits::get, e.at());
        rows.open(e.number(), opened);
        ledger.opened(e.number(), opened);
    }

    /** One that no table of limits opens, in the hands of that unit. It may run again in the same round. */
    public void open(AppealEvent e, ClockKind kind, Limit limit, String unit) {
        var opened = deadlines
                .opened(e.number(), List.of(kind), e.round(), k -> limit, e.at())
                .get(0);
        rows.openAnew(e.number(), opened);
        ledger.opened(e.number(), opened, unit);
        events.publishEvent(new ClockChange.Moved(e.number()));
    }

    /** Nothing is to be done any more for which it ran. */
    public void cancel(AppealEvent e, ClockKind kind, String why) {
        rows.fresh(e.number());
        running(e.number(), kind).ifPresent(c -> {
            cancel(e, c, why);
            changed(e);
        });
    }

    /** What it ran for was done. */
    public void done(AppealEvent e, ClockKind kind) {
        stop(e, kind, "");
        changed(e);
    }

    /** Idempotent: what was done once is not done again. Done after the limit is a breach, whether a timer saw it or not. */
    private void stop(AppealEvent e, ClockKind kind, String detail) {
        rows.fresh(e.number());
        running(e.number(), kind).ifPresent(c -> {
            var late = e.at().isAfter(c.dueAt());
            var actor = e.by().person();
            rows.stop(e.number(), c, late || c.outcome() != null ? Clock.Outcome.BREACHED : Clock.Outcome.MET, e.at());
            if (!late && c.outcome() == null) {
                ledger.verdict(e.number(), c, LedgerKind.MET, e.at(), actor, detail);
                return;
            }
            if (c.outcome() == null) {
                ledger.verdict(e.number(), c, LedgerKind.BREACHED, e.at(), actor, "seen=act");
            }
            ledger.verdict(e.number(), c, LedgerKind.DONE_LATE, e.at(), actor, detail);
        });
    }

    /** A fact beside the verdict, about the last clock of that kind: it may be told more than once. */
    public void note(AppealEvent e, ClockKind kind, LedgerKind fact, String detail) {
        Clock.last(of(e.number()), kind)
                .ifPresent(c -> ledger.note(
                        e.number(), c, fact, ledger.next(e.number(), c, fact), e.at(), e.by().person(), detail));
    }

    private void cancel(AppealEvent e, Clock c, String why) {
        if (c.outcome() == null && e.at().isAfter(c.dueAt())) {
            ledger.verdict(e.number(), c, LedgerKind.BREACHED, e.at(), null, "seen=act");
            rows.stop(e.number(), c, Clock.Outcome.BREACHED, e.at());
            return;
        }
        rows.stop(e.number(), c, c.outcome() == null ? Clock.Outcome.CANCELLED : c.outcome(), e.at());
        if (c.outcome() == null) {
            ledger.verdict(e.number(), c, LedgerKind.CANCELLED, e.at(), e.by().person(), why);
        }
    }

    /** The clock of that kind that has not been stopped, breached or not. */
    public Optional<Clock> running(String appeal, ClockKind kind) {
        return of(appeal).stream()
                .filter(c -> c.kind() == kind && c.stoppedAt() == null)
                .findFirst();
    }

    /** All clocks of an appeal in the order in which they were opened. */
    public List<Clock> of(String appeal) {
        return rows.of(appeal);
    }

    /** How the deadline of a clock came about, step by step. */
    public Narration narrate(String appeal, Clock c) {
        return deadlines.narrate(appeal, c, of(appeal));
    }
}
