package org.minqing.process.task;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;

/** What a completed form of a user task means: one act of the application. A bean for each task, found by its key. */
public interface TaskAct {

    /** Keys of the user tasks it is the act of: one, unless several are the same step on different routes. */
    Set<String> tasks();

    /**
     * Does what the form says, and puts the facts that the model's gateways read beside it. One transaction with the end of
     * the task.
     *
     * @throws org.minqing.problem.Refusal      if it cannot be done now
     * @throws org.minqing.problem.InvalidInput if an answer fits the form and not the matter
     */
    void act(Completion completion);

    /** Pick-lists that only this form has, by their {@code valuesKey}: the same for all subjects of a locality that are alike. */
    default Map<String, List<TaskForms.Choice>> choices(TaskSubject subject) {
        return Map.of();
    }

    /** What these lists depend on besides the locality, for lists of many tasks. */
    default String choicesBy(TaskSubject subject) {
        return "";
    }

    /** @param why in Chinese, for whoever may take another */
    record Proposed(String value, String why) {}

    /** Answers with which the form opens because of what the task is about, by the key of the field. Only made for one that is opened. */
    default Map<String, Proposed> proposed(TaskSubject subject) {
        return Map.of();
    }

    /** What only this form shows, by name; made when somebody looks and stored nowhere. */
    default Map<String, Object> shown(TaskSubject subject) {
        return Map.of();
    }
}
