package org.minqing.joint;

/** What the application tells the process about opinions. Named for what happened, not for BPMN. */
public interface JointWorkflow {

    /**
     * A post was asked: it has a task from now on.
     *
     * @param holding group of the post
     */
    void opinionAsked(String number, String holding);

    /** Nobody needs that opinion any more, and the task goes. */
    void opinionLapsed(String number, String holding);

    /** Whether somebody handles the appeal now; not while it waits for its first response or lies with the dispatcher. */
    boolean handled(String number);
}
