package org.minqing.supervision;

import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors do to an appeal, in the words of the timeline. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Supervision {

    private final Appeals appeals;

    Supervision(Appeals appeals) {
        this.appeals = appeals;
    }

    /** No higher rung is left, or too many rounds were made: a supervisor looks at it. */
    public void underReview(String number) {
        appeals.open(number).underReview();
    }

    public void reviewed(String number, Actor by, String opinion) {
        appeals.open(number).supervised(by, "督办复核：" + opinion, true);
    }

    /** For colleagues: a supervisor answered an overdue clock, be it that of a review after the end. */
    public void supervised(String number, Actor by, String instruction) {
        appeals.openEvenEnded(number).supervised(by, "督办：" + instruction, false);
    }

    /** A supervisor stepped in. Colleagues read what he says; the resident, that somebody did. */
    public void steppedIn(String number, Actor by, String instruction) {
        supervised(number, by, instruction);
        appeals.open(number).supervised(by, "已督促承办单位抓紧办理", true);
    }
}
