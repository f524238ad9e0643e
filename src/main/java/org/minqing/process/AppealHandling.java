package org.minqing.process;

import java.util.Set;

/** Ids of our models that Java needs. */
public final class AppealHandling {

    public static final String PROCESS = "appealHandling";
    public static final String START_FORM = "registerAppeal";

    public static final String ANSWER_CONSULTATION = "userTask_answerConsultation";
    public static final String PASS_ON_PRAISE = "userTask_passOnPraise";
    public static final String NAME_SUBJECT = "userTask_nameSubject";
    public static final String RESPOND = "userTask_respondAppeal";
    public static final String REMOVE_DANGER = "userTask_removeDanger";
    public static final String REROUTE = "userTask_rerouteAppeal";
    public static final String DISPATCH = "userTask_dispatchAppeal";
    public static final String SETTLE_REMIT = "userTask_settleRemit";
    public static final String HANDLE_DIRECTLY = "userTask_handleDirectly";
    public static final String HANDLE_WITH_DEPARTMENT = "userTask_handleWithDepartment";
    public static final String HANDLE_UNDER_SUPERVISION = "userTask_handleUnderSupervision";
    public static final String GIVE_OPINION = "userTask_giveOpinion";
    public static final String CALL_RESIDENT = "userTask_callResident";
    public static final String SUPERVISE_OVERDUE = "userTask_superviseOverdue";
    public static final String APPROVE_LIMIT_CHANGE = "userTask_approveLimitChange";
    public static final String REVIEW_DISSATISFIED = "userTask_reviewDissatisfied";

    /** The steps in which somebody handles the appeal, one for each route. */
    public static final Set<String> HANDLING =
            Set.of(HANDLE_DIRECTLY, HANDLE_WITH_DEPARTMENT, HANDLE_UNDER_SUPERVISION);

    /**
     * The same; where somebody is in danger, what comes before it; what a co-handler is asked; and what comes after it where the
     * result is a plan.
     */
    public static final Set<String> HANDS_ON = Set.of(
            REMOVE_DANGER,
            HANDLE_DIRECTLY,
            HANDLE_WITH_DEPARTMENT,
            HANDLE_UNDER_SUPERVISION,
            GIVE_OPINION,
            PlannedWork.FOLLOW);

    /** Whoever takes one of these first in a round has taken the appeal on (签收): those that say {@code accept} in the model. */
    public static final Set<String> ACCEPTING = Set.of(
            NAME_SUBJECT,
            ANSWER_CONSULTATION,
            PASS_ON_PRAISE,
            RESPOND,
            REMOVE_DANGER,
            DISPATCH,
            HANDLE_DIRECTLY,
            HANDLE_WITH_DEPARTMENT,
            HANDLE_UNDER_SUPERVISION);

    /** What goes on before there is a result: a supervisor presses it. */
    public static final Set<String> WORK = Set.of(
            NAME_SUBJECT,
            ANSWER_CONSULTATION,
            PASS_ON_PRAISE,
            RESPOND,
            REMOVE_DANGER,
            REROUTE,
            DISPATCH,
            SETTLE_REMIT,
            HANDLE_DIRECTLY,
            HANDLE_WITH_DEPARTMENT,
            HANDLE_UNDER_SUPERVISION);

    /** What lies with the dispatcher, who has not given it out yet. */
    public static final Set<String> DISPATCHER = Set.of(REROUTE, DISPATCH);

    /** What is done until somebody has responded, all in one part of the model. */
    public static final Set<String> SETTING_OUT = Set.of(RESPOND, REROUTE, REMOVE_DANGER);

    public static final String RESPONDING = "subProcess_response";
    public static final String HANDLING_STARTED = "startEvent_handlingStarted";

    public static final String CONTACT_CHECK = "contactCheck";
    public static final String CHECK_CONTACT = "userTask_checkContact";
    public static final String JUDGEMENT_CORRECTION = "judgementCorrection";
    public static final String APPROVE_CORRECTION = "userTask_approveCorrection";

    public static final String JOINT_HANDLING = "jointHandling";
    public static final String ORDER_CLAIMING = "orderClaiming";
    public static final String ORDER_CLOSED = "appeals.orderClosed";
    public static final String OPINION_LAPSED = "appeals.opinionLapsed";

    /** Where the handling goes on when another tier has it. */
    public static final String WHO_HANDLES = "gateway_dispatcherNeeded";

    public static final String CHECK_LIMIT = "event_contactCheckOverdue";

    /** What supervisors are asked to do. */
    public static final Set<String> SUPERVISION = Set.of(
            SUPERVISE_OVERDUE,
            REVIEW_DISSATISFIED,
            APPROVE_LIMIT_CHANGE,
            APPROVE_CORRECTION,
            CHECK_CONTACT,
            SETTLE_REMIT,
            AppealReview.REVIEW,
            PlannedWork.DECIDE,
            PlannedWork.SUPERVISE);

    public static final String RESIDENT_RATED = "appeals.residentRated";
    public static final String RESIDENT_WITHDREW = "appeals.residentWithdrew";
    public static final String CORRECTION_LAPSED = "appeals.correctionLapsed";
    public static final String CLOCK_RESUMED = "appeals.clockResumed";
    public static final String MERGED = "appeals.merged";

    /** The two timers that watch the clocks: the first that falls due, and each after it. */
    public static final String FIRST_LIMIT = "startEvent_limitReached";

    public static final String NEXT_LIMIT = "event_nextLimit";

    public static final String ANSWER_LIMIT = "event_answerLimitPassed";
    public static final String PAUSE_ENDS = "event_pauseEnds";

    private AppealHandling() {}
}
