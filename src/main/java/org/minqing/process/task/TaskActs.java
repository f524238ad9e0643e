package org.minqing.process.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The acts of all user tasks by their keys. */
@Component
class TaskActs {

    private final Map<String, TaskAct> byKey = new HashMap<>();

    TaskActs(List<TaskAct> acts) {
        acts.forEach(act -> act.tasks().forEach(task -> {
            if (byKey.put(task, act) != null) {
                throw new IllegalStateException("Two acts of " + task);
            }
        }));
    }

    /** @throws IllegalStateException if the task has none */
    TaskAct of(String taskKey) {
        var act = byKey.get(taskKey);
        if (act == null) {
            throw new IllegalStateException("No act for " + taskKey);
        }
        return act;
    }
}
