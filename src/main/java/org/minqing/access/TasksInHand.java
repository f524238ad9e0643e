package org.minqing.access;

import java.util.Optional;
import org.minqing.security.StaffMember;

/** Who has work to do on an appeal, wherever tasks are kept. */
public interface TasksInHand {

    /** Whether this person, by user id, holds an open task of that appeal. */
    boolean has(String userId, String number);

    /** The task of its handling that he holds, or that is offered to him; empty if there is none. */
    Optional<String> next(StaffMember person, String number);

    /** Whether he has taken a task of its handling, or one is offered to a post of his that nobody has taken. */
    boolean of(StaffMember person, String number);
}
