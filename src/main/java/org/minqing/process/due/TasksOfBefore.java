package org.minqing.process.due;

import org.minqing.sla.due.RunningLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings tasks into step that an earlier version made, or whose policy in {@code due.yml} is another one now. Once: what is
 * in step is not found any more.
 */
@Component
public class TasksOfBefore {

    private static final String OUT_OF_STEP = """
            select distinct p.business_key_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                left join (select appeal, min(due_at) as due_at, min(soon_at) as soon_at from (%s) r group by appeal) r
                    on r.appeal = p.business_key_
            where t.task_def_key_ in (:tasks) and (
                date_trunc('milliseconds', r.due_at at time zone 'Asia/Shanghai') is distinct from t.due_date_
                or date_trunc('milliseconds', r.soon_at at time zone 'Asia/Shanghai') is distinct from t.follow_up_date_)""";

    private final JdbcClient jdbc;
    private final RunningLimits limits;
    private final TaskDueDates dates;

    TasksOfBefore(JdbcClient jdbc, RunningLimits limits, TaskDueDates dates) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.dates = dates;
    }

    public void bringIntoStep() {
        jdbc.sql(OUT_OF_STEP.formatted(limits.sql()))
                .param("tasks", TaskDueDates.BY_CLOCKS)
                .query(String.class)
                .list()
                .forEach(dates::keep);
    }
}
