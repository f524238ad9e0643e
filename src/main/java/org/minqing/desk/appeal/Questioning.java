package org.minqing.desk.appeal;

import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.ConfidentialRules;
import org.minqing.feedback.ResidentQuestion;
import org.minqing.feedback.ResidentQuestions;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;

/** Questions to residents: whoever works on an appeal asks, and who may call an unnamed resident passes the answer on. */
@Service
class Questioning {

    /** More than anybody calls in a day. */
    private static final int MOST = 200;

    private final AppealAccess access;
    private final ResidentQuestions questions;
    private final ConfidentialRules rules;
    private final Capacity capacity;

    Questioning(AppealAccess access, ResidentQuestions questions, ConfidentialRules rules, Capacity capacity) {
        this.access = access;
        this.questions = questions;
        this.rules = rules;
        this.capacity = capacity;
    }

    /** @throws Refusal if this person may not see the appeal, or only audits */
    void ask(StaffMember person, String number, String question) {
        var appeal = access.contactVisible(person, number);
        questions.ask(appeal.number(), capacity.of(person, appeal), question);
    }

    /** @throws Refusal also if it is not his to call an unnamed resident */
    void passOn(StaffMember person, String number, String question, String answer) {
        require(person);
        var appeal = access.contactVisible(person, number);
        questions.passOn(appeal.number(), ResidentQuestions.id(question), capacity.of(person, appeal), answer);
    }

    /** What waits for such a call, oldest first. */
    List<ResidentQuestion> waiting(StaffMember person) {
        require(person);
        return questions.waiting(person.locality(), MOST);
    }

    private void require(StaffMember person) {
        if (!rules.knowsUnnamed(person) || !person.mayReadContacts()) {
            throw Refusal.notFound();
        }
    }
}
