package org.minqing.handling;

import java.time.Duration;
import java.time.InstantSource;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Contact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the people do who handle an appeal. Each act belongs to the transaction that completes their task. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Handling {

    private final Appeals appeals;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Handling(Appeals appeals, InstantSource clock, ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.clock = clock;
        this.events = events;
    }

    /** The resident was reached or the place was visited: this, and not a status, is the response. */
    public void responded(String number, Actor by, Contact contact, String words) {
        var appeal = appeals.lock(number);
        appeals.enter(number, AppealStatus.HANDLING);
        events.publishEvent(new AppealEvent.Responded(number, appeal.round(), clock.instant(), by, words, contact));
    }

    /** Somebody took the appeal on. */
    public void accepted(String number, Actor by) {
        var appeal = appeals.lock(number);
        events.publishEvent(new AppealEvent.Accepted(number, appeal.round(), clock.instant(), by, "签收"));
    }

    /** An attempt that reached nobody; it is no response. */
    public void contactMissed(String number, Actor by, Contact contact, String words) {
        var appeal = appeals.lock(number);
        events.publishEvent(new AppealEvent.ContactMissed(number, appeal.round(), clock.instant(), by, words, contact));
    }

    /** The resident was reached once more. */
    public void contacted(String number, Actor by, Contact contact, String words) {
        var appeal = appeals.lock(number);
        events.publishEvent(new AppealEvent.Contacted(number, appeal.round(), clock.instant(), by, words, contact));
    }

    /** Somebody is on site. */
    public void arrived(String number, Actor by, String finding) {
        var appeal = appeals.lock(number);
        events.publishEvent(new AppealEvent.Arrived(number, appeal.round(), clock.instant(), by, "到场：" + finding));
    }

    /** Not for this unit; the dispatcher decides, the clocks run on. */
    public void returned(String number, Actor by, String reason) {
        var appeal = appeals.lock(number);
        events.publishEvent(new AppealEvent.Returned(number, appeal.round(), clock.instant(), by, "退回派单员：" + reason));
    }

    /** The resident hears how it stands before it is solved (S0-23). */
    public void progressed(String number, Actor by, String feedback) {
        var appeal = appeals.lock(number);
        events.publishEvent(
                new AppealEvent.Progressed(number, appeal.round(), clock.instant(), by, "阶段反馈：" + feedback));
    }

    public void resulted(String number, Actor by, ResultOutcome outcome, String result, String evidence) {
        var appeal = appeals.lock(number);
        appeals.resulted(number, outcome.code());
        events.publishEvent(new AppealEvent.Resulted(
                number,
                appeal.round(),
                clock.instant(),
                by,
                outcome.label() + "：" + result + "（佐证：" + evidence + "）",
                Duration.parse(appeal.answerWithin())));
    }
}
