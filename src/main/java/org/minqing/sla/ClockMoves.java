package org.minqing.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.calendar.Suspension;
import org.minqing.sla.ledger.LedgerKind;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The ways in which a deadline moves, each a fact in the ledger, and the resident is told the new promise. */
@Component
public class ClockMoves {

    private final ClockRows rows;
    private final Deadlines deadlines;
    private final ClockLedger ledger;
    private final ApplicationEventPublisher events;

    ClockMoves(ClockRows rows, Deadlines deadlines, ClockLedger ledger, ApplicationEventPublisher events) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.events = events;
    }

    void grant(Clock c, LimitChange request, Instant now) {
        var pause = request.type() == LimitChangeType.PAUSE;
        var reason = request.reason().label();
        var until = now.plus(request.length());
        var moved = pause
                ? c.with(c.extensions(), added(c.suspensions(), new Suspension(now, until, reason)))
                : c.with(
                        added(c.extensions(), new Clock.Extension(request.length(), reason, request.decidedBy(), now)),
                        c.suspensions());
        moved = store(request.appeal(), moved);
        ledger.note(
                request.appeal(),
                moved,
                pause ? LedgerKind.PAUSED : LedgerKind.EXTENDED,
                pause ? moved.suspensions().size() : moved.extensions().size(),
                now,
                request.decidedBy(),
                (pause ? "until=" + until : "by=" + request.length()) + ";reason="
                        + request.reason().code() + ";asked=" + request.askedBy());
        var text = pause
                ? "办结时限自即日起暂停计时至" + Times.end(until) + "（" + reason + "），恢复后应于" + Times.end(moved.dueAt()) + "前办结"
                : "办结时限延长 " + Spans.days(request.days()) + "（" + reason + "），改为" + Times.end(moved.dueAt()) + "前办结";
        tell(request.appeal(), moved, Actor.SYSTEM, now, text);
    }

    /**
     * The clock of that kind that runs stands still from now on: no limit of its own has to be asked for or granted.
     *
     * @param until  first moment that counts again
     * @param reason as an official gives it
     * @param detail the same for the ledger
     */
    public void pause(
            String appeal, ClockKind kind, Instant until, String reason, String detail, Actor by, Instant now) {
        rows.fresh(appeal);
        rows.of(appeal).stream()
                .filter(c -> c.kind() == kind && c.stoppedAt() == null)
                .forEach(c -> {
                    var moved = store(
                            appeal, c.with(c.extensions(), added(c.suspensions(), new Suspension(now, until, reason))));
                    var step = ledger.next(appeal, moved, LedgerKind.PAUSED);
                    ledger.note(
                            appeal, moved, LedgerKind.PAUSED, step, now, by.person(), "until=" + until + ";" + detail);
                });
    }

    void resume(String appeal, Clock c, Actor by, Instant now) {
        var last = c.suspensions().size() - 1;
        if (last < 0 || ledger.next(appeal, c, LedgerKind.RESUMED) > last + 1) {
            return;
        }
        var pause = c.suspensions().get(last);
        // A pause ends when it was to end, however late its timer is.
        var end = pause.to().isBefore(now) ? pause.to() : now;
        var suspensions = new ArrayList<>(c.suspensions());
        suspensions.set(last, new Suspension(pause.from(), end, pause.reason()));
        var moved = store(appeal, c.with(c.extensions(), suspensions));
        ledger.note(appeal, moved, LedgerKind.RESUMED, last + 1, now, by.person(), "ended=" + end);
        tell(appeal, moved, by, now, "办结时限恢复计时，应于" + Times.end(moved.dueAt()) + "前办结");
    }

    /** The working calendar changed. A deadline that stays where it is is no fact. */
    boolean reproject(String appeal, Clock c, Instant now) {
        var moved = store(appeal, c);
        if (moved.dueAt().equals(c.dueAt())) {
            return false;
        }
        ledger.note(
                appeal,
                moved,
                LedgerKind.REPROJECTED,
                ledger.next(appeal, c, LedgerKind.REPROJECTED),
                now,
                null,
                "from=" + c.dueAt() + ";calendar=" + moved.basis().substring(0, 12));
        tell(
                appeal,
                moved,
                Actor.SYSTEM,
                now,
                "按最新放假安排重新推算，应于" + Times.end(moved.dueAt()) + "前" + moved.kind().label());
        return true;
    }

    Clock store(String appeal, Clock c) {
        var moved = deadlines.derived(appeal, c, rows.of(appeal));
        rows.move(appeal, moved);
        events.publishEvent(new ClockChange.Moved(appeal));
        return moved;
    }

    void tell(String appeal, Clock c, Actor by, Instant now, String text) {
        events.publishEvent(new AppealEvent.LimitMoved(appeal, c.round(), now, by, text));
    }

    private static <T> List<T> added(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
