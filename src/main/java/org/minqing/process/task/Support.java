package org.minqing.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.process.AppealHandling;
import org.minqing.process.TaskOrder;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/**
 * How the tasks look of those who set out together because somebody is in danger: before everything else, and from the first
 * response on whoever was to respond comes to help. Names are what every list shows, Tasklist among them.
 */
@Component
public class Support {

    /** What stands before the name of a task, wherever tasks are listed. */
    static final String MARK = "险情 · ";

    static final String NAME = MARK + "到场支援";

    private final AppealTaskService tasks;
    private final ApplicationAuthority authority;

    Support(AppealTaskService tasks, ApplicationAuthority authority) {
        this.tasks = tasks;
        this.authority = authority;
    }

    /** A task of theirs has just been made. */
    public void setsOut(DelegateTask task, Appeal appeal) {
        task.setPriority(TaskOrder.IN_DANGER);
        var key = task.getTaskDefinitionKey();
        if (key.equals(AppealHandling.RESPOND) && appeal.status() != AppealStatus.RECEIVED) {
            task.setName(NAME);
        } else if (!key.equals(AppealHandling.REMOVE_DANGER)) {
            task.setName(MARK + task.getName());
        }
    }

    /** Somebody has responded. */
    public void comes(String number) {
        authority.run(() -> {
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .taskDefinitionKey(AppealHandling.RESPOND)
                    .list()
                    .forEach(task -> {
                        task.setName(NAME);
                        tasks.saveTask(task);
                    });
            return null;
        });
    }
}
