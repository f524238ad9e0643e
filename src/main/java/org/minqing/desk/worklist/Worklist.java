package org.minqing.desk.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.security.StaffMember;

/** The tasks of a person, wherever they are kept. */
public interface Worklist {

    /** Assigned to this person or open to one of his posts, the oldest deadline first. */
    List<WorkItem> of(StaffMember person);

    /** One of them; empty if it is not there for this person. */
    Optional<WorkItem> find(StaffMember person, String taskId);

    /** Those of them that are about this appeal. */
    List<WorkItem> about(StaffMember person, String number);

    /** @throws org.minqing.problem.Refusal if the task is not there for this person, or somebody else holds it */
    void claim(StaffMember person, String taskId);

    /**
     * Gives a task back to the posts to which it is open.
     *
     * @throws org.minqing.problem.Refusal if the task is not there for this person, he does not hold it, or nobody else
     *                                     could take it
     */
    void release(StaffMember person, String taskId);

    /**
     * Completes a task with the fields of its form, and takes it first if nobody has.
     *
     * @throws org.minqing.problem.Refusal      if the task is not there for this person, or somebody else holds it
     * @throws org.minqing.problem.InvalidInput naming each field that does not fit the form
     */
    void complete(StaffMember person, String taskId, Map<String, Object> answers);
}
