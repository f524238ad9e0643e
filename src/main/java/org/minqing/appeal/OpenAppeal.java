package org.minqing.appeal;

import java.time.Instant;
import java.time.InstantSource;
import org.minqing.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;

/**
 * An appeal in somebody's hand until his transaction ends. Its verbs are all that can happen to it: each checks whether it
 * may, writes it and publishes it, with the time of the database. The words for the timeline are the caller's.
 */
public final class OpenAppeal {

    /** Events that say no more than that it happened. */
    private interface Plain {
        AppealEvent of(String number, int round, Instant at, Actor by, String text);
    }

    /** What changes nothing of the appeal itself and has more to tell than words. */
    public interface Told {
        AppealEvent of(String number, int round, Instant at);
    }

    private final String number;
    private final boolean ended;
    private final AppealRows rows;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    OpenAppeal(String number, boolean ended, AppealRows rows, InstantSource clock, ApplicationEventPublisher events) {
        this.number = number;
        this.ended = ended;
        this.rows = rows;
        this.clock = clock;
        this.events = events;
    }

    /** As it stands now, after whatever this transaction did to it. */
    public Appeal state() {
        return rows.find(number).orElseThrow();
    }

    /** All four decisions of the round at once. */
    public void decided(Decision decision, Limits limits, String text) {
        rows.decided(number, decision);
        var now = state();
        if (now.round() == 0 && decision.track().answeredAtTheDesk()) {
            rows.respondAt(number, decision.who().unit());
        }
        publish(new AppealEvent.Decided(number, round(), clock.instant(), Actor.SYSTEM, text, limits));
    }

    /**
     * It is judged otherwise from now on.
     *
     * @param change what changed, in words; see {@link AppealEvent.Corrected}
     * @param codes  the same for the ledger
     */
    public void corrected(Actor by, Judgement to, String text, String change, String codes) {
        rows.corrected(number, to);
        publish(new AppealEvent.Corrected(number, round(), clock.instant(), by, text, to.limits(), change, codes));
    }

    public void correctionNoted(Actor by, String text) {
        publish(AppealEvent.CorrectionNoted::new, by, text);
    }

    public void longerGranted(Actor by, Limits limits, String text, String change, String codes) {
        publish(new AppealEvent.LongerGranted(number, round(), clock.instant(), by, text, limits, change, codes));
    }

    public void returned(Actor by, String text, String unit, String ground, Limit.Settling settling) {
        publish(new AppealEvent.Returned(number, round(), clock.instant(), by, text, unit, ground, settling));
    }

    public void told(Told what) {
        publish(what.of(number, round(), clock.instant()));
    }

    public void accepted(Actor by, String text) {
        publish(AppealEvent.Accepted::new, by, text);
    }

    /** The resident, or whom it concerns, was reached: this, and nothing else, is the response. */
    public void responded(Actor by, Contact contact, String text) {
        rows.enter(number, become(AppealStatus.HANDLING, by));
        publish(new AppealEvent.Responded(number, round(), clock.instant(), by, text, contact));
    }

    public void contactMissed(Actor by, Contact contact, String text) {
        publish(new AppealEvent.ContactMissed(number, round(), clock.instant(), by, text, contact));
    }

    public void contacted(Actor by, Contact contact, String text) {
        publish(new AppealEvent.Contacted(number, round(), clock.instant(), by, text, contact));
    }

    public void arrived(Actor by, String text) {
        publish(AppealEvent.Arrived::new, by, text);
    }

    /** Nobody is in danger any more; what there is to do beyond that goes on. */
    public void madeSafe(Actor by, String text) {
        rows.madeSafe(number, clock.instant());
        publish(AppealEvent.DangerRemoved::new, by, text);
    }

    /** Whose the first response is, was settled. */
    public void settled(Actor by, Responding who, String text) {
        rows.respondBy(number, who);
        publish(AppealEvent.RemitSettled::new, by, text);
    }

    /** Whose the handling is, was settled. */
    public void settled(Actor by, String unit, String post, String text) {
        rows.handledBy(number, unit, post);
        publish(AppealEvent.RemitSettled::new, by, text);
    }

    /** The dispatcher says who makes the first response. */
    public void rerouted(Actor by, Responding who, String text) {
        rows.respondBy(number, who);
        publish(AppealEvent.Dispatched::new, by, text);
    }

    /** What was to be answered at the desk is responded to where it happened. */
    public void passedOn(Actor by, String text) {
        rows.respondAt(number, state().unit());
        publish(AppealEvent.Dispatched::new, by, text);
    }

    public void dispatched(Actor by, String unit, String post, String text) {
        rows.handledBy(number, unit, post);
        publish(AppealEvent.Dispatched::new, by, text);
    }

    /** A supervisor gives the first response to another post. */
    public void reassigned(Actor by, Responding who, String text) {
        rows.respondBy(number, who);
        publish(AppealEvent.Reassigned::new, by, text);
    }

    /** A supervisor gives the handling to another post. */
    public void reassigned(Actor by, String unit, String post, String text) {
        rows.handledBy(number, unit, post);
        publish(AppealEvent.Reassigned::new, by, text);
    }

    public void reminded(Actor by, String text) {
        publish(AppealEvent.Reminded::new, by, text);
    }

    public void progressed(Actor by, String text) {
        publish(AppealEvent.Progressed::new, by, text);
    }

    /** From now on the resident is asked, unless the type of the appeal says that he is not. */
    public void resulted(Actor by, String outcome, String text) {
        var asked = decision().track().rated();
        rows.resulted(number, outcome, asked ? become(AppealStatus.FEEDBACK, by) : inHandling(by));
        publish(new AppealEvent.Resulted(
                number, round(), clock.instant(), by, text, asked ? decision().answerWithin() : null));
    }

    /** The result is a plan. The resident is asked while it is carried out, and nobody waits for what he says. */
    public void planned(Actor by, String outcome, String text) {
        rows.resulted(number, outcome, become(AppealStatus.PLANNED, by));
        publish(new AppealEvent.Resulted(number, round(), clock.instant(), by, text, null));
    }

    public void callMissed(Actor by, String text) {
        publish(AppealEvent.CallMissed::new, by, text);
    }

    /**
     * @param answer see {@link AppealEvent.Rated}
     * @throws Refusal if no result waits
     */
    public void rated(Actor by, int grade, String answer, boolean contacted, String text) {
        if (!state().status().asksResident()) {
            throw Refusal.overtaken();
        }
        publish(new AppealEvent.Rated(number, round(), clock.instant(), by, text, grade, answer, contacted));
    }

    /** One more round; what the last one had is kept. */
    public void redo(String text) {
        rows.nextRound(number, become(AppealStatus.HANDLING, Actor.SYSTEM));
        publish(AppealEvent.RedoStarted::new, Actor.SYSTEM, text);
    }

    /** A supervisor looks at it; he is the first to say something. */
    public void underReview() {
        rows.enter(number, become(AppealStatus.REVIEW, Actor.SYSTEM));
    }

    /** @param visible whether the resident may read it */
    public void supervised(Actor by, String text, boolean visible) {
        publish(new AppealEvent.Supervised(number, round(), clock.instant(), by, text, visible));
    }

    /** @param mergedInto number of the original, or null if it was no duplicate */
    public void ended(AppealStatus how, Actor by, String text, String mergedInto) {
        if (!how.ended()) {
            throw new IllegalArgumentException(how + " is no end");
        }
        var round = round();
        rows.ended(number, become(how, by), clock.instant(), mergedInto);
        publish(new AppealEvent.Ended(number, round, clock.instant(), by, text));
    }

    /** What ends without a rating need not have been responded to. */
    private AppealStatus inHandling(Actor by) {
        return state().status() == AppealStatus.HANDLING ? AppealStatus.HANDLING : become(AppealStatus.HANDLING, by);
    }

    /** A person was overtaken; the process itself has no such excuse, and its step is rolled back as our fault. */
    private AppealStatus become(AppealStatus next, Actor by) {
        var now = state().status();
        if (!now.mayBecome(next)) {
            throw by.equals(Actor.SYSTEM)
                    ? new IllegalStateException(number + " is " + now + " and cannot become " + next)
                    : Refusal.overtaken();
        }
        return next;
    }

    private Decision decision() {
        return state().decision().orElseThrow(() -> new IllegalStateException(number + " is not decided"));
    }

    /** Every verb asks for it; whoever goes on after the end with an appeal that was open when he took it made a mistake. */
    private int round() {
        var now = state();
        if (now.status().ended() && !ended) {
            throw new IllegalStateException(number + " has ended");
        }
        return now.round();
    }

    private void publish(Plain event, Actor by, String text) {
        publish(event.of(number, round(), clock.instant(), by, text));
    }

    private void publish(AppealEvent event) {
        events.publishEvent(event);
    }
}
