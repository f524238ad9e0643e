package org.minqing.process.lists;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.sla.due.DueState;

/**
 * The lists with which Tasklist opens, in the order of {@link org.minqing.process.TaskOrder}. Tasklist opens the one with the lowest place of those
 * that a person has: the main work of his post.
 */
public enum ReadyFilter {
    DISPATCH(
            10,
            "待派单",
            "等待派单、改派的诉求，等待转送上级的复查复核",
            keys(AppealHandling.DISPATCH, AppealHandling.REROUTE, AppealReview.PASS_ON)),
    CALL_BACK(11, "待回访", "等待回访居民的诉求", keys(AppealHandling.CALL_RESIDENT)),
    /** Whoever supervises for a living finds it first. */
    SUPERVISE(12, "督办", "超时督办、不满意复核、时限调整和更正研判审批、挂账审批和督办、联系核实、职责争议裁定、复查复核", keys(AppealHandling.SUPERVISION)),
    RESPOND(20, "待我响应", "等待首次响应、等待处置险情的诉求", keys(AppealHandling.RESPOND, AppealHandling.REMOVE_DANGER)),
    NAME_SUBJECT(25, "待登记被反映人", "保密办理、还没有登记被反映人的诉求", keys(AppealHandling.NAME_SUBJECT)),
    /** In danger one sets out and handles in one go; {@link org.minqing.process.TaskOrder} puts that first. */
    HANDLE(30, "待办理", "等待处置险情、等待办理、挂账办理、等待本岗位会办意见的诉求", keys(AppealHandling.HANDS_ON)),
    /** For volunteers: whoever handles for a living finds them with his other work. */
    CLAIM(
            28,
            "可以接的单",
            "还没有人接、党员志愿者可以接的单",
            query -> keys(AppealHandling.HANDLING).apply(query).taskUnassigned()),
    ANSWER(35, "待答复", "等待答复的咨询、等待转达的表扬", keys(AppealHandling.ANSWER_CONSULTATION, AppealHandling.PASS_ON_PRAISE)),
    /** The same for those who supervise now and then. */
    SUPERVISE_TOO(40, "督办事项", "超时督办、不满意复核、时限调整和更正研判审批、挂账审批和督办、联系核实、职责争议裁定、复查复核", keys(AppealHandling.SUPERVISION)),
    /** Whoever stands in for somebody, or was given an appeal out of the usual way, has no list of that work. */
    OF_POSTS(
            45,
            "本岗全部",
            "交给我的岗位、还没有办完的任务，代办的和改派来的也在内",
            query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                    .includeAssignedTasks()),
    DUE_SOON(50, DueState.SOON, "我认领了或者还没有人认领的任务，提醒时间已到、还没有超时，没有签收的也在内"),
    OVERDUE(60, DueState.LATE, "我认领了或者还没有人认领的任务，已经超过时限，没有签收的也在内"),
    MINE(70, "我认领的", "我认领了、还没有办完的任务", query -> query.taskAssigneeExpression("${currentUser()}"));

    private final int place;
    private final String title;
    private final String explanation;
    private final UnaryOperator<TaskQuery> restriction;

    ReadyFilter(int place, String title, String explanation, UnaryOperator<TaskQuery> restriction) {
        this.place = place;
        this.title = title;
        this.explanation = explanation;
        this.restriction = restriction;
    }

    /** What stands so to its limit at the moment when somebody looks: {@link WorkFilterService} knows. */
    ReadyFilter(int place, DueState state, String explanation) {
        this(place, state.label(), explanation, query -> query);
    }

    int place() {
        return place;
    }

    /** What people read, and by which it is found in the engine. */
    public String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    TaskQuery restrict(TaskQuery query) {
        return restriction.apply(query);
    }

    public static Optional<ReadyFilter> named(String title) {
        return Arrays.stream(values()).filter(f -> f.title.equals(title)).findFirst();
    }

    private static UnaryOperator<TaskQuery> keys(String... tasks) {
        return query -> query.taskDefinitionKeyIn(tasks);
    }

    private static UnaryOperator<TaskQuery> keys(Set<String> tasks) {
        return keys(tasks.stream().sorted().toArray(String[]::new));
    }
}
