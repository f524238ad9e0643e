package org.minqing.handling;

import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Contact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people do who handle an appeal, in the words of the timeline. Each act belongs to the transaction that completes
 * their task.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Handling {

    private final Appeals appeals;

    Handling(Appeals appeals) {
        this.appeals = appeals;
    }

    /**
     * The resident, or whom it concerns, was reached: this, and not a status, is the response. Where somebody is in danger
     * several set out, and the first of them responds for all; what the others tell is a further contact.
     *
     * @return whether it was the response
     */
    public boolean responded(String number, Actor by, Contact contact, String words) {
        var open = appeals.open(number);
        var first = open.state().status() == AppealStatus.RECEIVED;
        if (first) {
            open.responded(by, contact, words);
        } else {
            open.contacted(by, contact, words);
        }
        return first;
    }

    /** Nobody is in danger any more; what there is to do beyond that goes on. */
    public void madeSafe(String number, Actor by, String words) {
        appeals.open(number).madeSafe(by, words);
    }

    /** Somebody took the appeal on. */
    public void accepted(String number, Actor by) {
        appeals.open(number).accepted(by, "签收");
    }

    /** An attempt that reached nobody; it is no response. */
    public void contactMissed(String number, Actor by, Contact contact, String words) {
        appeals.open(number).contactMissed(by, contact, words);
    }

    /** The resident was reached once more. */
    public void contacted(String number, Actor by, Contact contact, String words) {
        appeals.open(number).contacted(by, contact, words);
    }

    /** Somebody is on site. */
    public void arrived(String number, Actor by, String finding) {
        appeals.open(number).arrived(by, "到场：" + finding);
    }

    /** The resident hears how it stands before it is solved (S0-23). */
    public void progressed(String number, Actor by, String feedback) {
        appeals.open(number).progressed(by, "阶段反馈：" + feedback);
    }

    /**
     * A consultation: the answer is the response and the result at once. After a response it is a further contact, and of a
     * sub-case none: whoever leads the whole speaks with the resident.
     *
     * @param words how the answer reached the resident
     */
    public void answered(String number, Actor by, Contact contact, String words, String answer) {
        if (!appeals.get(number).subCase()) {
            responded(number, by, contact, words);
        }
        appeals.open(number).resulted(by, ResultOutcome.EXPLAINED.code(), "答复：" + answer);
    }

    /** A consultation that needs to be handled: the unit that the decisions named responds. */
    public void passedOn(String number, Actor by, String reason) {
        appeals.open(number).passedOn(by, "转为办理：" + reason);
    }

    /** Praise. */
    public void thanked(String number, Actor by, String thanks, String whom) {
        appeals.open(number).resulted(by, ResultOutcome.THANKED.code(), thanks + "（已转达：" + whom + "）");
    }

    /** @param text the result as the resident reads it */
    public void resulted(String number, Actor by, ResultOutcome outcome, String text) {
        appeals.open(number).resulted(by, outcome.code(), text);
    }
}
