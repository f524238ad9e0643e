package org.minqing.desk.appeal;

import org.minqing.appeal.Actor;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** As what somebody acts who acts on an appeal and not on a task: by the first of his posts. */
@Component
class Capacity {

    private final Holdings holdings;

    Capacity(Holdings holdings) {
        this.holdings = holdings;
    }

    Actor of(StaffMember person) {
        var as = holdings.of(person.groups()).stream()
                .findFirst()
                .map(Holding::label)
                .orElse("工作人员");
        return new Actor(person.userId(), as);
    }
}
