package org.minqing.process.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.minqing.access.ResidentContacts;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Contact;
import org.minqing.handling.Handling;
import org.minqing.problem.InvalidInput;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Answers;
import org.minqing.process.task.Completion;
import org.minqing.security.StaffDirectory;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** What completed forms say about contacts with the resident: way, time, person and what came of it (requirement D9). */
@Component
class ContactAnswers {

    private final Appeals appeals;
    private final Handling handling;
    private final ResidentContacts numbers;
    private final StaffDirectory staff;
    private final InstantSource clock;

    ContactAnswers(
            Appeals appeals, Handling handling, ResidentContacts numbers, StaffDirectory staff, InstantSource clock) {
        this.appeals = appeals;
        this.handling = handling;
        this.numbers = numbers;
        this.staff = staff;
        this.clock = clock;
    }

    void responded(Completion done) {
        var contact = reached(done);
        if (metOthers(done, contact, "finding")) {
            // Somebody has yet to reach the resident.
            done.fact(AppealVariables.ACTION, "arrived");
        } else {
            handling.responded(done.number(), done.by(), contact, words(contact, done.answers(), "finding"));
        }
    }

    /**
     * Where somebody is in danger: a call, or an arrival.
     *
     * @return whether it was the response, and no further contact
     */
    boolean inDanger(Completion done) {
        var called = "contacted".equals(done.action());
        var contact = new Contact(called ? "phone" : "onSite", done.text("contactWith"), at(done));
        if (called) {
            spokenTo(done, contact);
        }
        var words = time(contact, done.answers()) + (called ? "电话联系" : "到场") + "（"
                + done.answers().label("contactWith") + "）：" + done.text("finding");
        return handling.responded(done.number(), done.by(), contact, words);
    }

    /** The desk answers whoever asked: nobody else is told. */
    void answered(Completion done) {
        var contact = new Contact(done.text("answerKind"), "resident", clock.instant());
        handling.answered(done.number(), done.by(), contact, done.answers().label("answerKind"), done.text("answer"));
    }

    void contacted(Completion done) {
        var contact = reached(done);
        if (!metOthers(done, contact, "contactNote")) {
            handling.contacted(done.number(), done.by(), contact, words(contact, done.answers(), "contactNote"));
        }
    }

    /**
     * Whether nobody was met but others who were there: he has arrived, and that is all.
     *
     * @throws InvalidInput if it was a call, with which one arrives nowhere
     */
    private boolean metOthers(Completion done, Contact contact, String field) {
        if (!contact.arrived()) {
            spokenTo(done, contact);
            return false;
        }
        if (contact.knownToResident()) {
            return false;
        }
        handling.arrived(
                done.number(), done.by(), time(contact, done.answers()) + "只见到现场其他人员，还没有联系上居民：" + done.text(field));
        return true;
    }

    void missed(Completion done) {
        var contact = new Contact(done.text("attemptKind"), "nobody", at(done));
        handling.contactMissed(
                done.number(),
                done.by(),
                contact,
                time(contact, done.answers()) + done.answers().label("attemptKind") + "，未联系上居民");
    }

    private Contact reached(Completion done) {
        return new Contact(done.text("contactKind"), done.text("contactWith"), at(done));
    }

    /** @throws InvalidInput if the call was with others, or there is no number */
    private void spokenTo(Completion done, Contact contact) {
        if (!contact.knownToResident()) {
            throw new InvalidInput(
                    "contactWith",
                    "电话联系要联系到居民本人、受影响的人或家属",
                    "must be the resident, the person affected or family in a call");
        }
        number(done);
    }

    /**
     * Nobody calls without a number. One that was entered is kept with those that the resident left, and nowhere else. Where
     * the resident stays unnamed, whoever may not see the number that he left has called another one, or nobody.
     *
     * @throws InvalidInput if there is none
     */
    private void number(Completion done) {
        var entered = done.text("contactPhone");
        if (entered != null) {
            numbers.add(done.number(), done.by(), entered);
            return;
        }
        var caller = staff.account(done.by().person()).orElseThrow().member();
        if (numbers.phoneKnown(caller, done.number())) {
            return;
        }
        if (numbers.withheld(caller, done.number())) {
            throw new InvalidInput(
                    "contactPhone",
                    "居民没有署名，他的电话您看不到：请填写您打通的号码，或者改用“向居民提问”",
                    "is required: the resident stays unnamed, so enter the number that you called, or ask him a question");
        }
        throw new InvalidInput("contactPhone", "这件诉求没有留电话，请填写打通的号码", "is required: no telephone number is on file");
    }

    private static String words(Contact contact, Answers answers, String field) {
        return time(contact, answers) + answers.label("contactKind") + "（" + answers.label("contactWith") + "）："
                + answers.text(field);
    }

    /** The timeline has the time of writing; where the contact was earlier, its own time stands in front. */
    private static String time(Contact contact, Answers answers) {
        return answers.text("contactAt") == null ? "" : Times.words(contact.at()) + " ";
    }

    /**
     * Left empty it is now: the usual case costs nobody a tap.
     *
     * @throws InvalidInput if it is later than now or earlier than the appeal
     */
    private Instant at(Completion done) {
        return at(done, "contactAt");
    }

    /**
     * When something took place that is told afterwards; now, if the field was left empty.
     *
     * @throws InvalidInput if that is later than now, or earlier than the appeal
     */
    Instant at(Completion done, String field) {
        var now = clock.instant();
        if (done.text(field) == null) {
            return now;
        }
        var at = LocalDateTime.parse(done.text(field)).atZone(Times.ZONE).toInstant();
        if (at.isAfter(now)) {
            throw new InvalidInput(field, "不能晚于现在", "must not be later than now");
        }
        // Forms give minutes, and the appeal may have come within this one.
        if (at.plusSeconds(60).isBefore(appeals.get(done.number()).submittedAt())) {
            throw new InvalidInput(field, "不能早于诉求提出的时间", "must not be earlier than the appeal");
        }
        return at;
    }
}
