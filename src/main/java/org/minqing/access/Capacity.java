package org.minqing.access;

import java.util.Comparator;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/**
 * As what somebody acts who acts on an appeal and not on a task: by a post of the unit that handles it, or the first of his.
 */
@Component
public class Capacity {

    private final Holdings holdings;

    Capacity(Holdings holdings) {
        this.holdings = holdings;
    }

    public Actor of(StaffMember person, Appeal appeal) {
        var as = holdings.of(person.groups()).stream()
                .min(Comparator.comparing(holding -> !holding.unit().code().equals(appeal.handlingUnit())))
                .map(Holding::label)
                .orElse("工作人员");
        return new Actor(person.userId(), as);
    }
}
