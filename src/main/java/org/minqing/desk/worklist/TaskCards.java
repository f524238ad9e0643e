package org.minqing.desk.worklist;

import java.util.List;
import org.minqing.security.StaffMember;

/** What the engine's own Tasklist does not show of the tasks of a person. */
public interface TaskCards {

    /** Those of the given tasks that this person may see, in the given order. */
    List<TaskCard> of(StaffMember person, List<String> taskIds);

    /** The ready lists that this person has, in their order. */
    List<TaskCount> counts(StaffMember person);

    /**
     * Id of the form of a task.
     *
     * @throws org.minqing.problem.Refusal if the task is not there for this person
     */
    String form(StaffMember person, String taskId);
}
