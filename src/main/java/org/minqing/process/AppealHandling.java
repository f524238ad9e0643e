package org.minqing.process;

/** Ids of {@code appeal-handling.bpmn} and {@code contact-check.bpmn} that Java needs. */
public final class AppealHandling {

    public static final String PROCESS = "appealHandling";
    static final String START_FORM = "registerAppeal";

    static final String RESPOND = "userTask_respondAppeal";
    static final String REROUTE = "userTask_rerouteAppeal";
    static final String DISPATCH = "userTask_dispatchAppeal";
    static final String HANDLE_DIRECTLY = "userTask_handleDirectly";
    static final String HANDLE_WITH_DEPARTMENT = "userTask_handleWithDepartment";
    static final String HANDLE_UNDER_SUPERVISION = "userTask_handleUnderSupervision";
    static final String CALL_RESIDENT = "userTask_callResident";
    static final String SUPERVISE_OVERDUE = "userTask_superviseOverdue";
    static final String APPROVE_LIMIT_CHANGE = "userTask_approveLimitChange";
    static final String REVIEW_DISSATISFIED = "userTask_reviewDissatisfied";

    static final String CONTACT_CHECK = "contactCheck";
    static final String CHECK_CONTACT = "userTask_checkContact";
    static final String CHECK_LIMIT = "event_contactCheckOverdue";

    static final String RESIDENT_RATED = "appeals.residentRated";
    static final String RESIDENT_WITHDREW = "appeals.residentWithdrew";
    static final String CLOCK_RESUMED = "appeals.clockResumed";
    static final String MERGED = "appeals.merged";

    /** The two timers that watch the clocks: the first that falls due, and each after it. */
    static final String FIRST_LIMIT = "startEvent_limitReached";

    static final String NEXT_LIMIT = "event_nextLimit";

    static final String ANSWER_LIMIT = "event_answerLimitPassed";
    static final String PAUSE_ENDS = "event_pauseEnds";

    private AppealHandling() {}
}
