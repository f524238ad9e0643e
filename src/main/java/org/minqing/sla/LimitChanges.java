package org.minqing.sla;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.Refusal;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * More time and pauses for the resolve clock: asked for by the handler, granted by another person, within limits that
 * {@code limit-change.dmn} decides. A pause begins when it is granted, never before.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LimitChanges {

    private final ClockRows clocks;
    private final ClockMoves moves;
    private final LimitChangeRows requests;
    private final ClockLedger ledger;
    private final Appeals appeals;
    private final Duties duties;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    LimitChanges(
            ClockRows clocks,
            ClockMoves moves,
            LimitChangeRows requests,
            ClockLedger ledger,
            Appeals appeals,
            Duties duties,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.moves = moves;
        this.requests = requests;
        this.ledger = ledger;
        this.appeals = appeals;
        this.duties = duties;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Refusal if the clock has stopped or is over, is paused already, or another request waits */
    public void ask(
            String number, Actor by, LimitChangeType type, LimitChangeReason reason, int days, String explanation) {
        var round = appeals.lock(number).round();
        var c = movable(number);
        var now = clock.instant();
        if (type == LimitChangeType.PAUSE && c.pausedAt(now)) {
            throw Refusal.conflict("办结时限正在暂停，不必再申请。", "The clock is paused already.");
        }
        if (requests.latest(number, round).filter(LimitChange::waits).isPresent()) {
            throw Refusal.conflict("上一次调整申请还在审批，请等结果。", "An earlier request is still waiting.");
        }
        var request =
                new LimitChange(0, number, round, type, reason, days, explanation, by.person(), now, null, null, null);
        requests.ask(request);
        ledger.note(
                number,
                c,
                LedgerKind.ASKED,
                ledger.next(number, c, LedgerKind.ASKED),
                now,
                by.person(),
                "change=" + type.code() + ";days=" + days + ";reason=" + reason.code());
        events.publishEvent(
                new AppealEvent.LimitChangeAsked(number, round, now, by, "申请" + request.words() + "：" + explanation));
    }

    /** All requests of an appeal, oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<LimitChange> of(String number) {
        return requests.of(number);
    }

    /** How many of that kind were granted in this round. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int granted(String number, LimitChangeType type) {
        return requests.granted(number, appeals.get(number).round(), type);
    }

    /** The latest request of this round. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<LimitChange> latest(String number) {
        return requests.latest(number, appeals.get(number).round());
    }

    /** The request of this round that somebody still has to decide. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<LimitChange> waiting(String number) {
        return latest(number).filter(LimitChange::waits);
    }

    /**
     * Another person decides (S-22). Granting does not move the clock yet: that is the next step of the process.
     *
     * @throws Refusal if it was decided already, or this person may not
     */
    public void decide(String number, Actor by, boolean grant, String opinion) {
        var round = appeals.lock(number).round();
        duties.require(number, by.person(), Duty.APPROVING);
        var now = clock.instant();
        var request = waiting(number).orElseThrow(() -> Refusal.conflict("这项申请已经审批。", "The request has been decided."));
        requests.decide(request, by.person(), now, grant);
        if (!grant) {
            // Of a clock that is over, too: else the request could be answered neither way.
            var c = running(number).orElseThrow();
            ledger.note(
                    number,
                    c,
                    LedgerKind.REFUSED,
                    ledger.next(number, c, LedgerKind.REFUSED),
                    now,
                    by.person(),
                    "change=" + request.type().code());
            events.publishEvent(new AppealEvent.LimitChangeRefused(
                    number, round, now, by, "不同意" + request.words() + "：" + opinion));
        }
    }

    /** Moves the clock as was just granted. */
    public void apply(String number) {
        appeals.lock(number);
        var request =
                latest(number).filter(r -> Boolean.TRUE.equals(r.granted())).orElseThrow();
        moves.grant(movable(number), request, clock.instant());
    }

    /**
     * The clock goes on; nothing happens if it does already.
     *
     * @param by who ended the pause early, or the system when it was over
     */
    public void resume(String number, Actor by) {
        appeals.lock(number);
        running(number).filter(Clock::undecided).ifPresent(c -> moves.resume(number, c, by, clock.instant()));
    }

    /** @throws Refusal if the resolve clock is not paused */
    public void requirePause(String number) {
        if (!paused(number)) {
            throw Refusal.conflict("办结时限没有暂停，不需要恢复。", "The clock is not paused.");
        }
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean paused(String number) {
        return clocks.of(number).stream().anyMatch(c -> c.kind() == ClockKind.RESOLVE && c.pausedAt(clock.instant()));
    }

    private Clock movable(String number) {
        return running(number)
                .filter(Clock::undecided)
                .filter(c -> !c.dueAt().isBefore(clock.instant()))
                .orElseThrow(() -> Refusal.conflict(
                        "办结时限已经停止或已经超时，不能再调整。", "The clock has stopped or is over; it cannot be changed."));
    }

    private Optional<Clock> running(String number) {
        return clocks.fresh(number).stream()
                .filter(c -> c.kind() == ClockKind.RESOLVE && c.stoppedAt() == null)
                .findFirst();
    }
}
