package org.minqing.access;

import org.minqing.security.StaffMember;

/** Who has work to do on an appeal; the process knows. */
public interface TasksInHand {

    /** Whether he has taken a task of that appeal, or one is offered to a post of his that nobody has taken. */
    boolean of(StaffMember person, String number);
}
