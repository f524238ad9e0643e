package org.minqing.access;

import org.minqing.appeal.Appeal;
import org.minqing.organisation.Role;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Who may hide what was sent with an appeal: dispatchers and supervisors see to it that nobody is shown who should not be. */
@Component
public class Moderation {

    private final AppealAccess access;

    Moderation(AppealAccess access) {
        this.access = access;
    }

    /** @throws Refusal if there is no such appeal, he may not see it, or may not hide anything: all look alike */
    public Appeal moderated(StaffMember person, String number) {
        var appeal = access.visible(person, number);
        if (!moderates(person)) {
            throw Refusal.notFound();
        }
        return appeal;
    }

    /** Whether somebody who sees an appeal may. */
    public boolean moderates(StaffMember person) {
        return person.is(Role.DISPATCHER) || person.is(Role.SUPERVISOR);
    }
}
