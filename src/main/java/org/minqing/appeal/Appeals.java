package org.minqing.appeal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minqing.database.DatabaseClock;
import org.minqing.database.TransactionMemo;
import org.minqing.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** All appeals: to read them, to add one, and to take one in hand. Nothing else changes an appeal. */
@Repository
public class Appeals {

    private final TransactionMemo<Boolean> held = new TransactionMemo<>();
    private final AppealRows rows;
    private final DatabaseClock turn;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Appeals(AppealRows rows, DatabaseClock turn, InstantSource clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.turn = turn;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Appeal> find(String number) {
        return rows.find(number);
    }

    public Optional<Appeal> findByTrackingCode(String code) {
        return rows.findByTrackingCode(code);
    }

    /** Those of these numbers that there are, by number, in one look. */
    public Map<String, Appeal> all(Collection<String> numbers) {
        return rows.all(numbers).stream().collect(Collectors.toMap(Appeal::number, Function.identity()));
    }

    /** The latest that somebody wrote down for residents, newest first. */
    public List<Appeal> recordedBy(String person, int most) {
        return rows.recordedBy(person, most);
    }

    /** @throws Refusal if there is none */
    public Appeal get(String number) {
        return find(number).orElseThrow(Refusal::notFound);
    }

    /** What the resident said, unedited (S4-6). */
    public String originalWords(String number) {
        return rows.originalWords(number);
    }

    /**
     * Adds one, open from the start to whoever registers it.
     *
     * @param by   the resident, or the member of staff who writes it down for him
     * @param text for the timeline
     */
    public Appeal register(NewAppeal appeal, Actor by, String text) {
        var number = appeal.number().toString();
        var now = clock.instant();
        rows.insert(appeal, by.person(), now);
        // Nobody else can see it yet, so there is nothing to wait for.
        held.get(number, () -> true);
        events.publishEvent(new AppealEvent.Received(number, 0, now, by, text));
        return get(number);
    }

    /**
     * The same as {@link #get}, held until the transaction ends, ended or not: for rules that read an appeal and must not be
     * overtaken. Whoever had to wait acts when he gets his turn: the time that the transaction has read before goes on, once.
     * Others may meanwhile write rows that refer to the appeal.
     */
    public Appeal lock(String number) {
        held.get(number, () -> {
            rows.hold(number).orElseThrow(Refusal::notFound);
            turn.goOn();
            return true;
        });
        return get(number);
    }

    /**
     * Takes it in hand, for an act: the only way to change an appeal.
     *
     * @throws Refusal if there is none, or if it ended while the caller was on his way
     */
    public OpenAppeal open(String number) {
        if (lock(number).status().ended()) {
            throw Refusal.overtaken();
        }
        return new OpenAppeal(number, rows, clock, events);
    }
}
