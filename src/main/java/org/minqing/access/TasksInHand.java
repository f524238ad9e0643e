package org.minqing.access;

/** Whether somebody has taken a task, wherever tasks are kept. */
public interface TasksInHand {

    /** Whether this person, by user id, holds an open task of that appeal. */
    boolean has(String userId, String number);
}
