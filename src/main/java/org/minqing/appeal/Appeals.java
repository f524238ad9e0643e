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

    /** The sub-cases of an appeal, in the order in which they were split. */
    public List<Appeal> subCasesOf(String number) {
        return rows.subCasesOf(number);
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
        // What staff split from an appeal they did not write down for a resident.
        rows.insert(appeal, appeal.parent() == null ? by.person() : null, now);
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
     * @throws Refusal if there is none, or if it has ended, naming how
     */
    public OpenAppeal open(String number) {
        var status = lock(number).status();
        if (status.ended()) {
            throw Refusal.conflict("这件诉求已经结束（" + status.label() + "），不能再办。", "This appeal has ended: " + status + ".");
        }
        return new OpenAppeal(number, false, rows, clock, events);
    }

    /**
     * The same of one that may have ended, for what may still be said of it then: its review by the level above (复查、复核). Where
     * it stands does not change by that.
     */
    public OpenAppeal openEvenEnded(String number) {
        return new OpenAppeal(number, lock(number).status().ended(), rows, clock, events);
    }

    /** Gives it another tracking code; the one of before is nobody's. Also after the end, for the resident reads on. */
    public void recode(String number, String code) {
        lock(number);
        rows.recoded(number, code);
    }

    /** One that was just registered is judged as the matter that it becomes part of; nothing of its own begins. */
    public void join(String number, Appeal original, Actor by, String text) {
        var own = open(number);
        rows.decided(number, original.decision().orElseThrow());
        own.ended(AppealStatus.MERGED, by, text, original.number());
    }

    /**
     * What had joined another matter goes its own way, as if it had just come in. What follows is its process.
     *
     * @throws Refusal if it is no part of another one
     */
    public void part(String number) {
        if (lock(number).status() != AppealStatus.MERGED) {
            throw Refusal.overtaken();
        }
        rows.parted(number);
    }

    /**
     * The level above set the result aside: it is handled again, and somebody who was content or silent before is asked anew. What
     * follows is the step of the process that begins another round.
     *
     * @throws Refusal if it has not ended with a result
     */
    public void reopen(String number) {
        if (!lock(number).status().answered()) {
            throw Refusal.overtaken();
        }
        rows.reopened(number, AppealStatus.REVIEW);
    }
}
