package org.minqing.process.task;

import org.minqing.access.TasksInHand;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/** The engine's open tasks by whoever holds them. */
@Component
class EngineTasksInHand implements TasksInHand {

    private final AppealTaskService tasks;
    private final ApplicationAuthority authority;

    EngineTasksInHand(AppealTaskService tasks, ApplicationAuthority authority) {
        this.tasks = tasks;
        this.authority = authority;
    }

    @Override
    public boolean has(String userId, String number) {
        return authority.run(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskAssignee(userId)
                        .count()
                > 0);
    }
}
