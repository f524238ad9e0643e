package org.minqing.process.task;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Contact;
import org.minqing.feedback.ContactChecks;
import org.minqing.handling.Handling;
import org.minqing.problem.InvalidInput;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** What completed forms say about contacts with the resident: way, time, person and what came of it (requirement D9). */
@Component
public class ContactActs {

    private final Handling handling;
    private final ContactChecks checks;
    private final InstantSource clock;

    ContactActs(Handling handling, ContactChecks checks, InstantSource clock) {
        this.handling = handling;
        this.checks = checks;
        this.clock = clock;
    }

    void responded(Appeal appeal, Actor by, Answers answers) {
        var contact = reached(appeal, answers);
        handling.responded(appeal.number(), by, contact, words(contact, answers, "finding"));
    }

    void contacted(Appeal appeal, Actor by, Answers answers) {
        var contact = reached(appeal, answers);
        handling.contacted(appeal.number(), by, contact, words(contact, answers, "contactNote"));
    }

    void missed(Appeal appeal, Actor by, Answers answers) {
        var contact = new Contact(answers.text("attemptKind"), "nobody", at(appeal, answers));
        var time = answers.text("contactAt") == null ? "" : Times.words(contact.at()) + " ";
        handling.contactMissed(appeal.number(), by, contact, time + answers.label("attemptKind") + "，未联系上居民");
    }

    void check(Appeal appeal, Actor by, Answers answers) {
        var basis = answers.text("basis");
        if (answers.text("measure") != null) {
            basis += "（" + answers.label("measure") + "）";
        }
        checks.decide(appeal.number(), by, "made".equals(answers.text("action")), basis);
    }

    private Contact reached(Appeal appeal, Answers answers) {
        return new Contact(answers.text("contactKind"), answers.text("contactWith"), at(appeal, answers));
    }

    /** The timeline has the time of writing; where the contact was earlier, its own time stands in front. */
    private static String words(Contact contact, Answers answers, String field) {
        var time = answers.text("contactAt") == null ? "" : Times.words(contact.at()) + " ";
        return time + answers.label("contactKind") + "（" + answers.label("contactWith") + "）：" + answers.text(field);
    }

    /**
     * Left empty it is now: the usual case costs nobody a tap.
     *
     * @throws InvalidInput if it is later than now or earlier than the appeal
     */
    private Instant at(Appeal appeal, Answers answers) {
        var now = clock.instant();
        if (answers.text("contactAt") == null) {
            return now;
        }
        var at = LocalDateTime.parse(answers.text("contactAt"))
                .atZone(Times.ZONE)
                .toInstant();
        if (at.isAfter(now)) {
            throw new InvalidInput("contactAt", "不能晚于现在", "must not be later than now");
        }
        // Forms give minutes, and the appeal may have come within this one.
        if (at.plusSeconds(60).isBefore(appeal.submittedAt())) {
            throw new InvalidInput("contactAt", "不能早于诉求提出的时间", "must not be earlier than the appeal");
        }
        return at;
    }
}
