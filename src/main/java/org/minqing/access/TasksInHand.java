package org.minqing.access;

import org.minqing.security.StaffMember;

/** Who has work to do on an appeal, wherever tasks are kept. */
public interface TasksInHand {

    /** Whether this person, by user id, holds an open task of that appeal. */
    boolean has(String userId, String number);

    /** Whether he has taken a task of its handling, or one is offered to a post of his that nobody has taken. */
    boolean of(StaffMember person, String number);
}
