package org.minqing.review;

/** What the application tells the process about reviews. Named for what happened, not for BPMN. */
public interface ReviewWorkflow {

    /** Somebody has a review to make, or to pass on, from now on. */
    void reviewAsked(String number);

    /** The resident took it back, and the task goes. */
    void reviewWithdrawn(String number);

    /** The appeal, opened again, is handled once more. */
    void setAside(String number);
}
