package org.minqing.process;

/** Ids of {@code appeal-review.bpmn} that Java needs. Its limits are watched as in {@code appeal-handling.bpmn}, by the same ids. */
public final class AppealReview {

    public static final String PROCESS = "appealReview";

    public static final String REVIEW = "userTask_reviewAppeal";
    public static final String PASS_ON = "userTask_passOnReview";

    public static final String WITHDRAWN = "appeals.reviewWithdrawn";

    private AppealReview() {}
}
