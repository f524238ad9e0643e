package org.minqing.desk.tasks;

import org.minqing.desk.worklist.WorkItem;
import org.minqing.security.StaffMember;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the page of a task shows beside title, place and form: a bean for each kind of thing that has more to tell. A task
 * about something without one is done all the same.
 */
interface TaskBackground {

    /** As {@link org.minqing.desk.worklist.TaskSubject#kind} calls it. */
    String kind();

    /** @throws org.minqing.problem.Refusal if this person may not see what the task is about */
    void show(StaffMember person, WorkItem task, ModelAndView page);
}
