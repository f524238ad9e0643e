package org.minqing.desk.appeal;

import org.minqing.access.Capacity;
import org.minqing.access.CodeRights;
import org.minqing.access.ResidentContacts;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.intake.Reissuing;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another tracking code for a resident, from whoever answers his call. Who has a code rates in the resident's name, so nobody gives
 * one out who handled the appeal; and each is in the timeline and among the looks at contact data.
 */
@Service
class CodeReissue {

    private final CodeRights codes;
    private final Capacity capacity;
    private final ResidentContacts contacts;
    private final Duties duties;
    private final Reissuing reissuing;

    CodeReissue(CodeRights codes, Capacity capacity, ResidentContacts contacts, Duties duties, Reissuing reissuing) {
        this.codes = codes;
        this.capacity = capacity;
        this.contacts = contacts;
        this.duties = duties;
        this.reissuing = reissuing;
    }

    /**
     * Shown once: it is kept in the appeal alone.
     *
     * @param purpose why, in the person's own words
     * @return the new code
     * @throws InvalidInput if there is no purpose
     * @throws Refusal      as if there were no such appeal, or if he handled it
     */
    @Transactional
    String reissue(StaffMember person, String number, String purpose) {
        var appeal = codes.reissuable(person, number);
        if (contacts.withheld(person, number)) {
            throw Refusal.notFound();
        }
        duties.require(number, person.userId(), Duty.CALLING_BACK);
        contacts.codeGiven(person, number, ResidentContacts.purpose(purpose));
        return reissuing.reissue(number, capacity.of(person, appeal));
    }
}
