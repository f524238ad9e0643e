package org.minqing.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Limit;
import org.minqing.appeal.Limits;
import org.minqing.sla.ledger.LedgerKind;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a corrected judgement does to the clocks that run and are undecided. A sooner limit holds at once, counted from when it
 * was known; a later one, counted from when the clock was opened, only when another person grants it. A promise once made
 * never becomes later by itself, and none is taken back: who need not come any more comes with the result at the latest.
 */
@Component
public class JudgedClocks {

    /** Clocks move before what depended on them lapses. */
    private static final int CLOCKS_FIRST = 0;

    private static final String CORRECTION = "更正研判";

    private final ClockRows rows;
    private final Deadlines deadlines;
    private final ClockMoves moves;
    private final ClockLedger ledger;
    private final ApplicationEventPublisher events;

    JudgedClocks(
            ClockRows rows,
            Deadlines deadlines,
            ClockMoves moves,
            ClockLedger ledger,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.moves = moves;
        this.ledger = ledger;
        this.events = events;
    }

    /** Whether some promise would become a later one: that is for another person to grant. */
    public boolean longer(String number, Limits limits, Instant now) {
        rows.fresh(number);
        return running(number, now)
                .anyMatch(c -> later(number, c, limits, now, "").dueAt().isAfter(c.dueAt()));
    }

    @Order(CLOCKS_FIRST)
    @EventListener
    void on(AppealEvent.Corrected e) {
        corrected(e.number(), e.at(), e.by(), "effect=applied;" + e.codes());
        for (var c : running(e.number(), e.at()).toList()) {
            var limit = limit(c.kind(), e.limits());
            var sooner = limit == null ? c : derived(e.number(), c.retimed(limit, e.at(), e.at(), e.change()));
            if (sooner.dueAt().isBefore(c.dueAt())) {
                move(e, c, sooner, CORRECTION);
            }
        }
        if (e.limits().arrive() != null && noneOf(e.number(), ClockKind.ARRIVE, e.round())) {
            var arrive = deadlines
                    .opened(
                            e.number(),
                            List.of(ClockKind.ARRIVE),
                            e.round(),
                            kind -> e.limits().arrive(),
                            e.at())
                    .get(0)
                    .openedBy(e.change());
            rows.open(e.number(), List.of(arrive));
            ledger.opened(e.number(), List.of(arrive));
            events.publishEvent(new ClockChange.Moved(e.number()));
            moves.tell(e.number(), arrive, Actor.SYSTEM, e.at(), "因更正研判，应于" + Times.end(arrive.dueAt()) + "前到场");
        }
    }

    @Order(CLOCKS_FIRST)
    @EventListener
    void on(AppealEvent.LongerGranted e) {
        corrected(e.number(), e.at(), e.by(), "effect=granted;" + e.codes());
        for (var c : running(e.number(), e.at()).toList()) {
            var later = later(e.number(), c, e.limits(), e.at(), e.change());
            if (later.dueAt().isAfter(c.dueAt())) {
                move(e, c, later, CORRECTION);
            }
        }
    }

    @EventListener
    void on(AppealEvent.LongerHeld e) {
        corrected(e.number(), e.at(), e.by(), e.codes());
    }

    private Clock later(String number, Clock c, Limits limits, Instant now, String change) {
        var limit = limit(c.kind(), limits);
        return derived(number, c.retimed(limit == null ? limits.resolve() : limit, c.openedAt(), now, change));
    }

    private Clock derived(String number, Clock c) {
        return deadlines.derived(number, c, rows.of(number));
    }

    /** Whether the resident of a duplicate was promised something sooner than the original will be due. */
    public boolean promisedSooner(String original, String duplicate, Instant now) {
        rows.fresh(original);
        rows.fresh(duplicate);
        return running(original, now).anyMatch(c -> sooner(c, duplicate, now).isPresent());
    }

    /** The original is due no later than anybody was promised whose appeal becomes part of it. */
    public void keepPromises(String original, String duplicate, Actor by, Instant now) {
        keep(original, duplicate, by, now, Clock.Promise.MERGED);
    }

    /** A sub-case is due no later than what the resident was promised of the whole. */
    public void keepWithin(String subCase, String whole, Instant now) {
        rows.fresh(subCase);
        rows.fresh(whole);
        keep(subCase, whole, Actor.SYSTEM, now, Clock.Promise.OF_THE_WHOLE);
    }

    /** Whether the whole is due no later than a sub-case of it, so that this can have no more time. */
    public boolean dueWithin(String subCase, String whole) {
        return Clock.last(rows.fresh(subCase), ClockKind.RESOLVE)
                .flatMap(own -> Clock.last(rows.fresh(whole), ClockKind.RESOLVE)
                        .filter(of -> !of.dueAt().isAfter(own.dueAt())))
                .isPresent();
    }

    private void keep(String number, String promised, Actor by, Instant now, Clock.Promise why) {
        for (var c : running(number, now).toList()) {
            sooner(c, promised, now)
                    .ifPresent(promise ->
                            move(number, by, now, c, derived(number, c.keeping(promise, now, why)), why.told()));
        }
    }

    /** Who takes it on inside is nothing that a resident was promised. */
    private Optional<Clock> sooner(Clock c, String duplicate, Instant now) {
        return running(duplicate, now)
                .filter(other -> other.kind() == c.kind() && c.kind() != ClockKind.ACCEPT)
                .filter(other -> other.dueAt().isAfter(now) && other.dueAt().isBefore(c.dueAt()))
                .findFirst();
    }

    private void move(AppealEvent e, Clock before, Clock after, String why) {
        move(e.number(), e.by(), e.at(), before, after, why);
    }

    private void move(String number, Actor by, Instant at, Clock before, Clock after, String why) {
        var moved = moves.store(number, after);
        ledger.note(
                number,
                moved,
                LedgerKind.RETIMED,
                ledger.next(number, moved, LedgerKind.RETIMED),
                at,
                by.person(),
                "from=" + before.dueAt() + ";budget=" + moved.budget() + ";calendar="
                        + moved.calendar().code() + ";counted=" + moved.countedFrom());
        // Who takes it on inside is nothing that a resident was promised.
        if (moved.kind() != ClockKind.ACCEPT) {
            moves.tell(
                    number,
                    moved,
                    Actor.SYSTEM,
                    at,
                    "因" + why + "，" + moved.kind().label() + "时限改为" + Times.end(moved.dueAt()) + "前，原为"
                            + Times.end(before.dueAt()) + "前");
        }
    }

    /** The fact itself stands with the clock of the result, which runs as long as anything can be corrected. */
    private void corrected(String number, Instant at, Actor by, String detail) {
        rows.fresh(number);
        Clock.last(rows.of(number), ClockKind.RESOLVE)
                .ifPresent(c -> ledger.note(
                        number,
                        c,
                        LedgerKind.CORRECTED,
                        ledger.next(number, c, LedgerKind.CORRECTED),
                        at,
                        by.person(),
                        detail));
    }

    private Stream<Clock> running(String number, Instant now) {
        return rows.of(number).stream()
                .filter(Clock::undecided)
                .filter(c -> c.kind().judged() && !c.dueAt().isBefore(now));
    }

    private boolean noneOf(String number, ClockKind kind, int round) {
        return rows.of(number).stream().noneMatch(c -> c.kind() == kind && c.round() == round);
    }

    /** Null where the judgement gives none. */
    private static Limit limit(ClockKind kind, Limits limits) {
        return switch (kind) {
            case ACCEPT -> limits.accept();
            case RESPOND -> limits.respond();
            case ARRIVE -> limits.arrive();
            case RESOLVE -> limits.resolve();
            case CALL_BACK, REDISPATCH, SETTLE, LEAD, REVIEW -> null;
        };
    }
}
