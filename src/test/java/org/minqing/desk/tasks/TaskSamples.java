package org.minqing.desk.tasks;

import java.util.List;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.sla.due.DueState;

/** Tasks with fields of every kind. */
final class TaskSamples {

    private TaskSamples() {}

    static WorkItem task(WorkItem.Field... fields) {
        return new WorkItem(
                "t-1",
                "首次响应",
                "respondAppeal",
                new TaskSubject(
                        TaskSubject.APPEAL,
                        "GS-20261121-0002",
                        "路灯不亮",
                        "路灯照明",
                        "二居社区 12 号楼",
                        "一般",
                        "/desk/appeals/GS-20261121-0002",
                        "ganshui",
                        "ganshui-erju-01",
                        List.of()),
                "2026-11-22T11:00:00+08:00",
                "还剩 1 小时",
                "响应",
                DueState.SOON,
                null,
                false,
                null,
                List.of(fields));
    }

    static WorkItem.Field field(String key, String type, WorkItem.ShownWhen when, WorkItem.Choice... choices) {
        return new WorkItem.Field(key, "“" + key + "”", "填 " + key, type, true, 500, null, List.of(choices), when);
    }
}
