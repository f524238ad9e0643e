package org.minqing.merging.web;

import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.appeal.Appeal;
import org.minqing.feedback.Rating;
import org.minqing.merging.ReporterActs;
import org.minqing.organisation.Role;
import org.minqing.outcome.Question;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Whoever calls residents back calls those too whose appeal was merged, and writes down what they say. */
@Component
class CallingBack {

    private final AppealAccess access;
    private final Capacity capacity;
    private final ReporterActs acts;

    CallingBack(AppealAccess access, Capacity capacity, ReporterActs acts) {
        this.access = access;
        this.capacity = capacity;
        this.acts = acts;
    }

    /** @throws Refusal if it is not his to call residents, as if there were no such appeal */
    Appeal called(StaffMember person, String number) {
        if (!person.is(Role.CALL_BACK)) {
            throw Refusal.notFound();
        }
        return access.visible(person, number);
    }

    void rated(StaffMember person, String number, Rating rating) {
        var appeal = called(person, number);
        acts.ratedByPhone(appeal.number(), capacity.of(person, appeal), rating);
    }

    Question asked(StaffMember person, String number) {
        return acts.asked(called(person, number));
    }
}
