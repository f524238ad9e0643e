package org.minqing.process.duties;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minqing.duties.Duty;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.PlannedWork;

/** Which duty a user task is: each of every process about appeals stands here, or nothing starts. */
public final class TaskDuties {

    private static final Map<String, Duty> BY_KEY = Map.ofEntries(
            Map.entry(AppealHandling.NAME_SUBJECT, Duty.NAMING),
            Map.entry(AppealHandling.ANSWER_CONSULTATION, Duty.HANDLING),
            Map.entry(AppealHandling.PASS_ON_PRAISE, Duty.HANDLING),
            Map.entry(AppealHandling.RESPOND, Duty.HANDLING),
            Map.entry(AppealHandling.REMOVE_DANGER, Duty.HANDLING),
            Map.entry(AppealHandling.REROUTE, Duty.DISPATCHING),
            Map.entry(AppealHandling.DISPATCH, Duty.DISPATCHING),
            Map.entry(AppealHandling.HANDLE_DIRECTLY, Duty.HANDLING),
            Map.entry(AppealHandling.HANDLE_WITH_DEPARTMENT, Duty.HANDLING),
            Map.entry(AppealHandling.HANDLE_UNDER_SUPERVISION, Duty.HANDLING),
            Map.entry(AppealHandling.GIVE_OPINION, Duty.CO_HANDLING),
            Map.entry(AppealHandling.SETTLE_REMIT, Duty.SETTLING),
            Map.entry(PlannedWork.FOLLOW, Duty.HANDLING),
            Map.entry(PlannedWork.DECIDE, Duty.SUPERVISING),
            Map.entry(PlannedWork.SUPERVISE, Duty.SUPERVISING),
            Map.entry(AppealHandling.CALL_RESIDENT, Duty.CALLING_BACK),
            Map.entry(AppealHandling.SUPERVISE_OVERDUE, Duty.SUPERVISING),
            Map.entry(AppealHandling.APPROVE_LIMIT_CHANGE, Duty.APPROVING),
            Map.entry(AppealHandling.REVIEW_DISSATISFIED, Duty.REVIEWING),
            Map.entry(AppealReview.REVIEW, Duty.HIGHER_REVIEW),
            Map.entry(AppealReview.PASS_ON, Duty.PASSING_REVIEW),
            Map.entry(AppealHandling.CHECK_CONTACT, Duty.CHECKING),
            Map.entry(AppealHandling.APPROVE_CORRECTION, Duty.APPROVING_CORRECTION));

    private TaskDuties() {}

    /** Those that some task is. */
    public static Set<Duty> all() {
        return Set.copyOf(BY_KEY.values());
    }

    /** @param taskKey empty where it is a task about something else than an appeal, or none */
    public static Optional<Duty> of(String taskKey) {
        return Optional.ofNullable(taskKey).map(BY_KEY::get);
    }
}
