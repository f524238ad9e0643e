package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.due.LimitReached;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What falls due on the clocks of an appeal: warnings, limits, and the rungs of the escalation. Whoever looks, a timer or
 * the sweeper, finds the same, and each is written once.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LimitWatch {

    private record Pending(Instant at, Clock clock, DueLimit limit) {}

    private final ClockRows rows;
    private final ClockLedger ledger;
    private final Deadlines deadlines;
    private final Appeals appeals;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    LimitWatch(
            ClockRows rows,
            ClockLedger ledger,
            Deadlines deadlines,
            Appeals appeals,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.appeals = appeals;
        this.clock = clock;
        this.events = events;
    }

    /** When something falls due next while the appeal is handled; the call-back has a timer of its own. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> nextAt(String appeal) {
        return pending(appeal).findFirst().map(Pending::at);
    }

    /** Writes down the earliest that is due by now. A breach that the sweeper wrote before still calls for its rung. */
    public Optional<DueLimit> recordNext(String appeal) {
        lock(appeal);
        var now = clock.instant();
        var due = pending(appeal).findFirst().filter(p -> !p.at().isAfter(now));
        due.ifPresent(p -> {
            switch (p.limit().type()) {
                case WARNING -> warn(appeal, p.clock(), now);
                case LIMIT -> breach(appeal, p.clock(), now, "seen=timer");
                case RUNG -> {}
            }
        });
        return due.map(Pending::limit);
    }

    /**
     * A rung was reached; it may lie above the next, if nobody stands on that.
     *
     * @param who       the posts, as the ledger keeps them
     * @param nextAfter so much time of the same calendar after this one was due comes the next; null if this was the last
     */
    public void escalated(String appeal, ClockKind kind, int rung, String who, Duration nextAfter) {
        var now = clock.instant();
        var c = rows.of(appeal).stream()
                .filter(it -> it.kind() == kind && it.stoppedAt() == null)
                .findFirst()
                .orElseThrow();
        ledger.note(appeal, c, LedgerKind.ESCALATED, rung, now, null, who);
        // From when it was due and not from when it was seen: a late timer delays no other rung.
        var due = c.nextRungAt() == null ? c.dueAt() : c.nextRungAt();
        rows.escalated(appeal, c, rung, nextAfter == null ? null : deadlines.after(appeal, c, due, nextAfter));
    }

    /** Nobody rated in time: the call-back was not made. */
    public void callBackMissed(String appeal) {
        lock(appeal);
        undecidedOverdue(appeal, clock.instant())
                .filter(c -> c.kind() == ClockKind.CALL_BACK)
                .forEach(c -> breach(appeal, c, clock.instant(), "seen=timer"));
    }

    /** Breaches of which no timer told. The appeal is locked already. */
    int breachesMissed(String appeal) {
        var now = clock.instant();
        rows.fresh(appeal);
        var missed = undecidedOverdue(appeal, now).toList();
        missed.forEach(c -> breach(appeal, c, now, "seen=sweeper"));
        return missed.size();
    }

    private void lock(String appeal) {
        appeals.lock(appeal);
        rows.fresh(appeal);
    }

    private Stream<Clock> undecidedOverdue(String appeal, Instant now) {
        return rows.of(appeal).stream()
                .filter(Clock::undecided)
                .filter(c -> c.dueAt().isBefore(now));
    }

    private Stream<Pending> pending(String appeal) {
        return rows.of(appeal).stream()
                .filter(c -> c.stoppedAt() == null && c.kind() != ClockKind.CALL_BACK)
                .flatMap(LimitWatch::pending)
                .sorted(Comparator.comparing(Pending::at));
    }

    private static Stream<Pending> pending(Clock c) {
        if (c.outcome() != null) {
            return c.nextRungAt() == null
                    ? Stream.of()
                    : Stream.of(
                            new Pending(c.nextRungAt(), c, new DueLimit(c.kind(), DueLimit.Type.RUNG, c.rung() + 1)));
        }
        var limit = new Pending(c.overdueAt(), c, new DueLimit(c.kind(), DueLimit.Type.LIMIT, 1));
        return c.warned() || c.warnAt() == null
                ? Stream.of(limit)
                : Stream.of(new Pending(c.warningAt(), c, new DueLimit(c.kind(), DueLimit.Type.WARNING, 0)), limit);
    }

    private void warn(String appeal, Clock c, Instant now) {
        rows.warned(appeal, c);
        // The first is 0, as it was when there was no second.
        ledger.note(appeal, c, LedgerKind.WARNED, ledger.next(appeal, c, LedgerKind.WARNED) - 1, now, null, "");
        tell(appeal, c, now, c.kind().label() + "时限将到，请抓紧办理");
        events.publishEvent(new LimitReached(appeal, false));
    }

    private void breach(String appeal, Clock c, Instant now, String seen) {
        rows.breach(appeal, c);
        ledger.verdict(appeal, c, LedgerKind.BREACHED, now, null, seen);
        tell(appeal, c, now, c.kind().label() + "超时");
        events.publishEvent(new LimitReached(appeal, true));
    }

    private void tell(String appeal, Clock c, Instant now, String text) {
        events.publishEvent(new AppealEvent.LimitNoted(appeal, c.round(), now, Actor.SYSTEM, text));
    }
}
