package org.minqing.process.task;

import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.minqing.problem.Refusal;

/**
 * Nobody acts in another's name: whoever is signed in puts his own name on a task and no other, whatever the engine's rights
 * would let him. Where nobody is signed in it is the program itself that acts.
 */
class OwnName {

    private final AppealTaskService tasks;

    OwnName(AppealTaskService tasks) {
        this.tasks = tasks;
    }

    boolean applies() {
        return person() != null;
    }

    /** @throws Refusal if somebody is signed in and this is not his name */
    void require(String userId) {
        if (applies() && !person().equals(userId)) {
            throw refusal();
        }
    }

    /** @throws Refusal if somebody is signed in and another name than his own would come to stand on the task, or go from it */
    void requireUnchanged(Task task) {
        if (!applies()) {
            return;
        }
        var before = task.getId() == null
                ? null
                : tasks.createTaskQuery().taskId(task.getId()).singleResult();
        if (!same(before == null ? null : before.getAssignee(), task.getAssignee())
                || !same(before == null ? null : before.getOwner(), task.getOwner())) {
            throw refusal();
        }
    }

    private boolean same(String before, String after) {
        return Objects.equals(before, after) || (before == null && person().equals(after));
    }

    private String person() {
        return tasks.signedIn();
    }

    private static Refusal refusal() {
        return Refusal.conflict("只能认领给自己，不能替别人认领或放回。", "Only in one's own name.");
    }
}
